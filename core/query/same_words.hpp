#pragma once

#include <span>
#include <vector>

#include "query/contradictions.hpp"

namespace stancegraph {

/// The statements that documents print with the same words, but with other speakers, or with the opposite
/// stance of one actor on one subject; see contradictions.hpp.
[[nodiscard]] std::vector<Contradiction> same_words_differently(const StanceGraph& graph,
                                                                std::span<const SelectedEdge> selected);

}  // namespace stancegraph
