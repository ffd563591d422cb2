#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "annotate/segmenter.hpp"
#include "text/document.hpp"

namespace stancegraph {

/// The raw text of a treebank, rebuilt from its tokens, and how people cut it.
struct GoldText {
    Document document;             ///< One block for each paragraph (`# newpar`, `# newdoc`).
    std::vector<ByteSpan> tokens;  ///< As written: don't.
    std::vector<ByteSpan>
        words;  ///< Of the syntax: do, n't. Sorted; two alike where a word is not what is written.
    std::vector<ByteSpan> sentences;
};

/// The text of a CoNLL-U file. A file without paragraphs gets one for each sentence. Of its documents only
/// those are read whose `# newdoc id` contains `id_part`.
[[nodiscard]] GoldText read_gold_text(std::string_view conllu, std::string_view id_part = {});

/// Found spans against gold ones.
struct SpanScore {
    std::size_t gold = 0;
    std::size_t found = 0;
    std::size_t correct = 0;

    [[nodiscard]] double precision() const;  ///< In [0, 100], as all three.
    [[nodiscard]] double recall() const;
    [[nodiscard]] double f1() const;
};

/// Counts spans that are exactly alike; both are sorted by begin.
[[nodiscard]] SpanScore score_spans(const std::vector<ByteSpan>& gold, const std::vector<ByteSpan>& found);

struct SegmentationScore {
    SpanScore tokens;
    SpanScore words;
    SpanScore sentences;
};

/// Segments the raw text and compares. Source: Zeman et al. 2018, the CoNLL 2018 shared task, section 4;
/// words inside a token are compared by their place in it instead of by aligning their forms.
[[nodiscard]] SegmentationScore score_segmentation(const GoldText& gold, const Segmenter& segmenter);

}  // namespace stancegraph
