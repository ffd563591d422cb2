#include "workbench/article_places.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "pipeline/result_lines.hpp"

namespace stancegraph {

ArticlePlaces::ArticlePlaces(const Document& document, const Annotation& annotation)
    : document_(document), annotation_(annotation) {
    for (std::uint32_t at = 0; at < document.text.size(); ++at) {
        if (document.text[at] == '\n') {
            line_ends_.push_back(at);
        }
    }
}

std::string ArticlePlaces::place_of(std::uint32_t byte) const {
    const auto lines_before = std::ranges::lower_bound(line_ends_, byte) - line_ends_.begin();
    return fmt::format("{}:{}", document_.name, lines_before + 1);
}

std::string ArticlePlaces::sentence_of(TokenIndex token) const {
    return words_of(annotation_.sentences[annotation_.sentence_of(token)].span);
}

std::string ArticlePlaces::words_of(ByteSpan span) const {
    return on_one_line(std::string_view(document_.text).substr(span.begin, span.size()));
}

}  // namespace stancegraph
