#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"

namespace stancegraph {

/// Some words of a sentence that somebody marked: `[bullish]{cue}`.
struct MarkedPart {
    std::string name;
    ByteSpan span;  ///< In the sentence without its marks.
};

struct MarkedSentence {
    std::string text;
    std::vector<MarkedPart> parts;  ///< In the order of the text, each name once.

    /// The bytes of the part of that name; empty where nothing is marked so.
    [[nodiscard]] ByteSpan find(std::string_view name) const;
};

/// Reads `[Bessent]{speaker} is [bullish]{cue} on [H20 sales]{subject}`. Names: speaker, cue, subject,
/// statement, target; `\[` is a bracket of the text. There must be a subject or a statement. Nothing, with
/// every mistake reported at its place (SG0018), where the marks are wrong. Invalid UTF-8 is repaired.
[[nodiscard]] std::optional<MarkedSentence> read_marked_sentence(const std::string& typed,
                                                                 Diagnostics& diagnostics);

}  // namespace stancegraph
