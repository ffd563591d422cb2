#include "text/html_page.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/utf8.hpp"
#include "text/paragraphs.hpp"
#include "text/text_builder.hpp"

namespace stancegraph {
namespace {

constexpr std::array<std::string_view, 42> kBlocks{
    "address", "article", "aside", "blockquote", "body", "button",   "caption",    "center", "dd",
    "details", "dialog",  "div",   "dl",         "dt",   "fieldset", "figcaption", "figure", "footer",
    "form",    "h1",      "h2",    "h3",         "h4",   "h5",       "h6",         "header", "hr",
    "html",    "li",      "main",  "menu",       "nav",  "ol",       "p",          "pre",    "section",
    "select",  "summary", "table", "td",         "tr",   "ul"};

struct ElementRegion {
    std::string_view name;
    RegionKind kind;
};

/// Elements, and values of `role`, that say what is inside them (HTML Living Standard, chapter 4.3;
/// ARIA 1.2).
constexpr std::array<ElementRegion, 22> kRegions{
    {{"article", RegionKind::article},       {"main", RegionKind::main},
     {"nav", RegionKind::furniture},         {"aside", RegionKind::teaser},
     {"footer", RegionKind::furniture},      {"header", RegionKind::furniture},
     {"form", RegionKind::furniture},        {"button", RegionKind::furniture},
     {"select", RegionKind::furniture},      {"menu", RegionKind::furniture},
     {"dialog", RegionKind::furniture},      {"figure", RegionKind::furniture},
     {"figcaption", RegionKind::furniture},  {"address", RegionKind::furniture},
     {"navigation", RegionKind::furniture},  {"complementary", RegionKind::teaser},
     {"contentinfo", RegionKind::furniture}, {"banner", RegionKind::furniture},
     {"search", RegionKind::furniture},      {"alert", RegionKind::furniture},
     {"toolbar", RegionKind::furniture},     {"menubar", RegionKind::furniture}}};

bool is_block_name(std::string_view name) {
    return std::ranges::find(kBlocks, name) != kBlocks.end();
}

bool is_heading_name(std::string_view name) {
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

std::string_view value_of(std::span<const PageAttribute> attributes, std::string_view name) {
    const auto found = std::ranges::find(attributes, name, &PageAttribute::name);
    return found == attributes.end() ? std::string_view() : found->value;
}

std::optional<RegionKind> kind_by_element(std::string_view name, std::string_view role) {
    for (const std::string_view told : {role, name}) {
        const auto* const found = std::ranges::find(kRegions, told, &ElementRegion::name);
        if (found != kRegions.end()) {
            return found->kind;
        }
    }
    return std::nullopt;
}

/// `relatedLinks-box1` gives `related Links box 1`.
std::string split_words(std::string_view name) {
    std::string words;
    for (std::size_t at = 0; at < name.size(); ++at) {
        const bool is_upper = name[at] >= 'A' && name[at] <= 'Z';
        const bool follows_lower = at > 0 && name[at - 1] >= 'a' && name[at - 1] <= 'z';
        const bool is_number = name[at] >= '0' && name[at] <= '9';
        if ((is_upper || is_number) && follows_lower) {
            words.push_back(' ');
        }
        words.push_back(name[at] == '_' || name[at] == '-' ? ' ' : name[at]);
    }
    return words;
}

/// What the words of a class or id say: whole name first, then any of its words.
std::optional<RegionKind> kind_by_words(std::string_view names, const BlockLexicons& lexicons) {
    constexpr std::size_t kLongest = 400;
    const std::string normal = normal_phrase(split_words(names.substr(0, kLongest)));
    if (normal.empty()) {
        return std::nullopt;
    }
    if (lexicons.occurs(BlockList::teaser_markup, normal)) {
        return RegionKind::teaser;
    }
    return lexicons.occurs(BlockList::furniture_markup, normal) ? std::optional(RegionKind::furniture)
                                                                : std::nullopt;
}

bool is_hidden(std::span<const PageAttribute> attributes) {
    const std::string style = utf8::to_lower(value_of(attributes, "style").substr(0, 200));
    const bool has_hidden = std::ranges::find(attributes, "hidden", &PageAttribute::name) != attributes.end();
    return has_hidden || value_of(attributes, "aria-hidden") == "true" ||
           style.find("display:none") != std::string::npos ||
           style.find("display: none") != std::string::npos;
}

}  // namespace

void PageCollector::flush() {
    PageBlock block = std::exchange(block_, PageBlock{});
    block.region = region_;
    if (preformatted_ == 0) {
        add_block(std::move(block));
        return;
    }
    // Preformatted text has its paragraphs as plain text does.
    for (const ByteSpan paragraph : find_paragraphs(block.text)) {
        add_block({.text = std::string(slice(block.text, paragraph)), .link_bytes = 0, .region = region_});
    }
}

void PageCollector::add_block(PageBlock block) {
    block.text = collapsed(block.text);
    if (!block.text.empty()) {
        page_.regions[block.region].prose_bytes +=
            block.text.size() - std::min(block.link_bytes, block.text.size());
        page_.blocks.push_back(std::move(block));
    }
}

/// One `<br>` is a blank; two end the paragraph.
void PageCollector::break_line() {
    const std::size_t last = block_.text.find_last_not_of(" \t\r");
    if (last != std::string::npos && block_.text[last] == '\n') {
        flush();
    } else {
        block_.text.push_back('\n');
    }
}

void PageCollector::read_head(std::string_view name, std::span<const PageAttribute> attributes) {
    if (name == "link" && value_of(attributes, "rel") == "canonical" && page_.canonical.empty()) {
        page_.canonical = value_of(attributes, "href");
    }
    if (name == "time" && page_.time.empty()) {
        page_.time = value_of(attributes, "datetime");
    }
    const std::string_view content = value_of(attributes, "content").empty()
                                         ? value_of(attributes, "datetime")
                                         : value_of(attributes, "content");
    if (content.empty()) {
        return;
    }
    for (const std::string_view key : {"property", "name", "itemprop"}) {
        if (const std::string_view told = value_of(attributes, key); !told.empty()) {
            page_.meta.emplace(utf8::to_lower(told), content);
        }
    }
}

void PageCollector::open_region(std::string_view name, std::span<const PageAttribute> attributes) {
    PageRegion region{.kind = RegionKind::page, .parent = region_};
    region.is_body = utf8::to_lower(value_of(attributes, "itemprop")) == "articlebody";
    const std::optional<RegionKind> by_element = kind_by_element(name, value_of(attributes, "role"));
    if (is_hidden(attributes)) {
        region.kind = RegionKind::furniture;
    } else if (by_element) {
        region.kind = *by_element;
    } else if (name != "html" && name != "body" && !region.is_body && !is_heading_name(name)) {
        const std::string words =
            std::string(value_of(attributes, "class")) + ' ' + std::string(value_of(attributes, "id"));
        if (const auto by_words = kind_by_words(words, *lexicons_)) {
            region.kind = *by_words;
            region.is_by_name = true;
        }
    }
    if (region.kind != RegionKind::page || region.is_body) {
        region_ = static_cast<std::uint32_t>(page_.regions.size());
        page_.regions.push_back(region);
    }
}

void PageCollector::start(std::string_view name, std::span<const PageAttribute> attributes) {
    read_head(name, attributes);
    const bool is_block = is_block_name(name);
    if (is_block) {
        flush();
    }
    open_.push_back({.name = std::string(name), .region = region_, .is_block = is_block});
    if (is_block) {
        open_region(name, attributes);
    }
    if (name == "br") {
        break_line();
    }
    if (name == "a") {
        ++links_;
        // Two links side by side are two words.
        block_.text += was_link_ ? " " : "";
    }
    in_title_ = in_title_ || name == "title";
    preformatted_ += name == "pre" ? std::size_t{1} : 0;
    if (is_heading_name(name)) {
        block_.is_heading = true;
        block_.is_first_heading = name == "h1";
    }
}

void PageCollector::end(std::string_view name) {
    const auto found = std::find_if(open_.rbegin(), open_.rend(),
                                    [&](const Element& element) { return element.name == name; });
    if (found == open_.rend()) {
        return;
    }
    const auto at = static_cast<std::size_t>(open_.rend() - found) - 1;
    if (open_[at].is_block) {
        flush();
    }
    region_ = open_[at].region;
    open_.resize(at);
    preformatted_ -= name == "pre" ? std::size_t{1} : 0;
    if (name == "a" && links_ > 0) {
        --links_;
        was_link_ = true;
    }
    in_title_ = in_title_ && name != "title";
}

void PageCollector::text(std::string_view text) {
    if (in_title_) {
        page_.title += text;
        return;
    }
    was_link_ = false;
    block_.text += text;
    block_.link_bytes += links_ > 0 ? text.size() : 0;
}

Page PageCollector::finish() {
    flush();
    // A region's text counts for those around it too; children come after their parents.
    for (std::size_t at = page_.regions.size(); at-- > 1;) {
        const PageRegion& region = page_.regions[at];
        page_.regions[region.parent].prose_bytes += region.prose_bytes;
    }
    page_.title = collapsed(page_.title);
    return std::move(page_);
}

}  // namespace stancegraph
