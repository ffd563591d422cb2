#pragma once

#include "annotate/segmenter_lexicons.hpp"
#include "annotate/sentences.hpp"
#include "annotate/tokenizer.hpp"
#include "base/vocabulary.hpp"
#include "text/annotation.hpp"
#include "text/document.hpp"

namespace stancegraph {

/// Cuts a document into paragraphs, tokens, sentences and quotations. It does not change: any number of
/// threads can use one, each with its own vocabulary.
class Segmenter {
public:
    explicit Segmenter(const SegmenterLexicons& lexicons);

    /// Replaces `out`: one paragraph for each block; all arrays sized, with no lemma, tag, head or relation
    /// yet, and no names. Where the input brings its own annotation, tokens, lemmas, tags, trees and
    /// sentences are taken from there, and only paragraphs and quotations are found here. Linear in the text.
    void segment(const Document& document, Vocabulary& vocabulary, Annotation& out) const;

private:
    Tokenizer tokenizer_;
    SentenceSplitter splitter_;
};

}  // namespace stancegraph
