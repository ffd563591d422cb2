#pragma once

#include <optional>
#include <string>

#include "workbench/trial.hpp"

namespace stancegraph {

/// Sentence by sentence: tokens and tree, statements, claims with rule and list entry, what was beaten by
/// what, near misses with the edit that would mend them. With `part`, only the sentences that stand in that
/// part of the text or touch it. Edits are tried out where at most kMostMended sentences are shown: it takes
/// some tenths of a second each.
[[nodiscard]] std::string render_explanation(const Trial& trial, std::optional<ByteSpan> part = {});

inline constexpr std::size_t kMostMended = 4;

/// The blocks of a document with their classes and first words, one a line.
[[nodiscard]] std::string render_blocks(const Document& document);

}  // namespace stancegraph
