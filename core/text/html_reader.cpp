#include "text/html_reader.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "text/blocks.hpp"
#include "text/html_article.hpp"
#include "text/html_charset.hpp"
#include "text/html_metadata.hpp"
#include "text/html_page.hpp"
#include "text/html_scan.hpp"
#include "text/text_builder.hpp"
#include "text/text_location.hpp"

namespace stancegraph {
namespace {

void warn(Diagnostics& diagnostics, std::string code, std::string message, const std::string& name,
          std::string hint) {
    diagnostics.add({.code = std::move(code),
                     .severity = Severity::warning,
                     .message = std::move(message),
                     .location = whole_file(name),
                     .hint = std::move(hint),
                     .notes = {}});
}

bool has_class(const std::vector<BlockClass>& classes, BlockClass wanted) {
    return std::ranges::find(classes, wanted) != classes.end();
}

/// True if the page's own first heading is kept.
bool has_title_block(const Page& page, const std::vector<BlockClass>& classes) {
    for (std::size_t at = 0; at < classes.size(); ++at) {
        if (page.blocks[at].is_first_heading && classes[at] == BlockClass::headline) {
            return true;
        }
    }
    return false;
}

}  // namespace

Document read_html(const std::string& name, std::string bytes, const ReadOptions& options,
                   Diagnostics& diagnostics) {
    const ScannedPage scanned = scan_page(page_to_utf8(name, std::move(bytes), diagnostics));
    if (scanned.dropped_tags > 0) {
        warn(diagnostics, "SG2030",
             fmt::format("{} tags are too long, too deep or have too many attributes and were ignored",
                         scanned.dropped_tags),
             name, "their text was kept; check that the page was saved whole");
    }
    PageCollector collector(options.lexicons);
    parse_page(scanned.markup, collector);
    const Page page = collector.finish();
    const std::vector<BlockClass> classes = find_article(page);
    Document document{.name = name,
                      .source = source_of(page, scanned.linked_data),
                      .text = {},
                      .blocks = {},
                      .given = nullptr};
    TextBuilder builder(options.limits.text_bytes);
    for (std::size_t at = 0; at < page.blocks.size(); ++at) {
        builder.add(page.blocks[at].text, classes[at]);
    }
    if (builder.is_cut()) {
        warn(diagnostics, "SG2032",
             fmt::format("the page has more than {} bytes of text", options.limits.text_bytes), name,
             "the rest was left out; split the page");
    }
    builder.finish(document);
    if (!document.blocks.empty() && !has_class(classes, BlockClass::body)) {
        warn(diagnostics, "SG2034", "no article was found in this page", name,
             "check that the page shows the whole article, or save its text as .txt");
    }
    if (!has_title_block(page, classes)) {
        put_title_first(document);
    }
    classify_blocks(document.text, options.lexicons, document.blocks);
    read_article_head(document.text, document.blocks, options.lexicons, document.source);
    return document;
}

}  // namespace stancegraph
