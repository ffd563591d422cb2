#pragma once

#include <string_view>
#include <vector>

#include "annotate/segmenter_lexicons.hpp"
#include "annotate/word_set.hpp"
#include "base/span.hpp"

namespace stancegraph {

/// Cuts text into the syntactic words of Universal Dependencies, as the English Web Treebank splits them:
/// contractions and possessives in two, hyphenated words in three but after some prefixes, figures, addresses
/// and abbreviations whole.
class Tokenizer {
public:
    explicit Tokenizer(const SegmenterLexicons& lexicons);

    /// Appends the tokens of `range` in order: not empty, not overlapping, on character boundaries, covering
    /// everything but blanks. Linear in the range, whatever it holds; allocates only to grow `out`.
    /// Precondition: `text` is valid UTF-8 and `range` lies in it, on character boundaries.
    void tokenize(std::string_view text, ByteSpan range, std::vector<ByteSpan>& out) const;

    /// Where a word in letters that stands for two splits ("cannot": 3), or 0.
    [[nodiscard]] std::size_t joined_at(std::string_view word) const;

    struct Lists {
        annotate::WordSet abbreviations;
        annotate::WordSet number_abbreviations;
        annotate::WordSet hyphen_prefixes;
        annotate::WordSet joined_words;
        annotate::WordSet units;
        annotate::WordSet elisions;
        std::vector<std::size_t> joined_splits;
    };

private:
    Lists lists_;
};

}  // namespace stancegraph
