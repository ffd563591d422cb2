#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/annotation.hpp"
#include "text/document.hpp"

namespace stancegraph {

/// Tells people where something stands in one article, and in which words.
class ArticlePlaces {
public:
    /// Both must outlive it. O(text).
    ArticlePlaces(const Document& document, const Annotation& annotation);

    /// `nyt-0312.txt:14`, with the line of the text as read.
    [[nodiscard]] std::string place_of(std::uint32_t byte) const;
    /// The sentence around the token, on one line.
    [[nodiscard]] std::string sentence_of(TokenIndex token) const;
    /// Those words on one line.
    [[nodiscard]] std::string words_of(ByteSpan span) const;

private:
    const Document& document_;
    const Annotation& annotation_;
    std::vector<std::uint32_t> line_ends_;
};

}  // namespace stancegraph
