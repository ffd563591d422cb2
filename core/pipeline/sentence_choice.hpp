#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "base/vocabulary.hpp"
#include "text/annotation.hpp"

namespace stancegraph {

/// The sentences that are worth a tree, ascending: those of headlines and body text with a trigger word or a
/// quotation in them, and their direct neighbours, because rules look to the sentence before and statements
/// go on in the next. `is_trigger` is asked about lower-case forms. Linear in the tokens.
[[nodiscard]] std::vector<std::uint32_t> choose_sentences(const Annotation& annotation,
                                                          const std::function<bool(Symbol)>& is_trigger);

}  // namespace stancegraph
