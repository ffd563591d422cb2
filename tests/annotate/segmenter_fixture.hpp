#pragma once

#include <string>
#include <vector>

#include "annotate/segmenter.hpp"
#include "support/line_document.hpp"

namespace stancegraph {

/// Word lists as large as the tests need.
[[nodiscard]] SegmenterLexicons test_lexicons();

/// A document cut into its parts.
struct Segmented {
    explicit Segmented(const std::string& text, const SegmenterLexicons& lexicons = test_lexicons());

    [[nodiscard]] std::string text_of(ByteSpan span) const;
    /// Tokens as "a|b|c".
    [[nodiscard]] std::string tokens() const;
    /// Sentences as "One.|Two."
    [[nodiscard]] std::string sentences() const;

    Document document;
    Vocabulary vocabulary;
    Annotation annotation;
};

/// What is wrong with the annotation of the document as Segmenter promises it, or the empty string: spans
/// empty, out of order, inside a character or over a blank's edge; text in no token; a sentence over two
/// paragraphs or too long; a quotation outside of its paragraph.
[[nodiscard]] std::string fault_of(const Document& document, const Annotation& annotation);

}  // namespace stancegraph
