#pragma once

#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace stancegraph {

/// The paragraphs of a plain text, without white space around them, in text order. Blank lines separate
/// paragraphs. Where the lines were wrapped by hand or by a mail program (each is about as long as the next
/// word allows, at 40 to 120 columns), lines up to the next blank line, indent or list mark are one
/// paragraph; elsewhere every line is one. O(bytes).
[[nodiscard]] std::vector<ByteSpan> find_paragraphs(std::string_view text);

/// `span` without white space (any of Unicode) at its ends; empty if there is nothing else.
[[nodiscard]] ByteSpan trimmed(std::string_view text, ByteSpan span);

/// The bytes of the span.
[[nodiscard]] constexpr std::string_view slice(std::string_view text, ByteSpan span) {
    return text.substr(span.begin, span.size());
}

}  // namespace stancegraph
