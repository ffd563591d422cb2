#include "text/block_lexicons.hpp"

#include <algorithm>
#include <cstdint>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

constexpr char32_t kRightQuote = 0x2019;

/// Letters and digits; of what lies beyond them combining marks and scripts without case, but no punctuation.
bool is_word_code(char32_t code_point) {
    if (code_point < 0x80) {
        const char32_t lower = code_point | 0x20U;
        return (code_point >= '0' && code_point <= '9') || (lower >= 'a' && lower <= 'z');
    }
    const bool is_punctuation = code_point >= 0x2000 && code_point < 0x2C00;
    return utf8::is_letter(code_point) ||
           (code_point >= 0x300 && !is_punctuation && !utf8::is_space(code_point));
}

utf8::Decoded decode_quickly(std::string_view text) {
    const auto first = static_cast<std::uint8_t>(text.front());
    return first < 0x80 ? utf8::Decoded{.code_point = first} : utf8::decode(text);
}

void append_lower(std::string& normal, std::string_view bytes, bool is_apostrophe) {
    const char first = bytes.front();
    if (is_apostrophe) {
        normal.push_back('\'');
    } else if (bytes.size() > 1) {
        normal.append(utf8::to_lower(bytes));
    } else {
        normal.push_back(first >= 'A' && first <= 'Z' ? static_cast<char>(first - 'A' + 'a') : first);
    }
}

/// The end of the word that begins at `from`, or of the text.
std::size_t word_end(std::string_view normal, std::size_t from) {
    return std::min(normal.find(' ', from), normal.size());
}

/// True if `normal` goes on with `phrase` at `at`, up to a word's end.
bool stands_at(std::string_view normal, std::size_t at, std::string_view phrase) {
    const std::size_t end = at + phrase.size();
    return normal.substr(at).starts_with(phrase) && (end == normal.size() || normal[end] == ' ');
}

/// The end of `before`, one to four words, `behind` at the begin of `normal`; 0 if they do not stand there.
std::size_t gapped_match(std::string_view normal, std::string_view before, std::string_view behind) {
    constexpr int kLongestGap = 4;
    if (!stands_at(normal, 0, before)) {
        return 0;
    }
    std::size_t at = before.size() + 1;
    for (int words = 0; words < kLongestGap && at < normal.size(); ++words) {
        at = word_end(normal, at) + 1;
        if (at < normal.size() && stands_at(normal, at, behind)) {
            return at + behind.size();
        }
    }
    return 0;
}

}  // namespace

std::string normal_phrase(std::string_view text) {
    std::string normal;
    normal.reserve(text.size());
    bool pending_space = false;
    bool after_word = false;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded decoded = decode_quickly(text.substr(at));
        const std::size_t next = at + decoded.size;
        const char32_t code_point = decoded.code_point;
        const bool is_apostrophe = code_point == '\'' || code_point == kRightQuote;
        const bool is_kept = is_apostrophe ? after_word && next < text.size() &&
                                                 utf8::is_letter(utf8::decode(text.substr(next)).code_point)
                                           : is_word_code(code_point);
        if (!is_kept) {
            pending_space = !normal.empty();
        } else {
            if (pending_space) {
                normal.push_back(' ');
                pending_space = false;
            }
            append_lower(normal, text.substr(at, decoded.size), is_apostrophe);
        }
        after_word = is_kept;
        at = next;
    }
    return normal;
}

void BlockLexicons::add(BlockList list, std::string_view phrase) {
    // Expands the first `a/b`; the rest of the phrase follows in the next round.
    const std::size_t slash = phrase.find('/');
    if (slash == std::string_view::npos) {
        add_one(lists_[static_cast<std::size_t>(list)], phrase);
        return;
    }
    const std::size_t space = phrase.rfind(' ', slash);
    const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
    const std::size_t end = std::min(phrase.find(' ', slash), phrase.size());
    for (std::size_t at = begin; at < end;) {
        const std::size_t stop = std::min(phrase.find('/', at), end);
        std::string one(phrase.substr(0, begin));
        one.append(phrase.substr(at, stop - at)).append(phrase.substr(end));
        add(list, one);
        at = stop + 1;
    }
}

void BlockLexicons::add_one(Phrases& phrases, std::string_view phrase) {
    if (const std::size_t gap = phrase.find(" _ "); gap != std::string_view::npos) {
        phrases.gapped.push_back({.before = normal_phrase(phrase.substr(0, gap)),
                                  .behind = normal_phrase(phrase.substr(gap + 3))});
        return;
    }
    std::string normal = normal_phrase(phrase);
    if (!normal.empty()) {
        const auto words = static_cast<std::size_t>(std::ranges::count(normal, ' ')) + 1;
        phrases.longest = std::max(phrases.longest, words);
        phrases.first_words.emplace(normal.substr(0, word_end(normal, 0)));
        phrases.all.insert(std::move(normal));
    }
}

bool BlockLexicons::has(BlockList list, std::string_view normal) const {
    return !normal.empty() && match_at_begin(list, normal) == normal.size();
}

std::size_t BlockLexicons::match_at_begin(BlockList list, std::string_view normal) const {
    const Phrases& known = phrases(list);
    std::size_t longest = 0;
    std::size_t end = 0;
    const bool may_match = known.first_words.contains(normal.substr(0, word_end(normal, 0)));
    for (std::size_t words = 0; may_match && words < known.longest && end < normal.size(); ++words) {
        end = word_end(normal, words == 0 ? 0 : end + 1);
        if (known.all.contains(normal.substr(0, end))) {
            longest = end;
        }
    }
    for (const Gapped& phrase : known.gapped) {
        longest = std::max(longest, gapped_match(normal, phrase.before, phrase.behind));
    }
    return longest;
}

bool BlockLexicons::occurs(BlockList list, std::string_view normal) const {
    for (std::size_t begin = 0; begin < normal.size(); begin = word_end(normal, begin) + 1) {
        if (match_at_begin(list, normal.substr(begin)) > 0) {
            return true;
        }
    }
    return false;
}

}  // namespace stancegraph
