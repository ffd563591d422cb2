#include "annotate/tokenizer_lists.hpp"

#include <algorithm>

namespace stancegraph::annotate {
namespace {

std::vector<std::string> without_blanks(const std::vector<std::string>& words) {
    std::vector<std::string> joined = words;
    for (std::string& word : joined) {
        word.erase(std::remove(word.begin(), word.end(), ' '), word.end());
    }
    return joined;
}

std::vector<std::size_t> blanks_in(const std::vector<std::string>& words) {
    std::vector<std::size_t> places;
    for (const std::string& word : words) {
        const std::size_t blank = word.find(' ');
        places.push_back(blank == std::string::npos ? 0 : blank);
    }
    return places;
}

/// Elisions are looked up without their apostrophe, whichever it is.
std::vector<std::string> without_apostrophes(const std::vector<std::string>& words) {
    std::vector<std::string> bare;
    for (const std::string& word : words) {
        bare.push_back(word.starts_with('\'') ? word.substr(1) : word);
    }
    return bare;
}

std::vector<std::string> with_all(const std::vector<std::string>& left,
                                  const std::vector<std::string>& right) {
    std::vector<std::string> all = left;
    all.insert(all.end(), right.begin(), right.end());
    return all;
}

}  // namespace

TokenizerLists::TokenizerLists(const SegmenterLexicons& lexicons)
    : abbreviations(WordSet(with_all(lexicons.abbreviations, lexicons.ending_abbreviations))),
      number_abbreviations(WordSet(lexicons.number_abbreviations)),
      hyphen_prefixes(WordSet(lexicons.hyphen_prefixes)),
      joined_words(WordSet(without_blanks(lexicons.joined_words))),
      units(WordSet(lexicons.units)),
      elisions(WordSet(without_apostrophes(lexicons.elisions))),
      joined_splits(blanks_in(lexicons.joined_words)) {}

}  // namespace stancegraph::annotate
