#include "annotate/word_cuts.hpp"

#include <algorithm>
#include <array>

#include "annotate/characters.hpp"

namespace stancegraph::annotate {
namespace {

/// The last apostrophe of a word; size 0 if it has none.
struct Apostrophe {
    std::size_t at = 0;
    std::size_t size = 0;
};

Apostrophe last_apostrophe(std::string_view word) {
    for (std::size_t end = word.size(); end > 0; --end) {
        if (word[end - 1] == '\'') {
            return {end - 1, 1};
        }
        const std::string_view upto = word.substr(0, end);
        if (upto.ends_with("\u2019") || upto.ends_with(kLeftSingleMark)) {
            return {end - kLeftSingleMark.size(), kLeftSingleMark.size()};
        }
    }
    return {};
}

constexpr char folded(char byte) {
    return is_ascii_upper(byte) ? static_cast<char>(byte + ('a' - 'A')) : byte;
}

/// What follows the apostrophe of a clitic: 's 'm 'd 're 've 'll.
bool is_clitic_tail(std::string_view tail) {
    if (tail.size() == 1) {
        const char letter = folded(tail[0]);
        return letter == 's' || letter == 'm' || letter == 'd';
    }
    if (tail.size() != 2) {
        return false;
    }
    const std::array<char, 2> letters{folded(tail[0]), folded(tail[1])};
    return letters == std::array{'r', 'e'} || letters == std::array{'v', 'e'} ||
           letters == std::array{'l', 'l'};
}

/// Where the clitic that ends `word` begins, or 0.
std::size_t clitic_begin(std::string_view word) {
    const Apostrophe apostrophe = last_apostrophe(word);
    if (apostrophe.size == 0 || apostrophe.at == 0) {
        return 0;
    }
    const std::string_view tail = word.substr(apostrophe.at + apostrophe.size);
    if (is_clitic_tail(tail)) {
        return apostrophe.at;
    }
    const bool is_not = tail.size() == 1 && folded(tail[0]) == 't' && folded(word[apostrophe.at - 1]) == 'n';
    return is_not && apostrophe.at > 1 ? apostrophe.at - 1 : 0;
}

/// Where the unit behind a figure begins ("5km": 1), or 0.
std::size_t unit_begin(std::string_view word, const WordSet& units) {
    if (!is_ascii_digit(word.front())) {
        return 0;
    }
    std::size_t at = 1;
    while (at < word.size() &&
           (is_ascii_digit(word[at]) || word[at] == '.' || word[at] == ',' || word[at] == ':')) {
        ++at;
    }
    return at < word.size() && units.contains(word.substr(at)) ? at : 0;
}

}  // namespace

Cuts find_cuts(std::string_view word, const TokenizerLists& lists) {
    Cuts cuts;
    std::string_view rest = word;
    while (cuts.count + 1 < Cuts::kMost) {
        const std::size_t begin = clitic_begin(rest);
        if (begin == 0) {
            break;
        }
        cuts.at[cuts.count++] = begin;
        rest = rest.substr(0, begin);
    }
    const std::uint32_t joined = lists.joined_words.find(rest);
    const std::size_t inner =
        joined != WordSet::kAbsent ? lists.joined_splits[joined] : unit_begin(rest, lists.units);
    if (inner > 0) {
        cuts.at[cuts.count++] = inner;
    }
    std::reverse(cuts.at, cuts.at + cuts.count);
    return cuts;
}

}  // namespace stancegraph::annotate
