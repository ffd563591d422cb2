#pragma once

#include <string>
#include <string_view>

#include "base/vocabulary.hpp"
#include "text/annotation.hpp"
#include "text/document.hpp"

namespace stancegraph::test {

/// A document with its annotation, made from text by hand.
struct AnnotatedText {
    Document document;
    Annotation annotation;
};

/// Builds a document from trees: one token a line (form, lemma, UPOS, XPOS, head, relation, separated by
/// blanks; head 0 is the root), sentences parted by an empty line, paragraphs by a line `# par`; a line of
/// words after `#` is a comment, `# bare` takes the tree from the sentence that follows. `_` as lemma is the
/// form in lower case. Words are written with one blank between them, but for marks and clitics. Quotations
/// are found by “ and ”; runs of proper nouns are names of persons.
[[nodiscard]] AnnotatedText annotated(std::string_view trees, Vocabulary& vocabulary);

}  // namespace stancegraph::test
