#include "pipeline/given_text.hpp"

#include <utility>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

bool ends_with_stop(std::string_view paragraph) {
    for (const std::string_view stop : {".", "!", "?", "\"", "'", "”", "’", "…", ")"}) {
        if (paragraph.ends_with(stop)) {
            return true;
        }
    }
    return false;
}

}  // namespace

Document document_of(std::string name, std::string text) {
    Document document;
    document.name = std::move(name);
    document.text = utf8::is_valid(text) ? std::move(text) : utf8::repair(text).text;
    const std::string_view whole = document.text;
    for (std::size_t begin = whole.find_first_not_of(kBlanks); begin != std::string_view::npos;) {
        const std::size_t gap = std::min(whole.find("\n\n", begin), whole.size());
        const std::size_t last = whole.find_last_not_of(kBlanks, gap - 1);
        document.blocks.push_back(
            {.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last + 1)},
             .block_class = BlockClass::body});
        begin = whole.find_first_not_of(kBlanks, gap);
    }
    if (!document.blocks.empty()) {
        const ByteSpan first = document.blocks.front().span;
        if (!ends_with_stop(whole.substr(first.begin, first.size()))) {
            document.blocks.front().block_class = BlockClass::headline;
        }
    }
    return document;
}

}  // namespace stancegraph
