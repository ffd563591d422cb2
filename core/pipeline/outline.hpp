#pragma once

#include <cstdint>
#include <vector>

#include "base/vocabulary.hpp"
#include "store/store.hpp"
#include "text/annotation.hpp"

namespace stancegraph {

/// Outline::words of an article: the lemmas of its nouns, names, verbs, adjectives and numbers, sentence
/// after sentence. Headlines, teasers and furniture are left out: reprints differ in them, strangers share
/// them.
[[nodiscard]] std::vector<std::uint32_t> outline_of(const Annotation& annotation,
                                                    const Vocabulary& vocabulary);

/// Finds the stories of all documents where some document has none yet; compares what was not compared
/// before.
void update_stories(Store& store);

}  // namespace stancegraph
