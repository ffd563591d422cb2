#include "annotate/dateline.hpp"

#include <algorithm>

#include "annotate/characters.hpp"
#include "base/utf8.hpp"

namespace stancegraph::annotate {
namespace {

/// "NEW YORK, Dec. 22 (UPI) —" has nine tokens.
constexpr TokenIndex kLongest = 14;

/// Two capital letters at least, and no small one.
bool is_shouted(std::string_view word) {
    return word.size() >= 2 && is_ascii_upper(word[0]) && is_ascii_upper(word[1]) &&
           std::ranges::none_of(word, [](char byte) { return byte >= 'a' && byte <= 'z'; });
}

bool is_mark(Kind kind) {
    return kind == Kind::dot || kind == Kind::comma || kind == Kind::open_bracket ||
           kind == Kind::close_bracket;
}

bool opens_sentence(Kind kind, std::string_view word) {
    return kind == Kind::double_quote || kind == Kind::open_mark ||
           (utf8::is_capitalised(word) && !is_shouted(word));
}

}  // namespace

TokenIndex end_of_dateline(std::string_view text, const std::vector<ByteSpan>& tokens, TokenSpan paragraph) {
    const auto word = [&](TokenIndex token) {
        return text.substr(tokens[token].begin, tokens[token].size());
    };
    const auto kind = [&](TokenIndex token) { return character_at(text, tokens[token].begin).kind; };
    const TokenIndex last = std::min(paragraph.end, paragraph.begin + kLongest);
    bool is_behind_place = false;
    for (TokenIndex token = paragraph.begin; token + 1 < last; ++token) {
        const Kind mark = kind(token);
        if (token > paragraph.begin && (mark == Kind::dash || mark == Kind::hyphen)) {
            const bool is_glued = tokens[token - 1].end == tokens[token].begin;
            return !is_glued && opens_sentence(kind(token + 1), word(token + 1)) ? token + 1
                                                                                 : paragraph.begin;
        }
        is_behind_place |= token > paragraph.begin && (mark == Kind::comma || mark == Kind::open_bracket);
        const bool fits = is_behind_place
                              ? is_mark(mark) || mark == Kind::digit || utf8::is_capitalised(word(token))
                              : is_shouted(word(token));
        if (!fits) {
            return paragraph.begin;
        }
    }
    return paragraph.begin;
}

}  // namespace stancegraph::annotate
