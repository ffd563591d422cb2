#pragma once

#include <cstddef>
#include <vector>

#include "annotate/segmenter_lexicons.hpp"
#include "annotate/word_set.hpp"

namespace stancegraph::annotate {

/// The word lists of the tokenizer, made ready for look-up.
struct TokenizerLists {
    explicit TokenizerLists(const SegmenterLexicons& lexicons);

    /// Where a word that stands for two splits ("cannot": 3), or 0.
    [[nodiscard]] std::size_t joined_at(std::string_view word) const {
        const std::uint32_t joined = joined_words.find(word);
        return joined == WordSet::kAbsent ? 0 : joined_splits[joined];
    }

    WordSet abbreviations;  ///< Those that may end a sentence too.
    WordSet number_abbreviations;
    WordSet hyphen_prefixes;
    WordSet joined_words;  ///< Without their blank.
    WordSet units;
    WordSet elisions;                        ///< Without their apostrophe, whichever it is.
    std::vector<std::size_t> joined_splits;  ///< Where the blank of each joined word stood.
};

}  // namespace stancegraph::annotate
