#pragma once

#include <functional>

#include "pipeline/processor.hpp"

namespace stancegraph {

/// Takes one article with its annotation, whose symbols are those of the processor's vocabulary.
using ArticleVisit = std::function<void(const Document& document, Annotation annotation)>;

/// Calls the visitor with every article of a corpus, one after the other, always in the same order. Where the
/// annotations come from is its affair: made by the processor, or stored before.
using ArticleFeed = std::function<void(Processor& processor, const ArticleVisit& visit)>;

}  // namespace stancegraph
