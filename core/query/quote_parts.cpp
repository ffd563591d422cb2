#include "query/quote_parts.hpp"

#include <algorithm>

namespace stancegraph {
namespace {

struct Mark {
    QuoteRole role = QuoteRole::none;
    ByteSpan span;
};

/// Bytes beyond ASCII are taken for letters.
bool is_word_byte(char byte) {
    const auto code = static_cast<unsigned char>(byte);
    const auto lower = static_cast<unsigned char>(code | 0x20U);
    return code >= 0x80 || (code >= '0' && code <= '9') || (lower >= 'a' && lower <= 'z');
}

bool is_whole(std::string_view text, std::size_t begin, std::size_t end) {
    const bool cuts_before = begin > 0 && is_word_byte(text[begin - 1]) && is_word_byte(text[begin]);
    const bool cuts_after = end < text.size() && is_word_byte(text[end - 1]) && is_word_byte(text[end]);
    return !cuts_before && !cuts_after;
}

ByteSpan find_words(std::string_view quote, std::string_view words) {
    const auto span_at = [&](std::size_t at) {
        return ByteSpan{.begin = static_cast<std::uint32_t>(at),
                        .end = static_cast<std::uint32_t>(at + words.size())};
    };
    const std::size_t first = quote.find(words);
    for (std::size_t at = first; at != std::string_view::npos; at = quote.find(words, at + 1)) {
        if (is_whole(quote, at, at + words.size())) {
            return span_at(at);
        }
    }
    return first == std::string_view::npos ? ByteSpan{} : span_at(first);
}

void add_mark(std::vector<Mark>& marks, QuoteRole role, ByteSpan span) {
    const auto overlaps = [&](const Mark& mark) { return mark.span.overlaps(span); };
    if (!span.is_empty() && std::ranges::none_of(marks, overlaps)) {
        marks.push_back({.role = role, .span = span});
    }
}

}  // namespace

ByteSpan span_in_quote(const Claim& claim, ByteSpan span, std::string_view text) {
    const std::string_view quote = claim.quote;
    if (text.empty()) {
        return {};
    }
    if (claim.sentence.contains(span) && quote.size() == claim.sentence.size()) {
        const std::uint32_t begin = span.begin - claim.sentence.begin;
        if (quote.substr(begin, span.size()) == text) {
            return {.begin = begin, .end = begin + span.size()};
        }
    }
    return find_words(quote, text);
}

std::vector<QuotePart> quote_parts(const Claim& claim) {
    std::vector<Mark> marks;
    add_mark(marks, QuoteRole::cue, span_in_quote(claim, claim.cue, claim.cue_text));
    if (claim.sentence.contains(claim.speaker.span)) {
        add_mark(marks, QuoteRole::speaker, span_in_quote(claim, claim.speaker.span, claim.speaker.text));
    }
    if (claim.sentence.contains(claim.subject.span)) {
        add_mark(marks, QuoteRole::subject, span_in_quote(claim, claim.subject.span, claim.subject.text));
    }
    std::ranges::sort(marks, {}, [](const Mark& mark) { return mark.span; });
    const std::string_view quote = claim.quote;
    std::vector<QuotePart> parts;
    const auto add = [&](QuoteRole role, std::size_t begin, std::size_t end) {
        if (begin < end) {
            parts.push_back({.role = role, .text = quote.substr(begin, end - begin)});
        }
    };
    std::size_t at = 0;
    for (const Mark& mark : marks) {
        add(QuoteRole::none, at, mark.span.begin);
        add(mark.role, mark.span.begin, mark.span.end);
        at = mark.span.end;
    }
    add(QuoteRole::none, at, quote.size());
    return parts;
}

}  // namespace stancegraph
