#pragma once

#include <string_view>
#include <vector>

#include "annotate/segmenter_lexicons.hpp"
#include "annotate/tokenizer_lists.hpp"
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

private:
    annotate::TokenizerLists lists_;
};

}  // namespace stancegraph
