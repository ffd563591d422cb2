#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/stance_graph.hpp"
#include "graph/story_table.hpp"
#include "networks/discourse_network.hpp"

namespace stancegraph::testing {

/// A claim in five words: `Ada + tides doc1 2025-03-04`; `+`, `-` or `0`; the date may be missing. Its outlet
/// is what stands before a slash in the document. `links` says which documents tell one story.
[[nodiscard]] StanceGraph graph_of(const std::vector<std::string>& claims, const StoryLinks& links = {});

/// The edges as text: `Ada Bo 2.5`, joined by `; `.
[[nodiscard]] std::string edges_of(const DiscourseNetwork& network);

/// edges_of the network of that name.
[[nodiscard]] std::string edges_of(const StanceGraph& graph, std::string_view network,
                                   NetworkOptions options = {});

}  // namespace stancegraph::testing
