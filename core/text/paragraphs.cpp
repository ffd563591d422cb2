#include "text/paragraphs.hpp"

#include <algorithm>
#include <cstdint>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kWidest = 120;

struct Line {
    ByteSpan span;  ///< Trimmed; empty for a blank line.
    std::size_t indent = 0;
    std::size_t width = 0;             ///< In code points, without white space at the ends.
    std::size_t first_word_width = 0;  ///< In bytes: exact enough for the fit.
};

bool is_space_at(std::string_view text, std::uint32_t at, std::uint32_t& size) {
    const utf8::Decoded decoded = utf8::decode(text.substr(at));
    size = decoded.size;
    return utf8::is_space(decoded.code_point) || decoded.code_point == 0xFEFF || decoded.code_point == 0x200B;
}

Line line_of(std::string_view text, ByteSpan raw) {
    Line line{.span = trimmed(text, raw)};
    const std::string_view shown = slice(text, line.span);
    line.indent = line.span.is_empty() ? 0 : line.span.begin - raw.begin;
    line.width = shown.size() > 4 * kWidest ? shown.size() : utf8::count_code_points(shown);
    line.first_word_width = std::min(shown.find(' '), shown.size());
    return line;
}

std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(line_of(text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}));
        begin = end + 1;
    }
    return lines;
}

/// True for the mark of a list item at the line's begin: `- `, `* `, `• `, `1. `.
bool is_list_item(std::string_view line) {
    if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("\xE2\x80\xA2") ||
        line.starts_with("\xE2\x80\x93 ")) {
        return true;
    }
    const std::size_t digits = line.find_first_not_of("0123456789");
    return digits != 0 && digits != std::string_view::npos && digits <= 3 &&
           (line.substr(digits).starts_with(". ") || line.substr(digits).starts_with(") "));
}

/// The width at which the lines were wrapped, or 0. A line that another follows was wrapped if that line's
/// first word did not fit behind it any more; some such words are in lower case, inside a sentence.
std::size_t wrap_width(std::string_view text, const std::vector<Line>& lines) {
    std::size_t widest = 0;
    for (const Line& line : lines) {
        widest = std::max(widest, line.indent + line.width);
    }
    if (widest < kNarrowest || widest > kWidest) {
        return 0;
    }
    constexpr std::size_t kRagged = 4;
    std::size_t pairs = 0;
    std::size_t full = 0;
    bool has_lower = false;
    for (std::size_t at = 0; at + 1 < lines.size(); ++at) {
        if (lines[at].span.is_empty() || lines[at + 1].span.is_empty()) {
            continue;
        }
        ++pairs;
        const std::size_t needed = lines[at].indent + lines[at].width + 1 + lines[at + 1].first_word_width;
        if (needed + kRagged > widest) {
            ++full;
            const char first = text[lines[at + 1].span.begin];
            has_lower = has_lower || (first >= 'a' && first <= 'z');
        }
    }
    return has_lower && full * 5 >= pairs * 3 ? widest : 0;
}

/// True if `next` carries on the paragraph of `line` in a text that is wrapped at `width`.
bool carries_on(std::string_view text, const Line& line, const Line& next, std::size_t width) {
    if (is_list_item(slice(text, next.span)) || next.indent > line.indent + 1) {
        return false;
    }
    constexpr std::size_t kShort = 20;
    return line.indent + line.width + 1 + next.first_word_width + kShort > width;
}

}  // namespace

ByteSpan trimmed(std::string_view text, ByteSpan span) {
    std::uint32_t size = 0;
    while (span.begin < span.end && is_space_at(text, span.begin, size)) {
        span.begin += size;
    }
    while (span.end > span.begin) {
        std::uint32_t begin = span.end - 1;
        while (begin > span.begin && (static_cast<std::uint8_t>(text[begin]) & 0xC0U) == 0x80U) {
            --begin;
        }
        if (!is_space_at(text, begin, size)) {
            break;
        }
        span.end = begin;
    }
    return span.begin < span.end ? span : ByteSpan{span.begin, span.begin};
}

std::vector<ByteSpan> find_paragraphs(std::string_view text) {
    const std::vector<Line> lines = lines_of(text);
    const std::size_t width = wrap_width(text, lines);
    std::vector<ByteSpan> paragraphs;
    bool is_open = false;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        const Line& line = lines[at];
        if (line.span.is_empty()) {
            is_open = false;
        } else if (is_open && width > 0 && carries_on(text, lines[at - 1], line, width)) {
            paragraphs.back().end = line.span.end;
        } else {
            paragraphs.push_back(line.span);
            is_open = true;
        }
    }
    return paragraphs;
}

}  // namespace stancegraph
