#pragma once

#include <string>
#include <vector>

#include "base/vocabulary.hpp"
#include "text/annotation.hpp"
#include "text/document.hpp"

namespace stancegraph {

/// The tree of a sentence as text, one line a token, dependents below their head in the order of the text:
///
///     rejected   reject  VERB VBN  root
///     ├─ plan    plan    NOUN NN   nsubj:pass
///     │  └─ The  the     DET  DT   det
///     └─ was     be      AUX  VBD  aux:pass
///
/// Where the sentence has no tree, its tokens one below the other.
[[nodiscard]] std::vector<std::string> draw_tree(const Document& document, const Annotation& annotation,
                                                 const Vocabulary& vocabulary, const Sentence& sentence);

}  // namespace stancegraph
