#pragma once

#include <optional>
#include <string>

#include "pipeline/engine.hpp"
#include "pipeline/processor.hpp"

namespace stancegraph {

/// One processed document with what `explain` tells about it.
struct Explained {
    const Engine& engine;
    const Document& document;
    const Vocabulary& vocabulary;
    const Processed& processed;
    const Trace& trace;
};

/// Sentence by sentence: tokens and tree, statements, claims with rule and list entry, what was beaten by
/// what, near misses. With `part`, only the sentences that stand in that part of the text or touch it.
[[nodiscard]] std::string render_explanation(const Explained& explained, std::optional<ByteSpan> part = {});

/// The blocks of a document with their classes and first words, one a line.
[[nodiscard]] std::string render_blocks(const Document& document);

}  // namespace stancegraph
