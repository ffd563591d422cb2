#include "pattern/cursor.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace stancegraph::pattern {
namespace {

bool is_lower(char byte) {
    return byte >= 'a' && byte <= 'z';
}

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

}  // namespace

void Cursor::skip_blanks() {
    at_ = static_cast<std::uint32_t>(std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()));
}

bool Cursor::accept(std::string_view expected) {
    const bool is_here = is_at(expected);
    if (is_here) {
        advance(expected.size());
    }
    return is_here;
}

bool Cursor::accept_after_blanks(std::string_view expected) {
    skip_blanks();
    return accept(expected);
}

std::string_view Cursor::accept_name() {
    const std::uint32_t begin = at_;
    if (is_lower(peek())) {
        while (is_lower(peek()) || is_digit(peek()) || peek() == '_') {
            ++at_;
        }
    }
    return between(begin, at_);
}

std::string_view Cursor::accept_capitals() {
    const std::uint32_t begin = at_;
    while ((peek() >= 'A' && peek() <= 'Z') || (peek() == '_' && at_ > begin)) {
        ++at_;
    }
    return between(begin, at_);
}

bool Cursor::accept_number(std::uint32_t& number) {
    const std::uint32_t begin = at_;
    number = 0;
    while (is_digit(peek())) {
        number = std::min(number * 10 + static_cast<std::uint32_t>(peek() - '0'), 9999U);
        ++at_;
    }
    return at_ > begin;
}

ByteSpan Cursor::word_here() const {
    if (is_at_end()) {
        return {at_, at_};
    }
    const std::size_t end = std::min(text_.find_first_of(" \t\r\n()[]{}|&<>", at_), text_.size());
    const std::uint32_t least = at_ + utf8::decode(rest()).size;
    return {at_, std::max(least, static_cast<std::uint32_t>(end))};
}

void Cursor::error(std::string code, std::string message, ByteSpan in_text, std::string hint) {
    has_failed_ = true;
    diagnostics_->add({.code = std::move(code),
                       .severity = Severity::error,
                       .message = std::move(message),
                       .location = {.file = source_->file, .span = source_->in_file(in_text)},
                       .hint = std::move(hint),
                       .notes = {}});
}

}  // namespace stancegraph::pattern
