#include "text/html_scan.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kMostTagBytes = 64U << 10U;
constexpr std::size_t kMostAttributes = 256;
constexpr std::size_t kMostDepth = 256;
constexpr std::size_t kMostNameBytes = 64;

/// Elements whose whole content goes.
constexpr std::array<std::string_view, 9> kDropped{"script", "style",    "template", "svg",   "math",
                                                   "iframe", "noscript", "textarea", "object"};
/// Elements without content, and those whose end tag may be left out: the parser closes them by itself.
constexpr std::array<std::string_view, 31> kUncounted{
    "area",     "base",  "br",    "col",   "embed",    "hr", "img", "input", "link", "meta", "param",
    "source",   "track", "wbr",   "p",     "li",       "td", "tr",  "th",    "dt",   "dd",   "option",
    "optgroup", "thead", "tbody", "tfoot", "colgroup", "rp", "rt",  "html",  "body"};

bool is_letter(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

/// Control characters stand for blanks.
bool is_blank(char character) {
    return static_cast<unsigned char>(character) <= 0x20;
}

bool is_line_space(char character) {
    return character == '\t' || character == '\n' || character == '\r';
}

template <std::size_t count>
bool is_one_of(const std::array<std::string_view, count>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

/// A start tag as it stands in the page.
struct Tag {
    std::string name;     ///< Lower case.
    std::size_t end = 0;  ///< The byte behind `>`.
    std::size_t attributes = 0;
    bool is_whole = false;  ///< Closed within the limit of bytes.
};

class PageScanner {
public:
    explicit PageScanner(std::string_view page) : page_(page) { scanned_.markup.reserve(page.size()); }

    [[nodiscard]] ScannedPage scan();

private:
    void take_text(std::size_t end);
    void take_markup();
    void take_start_tag();
    void take_end_tag();
    [[nodiscard]] Tag read_tag() const;
    [[nodiscard]] std::string name_at(std::size_t at) const;
    void skip_past(std::string_view mark);
    bool drop_element(const Tag& tag);
    [[nodiscard]] std::size_t find_end_tag(const std::string& name, std::size_t from);
    void emit_tag(const Tag& tag);

    std::string_view page_;
    std::size_t at_ = 0;
    ScannedPage scanned_;
    std::vector<std::string> open_;
    std::size_t too_deep_ = 0;            ///< Elements inside the deepest one whose tags were dropped.
    std::set<std::string> never_closed_;  ///< Names whose end tag does not come any more.
};

/// Text goes over as it is, but for control characters, at which the parser would stop, and signs that begin
/// no entity, each of which it would report.
void PageScanner::take_text(std::size_t end) {
    for (; at_ < end; ++at_) {
        const char character = page_[at_];
        const char next = at_ + 1 < end ? page_[at_ + 1] : ' ';
        if (character == '&' && !is_letter(next) && next != '#') {
            scanned_.markup.append("&amp;");
        } else {
            scanned_.markup.push_back(is_blank(character) && !is_line_space(character) ? ' ' : character);
        }
    }
}

std::string PageScanner::name_at(std::size_t at) const {
    std::size_t end = at;
    while (end < page_.size() && end - at < kMostNameBytes && !is_blank(page_[end]) && page_[end] != '>' &&
           page_[end] != '/' && page_[end] != '<') {
        ++end;
    }
    return utf8::to_lower(page_.substr(at, end - at));
}

void PageScanner::skip_past(std::string_view mark) {
    const std::size_t found = page_.find(mark, at_);
    at_ = found == std::string_view::npos ? page_.size() : found + mark.size();
}

Tag PageScanner::read_tag() const {
    Tag tag{.name = name_at(at_ + 1)};
    const std::size_t limit = std::min(page_.size(), at_ + kMostTagBytes);
    char quote = 0;
    bool in_value = false;
    for (std::size_t at = at_ + 1 + tag.name.size(); at < limit; ++at) {
        const char here = page_[at];
        if (quote != 0) {
            quote = here == quote ? '\0' : quote;
        } else if (here == '>') {
            tag.end = at + 1;
            tag.is_whole = true;
            return tag;
        } else if (in_value && (here == '"' || here == '\'')) {
            quote = here;
            in_value = false;
        } else if (here == '=') {
            in_value = true;
        } else if (!is_blank(here)) {
            // A byte behind a blank begins an attribute; so does one behind a closing quote.
            const char before = page_[at - 1];
            if (!in_value && (is_blank(before) || before == '"' || before == '\'')) {
                ++tag.attributes;
            }
            in_value = false;
        }
    }
    // Too long, or a quote that is never closed: the tag ends at the next `>` whatever stands before it.
    const std::size_t close = page_.find('>', at_);
    tag.end = close == std::string_view::npos ? page_.size() : close + 1;
    return tag;
}

std::size_t PageScanner::find_end_tag(const std::string& name, std::size_t from) {
    if (never_closed_.contains(name)) {
        return std::string_view::npos;
    }
    for (std::size_t at = page_.find("</", from); at != std::string_view::npos;
         at = page_.find("</", at + 2)) {
        if (page_.size() - at > name.size() + 2 && name_at(at + 2) == name) {
            return at;
        }
    }
    never_closed_.insert(name);
    return std::string_view::npos;
}

/// Skips elements like script with their content, and keeps linked data.
bool PageScanner::drop_element(const Tag& tag) {
    if (!is_one_of(kDropped, tag.name)) {
        return false;
    }
    const std::size_t end = find_end_tag(tag.name, tag.end);
    const std::string_view head = page_.substr(at_, tag.end - at_);
    if (tag.name == "script" && end != std::string_view::npos &&
        head.find("application/ld+json") != std::string_view::npos) {
        scanned_.linked_data.emplace_back(page_.substr(tag.end, end - tag.end));
    }
    // Without an end, a script or style hides the rest of the page; of the others only the tag goes.
    const bool is_raw = tag.name == "script" || tag.name == "style";
    at_ = end == std::string_view::npos ? (is_raw ? page_.size() : tag.end) : end;
    if (end != std::string_view::npos) {
        skip_past(">");
    }
    scanned_.markup.push_back(' ');
    return true;
}

void PageScanner::emit_tag(const Tag& tag) {
    if (!tag.is_whole || tag.attributes > kMostAttributes) {
        ++scanned_.dropped_tags;
        scanned_.markup.append("<").append(tag.name).append(">");
    } else {
        for (const char character : page_.substr(at_, tag.end - at_)) {
            scanned_.markup.push_back(is_blank(character) ? ' ' : character);
        }
    }
}

void PageScanner::take_start_tag() {
    const Tag tag = read_tag();
    if (drop_element(tag)) {
        return;
    }
    const bool is_plain_name = std::ranges::all_of(tag.name, [](char character) {
        return is_letter(character) || (character >= '0' && character <= '9') || character == '-' ||
               character == ':';
    });
    const bool closes_itself = tag.is_whole && page_[tag.end - 2] == '/';
    if (!is_plain_name) {
        ++scanned_.dropped_tags;
    } else if (closes_itself || is_one_of(kUncounted, tag.name)) {
        emit_tag(tag);
    } else if (open_.size() >= kMostDepth) {
        ++too_deep_;
        ++scanned_.dropped_tags;
        scanned_.markup.push_back(' ');
    } else {
        open_.push_back(tag.name);
        emit_tag(tag);
    }
    at_ = tag.end;
}

/// Closes the element of that name and those left open inside it; an end tag without an element goes.
void PageScanner::take_end_tag() {
    const std::string name = name_at(at_ + 2);
    skip_past(">");
    if (is_one_of(kUncounted, name)) {
        scanned_.markup.append("</").append(name).append(">");
        return;
    }
    if (too_deep_ > 0) {
        --too_deep_;
        return;
    }
    if (std::ranges::find(open_, name) == open_.end()) {
        return;
    }
    for (bool is_closed = false; !is_closed;) {
        is_closed = open_.back() == name;
        scanned_.markup.append("</").append(open_.back()).append(">");
        open_.pop_back();
    }
}

void PageScanner::take_markup() {
    const std::string_view rest = page_.substr(at_);
    if (rest.starts_with("<!--")) {
        at_ += 4;
        skip_past("-->");
    } else if (rest.size() > 1 && (rest[1] == '!' || rest[1] == '?')) {
        skip_past(">");
    } else if (rest.size() > 2 && rest[1] == '/' && is_letter(rest[2])) {
        take_end_tag();
    } else if (rest.size() > 1 && is_letter(rest[1])) {
        take_start_tag();
    } else {
        scanned_.markup.append("&lt;");
        ++at_;
    }
}

ScannedPage PageScanner::scan() {
    while (at_ < page_.size()) {
        if (page_[at_] == '<') {
            take_markup();
        } else {
            take_text(std::min(page_.find('<', at_), page_.size()));
        }
    }
    return std::move(scanned_);
}

}  // namespace

ScannedPage scan_page(std::string_view page) {
    return PageScanner(page).scan();
}

}  // namespace stancegraph
