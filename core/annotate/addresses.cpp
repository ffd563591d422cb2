#include "annotate/addresses.hpp"

#include <algorithm>

#include "annotate/characters.hpp"

namespace stancegraph::annotate {
namespace {

constexpr std::size_t kLongestScheme = 12;
constexpr std::size_t kLongestTopDomain = 4;

constexpr bool is_name_byte(char byte) {
    return is_ascii_letter(byte) || is_ascii_digit(byte) || byte == '.' || byte == '_' || byte == '-' ||
           byte == '+';
}

/// Cuts what belongs to the sentence: final punctuation, and brackets that were not opened inside.
std::size_t trimmed(std::string_view text, std::size_t begin, std::size_t end) {
    const std::string_view body = text.substr(begin, end - begin);
    auto open = std::count(body.begin(), body.end(), '(');
    auto close = std::count(body.begin(), body.end(), ')');
    while (end > begin + 1) {
        const Character character = character_before(text, end);
        const char last = text[end - 1];
        const bool is_mark = std::string_view(".,;:!?'\"]}>*").find(last) != std::string_view::npos;
        const bool is_quote = character.kind == Kind::close_mark || character.kind == Kind::apostrophe;
        const bool is_outer_bracket = last == ')' && close > open;
        if (text.substr(begin, end - begin).ends_with("...")) {
            return end;  // an address that was cut short on purpose
        }
        if (!is_mark && !is_quote && !is_outer_bracket) {
            return end;
        }
        close -= is_outer_bracket ? 1 : 0;
        end -= character.size;
    }
    return end;
}

/// Where a quotation mark or angle bracket cuts an address off.
std::size_t end_of_address_bytes(std::string_view text, std::size_t begin) {
    const std::size_t end = text.find_first_of("<>\"", begin);
    return end == std::string_view::npos ? text.size() : end;
}

/// "cra.org/resources": letters, digits, dots and hyphens, the last part a top-level domain, and a slash.
bool starts_with_domain(std::string_view text) {
    const std::size_t slash = text.find('/');
    const std::size_t dot = text.substr(0, slash).rfind('.');
    if (slash == std::string_view::npos || dot == std::string_view::npos || dot == 0) {
        return false;
    }
    const std::size_t length = slash - dot - 1;
    const std::string_view host = text.substr(0, slash);
    return length >= 2 && length <= kLongestTopDomain &&
           std::all_of(host.begin() + static_cast<std::ptrdiff_t>(dot) + 1, host.end(), is_ascii_lower) &&
           std::all_of(host.begin(), host.end(), is_name_byte);
}

bool starts_with_scheme(std::string_view text) {
    const std::size_t colon = text.substr(0, kLongestScheme).find("://");
    return colon != std::string_view::npos && colon >= 3 &&
           std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), is_ascii_letter);
}

bool starts_with_www(std::string_view text) {
    return text.size() > 5 && text.starts_with("www.");
}

}  // namespace

AddressFinder::AddressFinder(std::string_view text) : text_(text), at_sign_(std::string_view::npos) {
    for (std::size_t at = 0; at < text.size() && !is_worthwhile_; ++at) {
        is_worthwhile_ =
            text[at] == '/' || text[at] == '@' || (text[at] == 'w' && starts_with_www(text.substr(at)));
    }
    if (is_worthwhile_) {
        find_next_email(0);
    }
}

std::size_t AddressFinder::end_of_address(std::size_t begin) {
    const std::size_t link = end_of_link(begin);
    return link > begin ? link : end_of_email(begin);
}

std::size_t AddressFinder::end_of_link(std::size_t begin) const {
    const std::string_view rest = text_.substr(begin);
    const bool is_first = begin == 0 || !is_word_kind(character_before(text_, begin).kind);
    if (!is_first) {
        return begin;
    }
    // A host without a scheme is looked for at the front only, which keeps the search linear.
    const bool is_front = begin <= 2 && starts_with_domain(rest);
    if (!is_front && !starts_with_scheme(rest) && !starts_with_www(rest)) {
        return begin;
    }
    return trimmed(text_, begin, end_of_address_bytes(text_, begin));
}

std::size_t AddressFinder::end_of_email(std::size_t begin) {
    if (at_sign_ != std::string_view::npos && at_sign_ < begin) {
        find_next_email(begin);
    }
    if (at_sign_ == std::string_view::npos || begin < local_begin_) {
        return begin;
    }
    std::size_t end = at_sign_ + 1;
    while (end < text_.size() && is_name_byte(text_[end])) {
        ++end;
    }
    while (end > at_sign_ + 1 && (text_[end - 1] == '.' || text_[end - 1] == '-')) {
        --end;
    }
    return end > at_sign_ + 1 && begin <= at_sign_ ? end : begin;
}

void AddressFinder::find_next_email(std::size_t from) {
    at_sign_ = text_.find('@', from);
    if (at_sign_ == std::string_view::npos) {
        return;
    }
    local_begin_ = at_sign_;
    while (local_begin_ > from && is_name_byte(text_[local_begin_ - 1])) {
        --local_begin_;
    }
}

std::size_t end_of_emoticon(std::string_view text) {
    std::size_t at = 0;
    if (text.empty() || std::string_view(":;=").find(text[0]) == std::string_view::npos) {
        return text.starts_with("<3") && text.size() == 2 ? 2 : 0;
    }
    ++at;
    if (at < text.size() && (text[at] == '-' || text[at] == 'o')) {
        ++at;
    }
    if (at >= text.size() || std::string_view("()DPp|*[]").find(text[at]) == std::string_view::npos) {
        return 0;
    }
    const char mouth = text[at];
    while (at < text.size() && text[at] == mouth) {
        ++at;
    }
    const bool is_word = at < text.size() && is_word_kind(character_at(text, at).kind);
    return is_word ? 0 : at;
}

}  // namespace stancegraph::annotate
