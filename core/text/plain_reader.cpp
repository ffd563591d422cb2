#include "text/plain_reader.hpp"

#include <cstdint>
#include <string_view>
#include <utility>

#include "text/blocks.hpp"
#include "text/paragraphs.hpp"

namespace stancegraph {
namespace {

/// The byte behind the title that stands as the text's first line, or 0.
std::uint32_t title_end(std::string_view text, std::string_view title) {
    const ByteSpan whole = trimmed(text, {0, static_cast<std::uint32_t>(text.size())});
    const std::string_view body = slice(text, whole);
    if (title.empty() || !body.starts_with(title)) {
        return 0;
    }
    const bool is_line = body.size() == title.size() || body.substr(title.size()).find_first_of("\r\n") == 0;
    return is_line ? whole.begin + static_cast<std::uint32_t>(title.size()) : 0;
}

}  // namespace

void lay_out_article(Document& document, const BlockLexicons& lexicons) {
    std::string& title = document.source.title;
    title = std::string(slice(title, trimmed(title, {0, static_cast<std::uint32_t>(title.size())})));
    std::uint32_t body = title_end(document.text, title);
    if (!title.empty() && body == 0) {
        document.text.insert(0, title + "\n\n");
        body = static_cast<std::uint32_t>(title.size());
    }
    if (body > 0) {
        document.blocks.push_back({.span = {body - static_cast<std::uint32_t>(title.size()), body},
                                   .block_class = BlockClass::headline});
    }
    for (const ByteSpan paragraph : find_paragraphs(std::string_view(document.text).substr(body))) {
        document.blocks.push_back({.span = {paragraph.begin + body, paragraph.end + body}});
    }
    classify_blocks(document.text, lexicons, document.blocks);
    read_article_head(document.text, document.blocks, lexicons, document.source);
}

Document read_plain(const std::string& name, std::string text, const ReadOptions& options) {
    Document document{.name = name, .source = {}, .text = std::move(text), .blocks = {}, .given = nullptr};
    lay_out_article(document, options.lexicons);
    return document;
}

}  // namespace stancegraph
