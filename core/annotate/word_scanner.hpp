#pragma once

#include <cstddef>
#include <string_view>

#include "annotate/tokenizer_lists.hpp"

namespace stancegraph::annotate {

/// A stretch of text without blanks and the text around it.
struct Chunk {
    std::string_view text;        ///< The document's text up to the end of the range.
    std::size_t end = 0;          ///< Where the chunk ends.
    std::size_t range_begin = 0;  ///< Where the paragraph begins.
};

/// The end of the surface word that starts at `begin` with a letter or digit: letters, digits, and the marks
/// inside that do not split ("O'Brien", "1,000.5", "U.S.", "co-founder", "08/16/2000").
[[nodiscard]] std::size_t find_word_end(const Chunk& chunk, std::size_t begin, const TokenizerLists& lists);

}  // namespace stancegraph::annotate
