#pragma once

#include <string_view>
#include <vector>

#include "annotate/segmenter_lexicons.hpp"
#include "annotate/word_set.hpp"
#include "text/annotation.hpp"

namespace stancegraph {

/// Finds where sentences end. A sentence lies in one paragraph and has at most Sentence::kMostTokens tokens.
class SentenceSplitter {
public:
    explicit SentenceSplitter(const SegmenterLexicons& lexicons);

    /// Sets `annotation.sentences`, and in its paragraphs `first_sentence` and `sentence_count`, from its
    /// spans, paragraphs and quotations. A sentence takes the closing marks behind its stop; it does not end
    /// inside a short quotation or a bracket that it opened itself. Linear in the tokens.
    void split(std::string_view text, Annotation& annotation) const;

private:
    friend class ParagraphSplitter;

    annotate::WordSet ending_abbreviations_;
    annotate::WordSet starters_;
    annotate::WordSet speech_verbs_;
};

}  // namespace stancegraph
