#pragma once

#include <string>

#include "base/vocabulary.hpp"
#include "text/annotation.hpp"
#include "text/document.hpp"

namespace stancegraph {

/// The annotation in CoNLL-U v2 (universaldependencies.org/format.html): one block for each sentence with `#
/// newdoc id`, `# newpar`, `# sent_id` and `# text`; a contraction also as a multi-word token line (`1-2
/// don't`); `SpaceAfter=No` where no blank follows. Sentences without a tree have `_` in the columns that
/// nobody filled; line breaks inside a sentence become blanks.
[[nodiscard]] std::string to_conllu(const Document& document, const Annotation& annotation,
                                    const Vocabulary& vocabulary);

/// True if the token and the one before it are written as one word: n't in "don't", 's in "Bessent's".
/// A lone apostrophe counts where it is tagged as a possessive. Precondition: token <
/// annotation.token_count().
[[nodiscard]] bool continues_word(const Document& document, const Annotation& annotation, TokenIndex token);

}  // namespace stancegraph
