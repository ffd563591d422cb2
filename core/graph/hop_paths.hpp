#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/communities.hpp"

namespace stancegraph {

/// What the shortest paths of an undirected network say of its nodes; paths count hops.
struct HopPaths {
    std::vector<double> betweenness;
    std::vector<double> closeness;
    std::uint32_t pivots = 0;  ///< Of so many nodes the paths were followed.
};

/// Follows the shortest paths from `pivots` nodes, evenly spaced by number; from all of them if there are no
/// more, and then the measures are exact. Betweenness is the share of the shortest paths between others that
/// pass, divided by (n - 1)(n - 2) / 2 and extrapolated to all n nodes, at most 1. Closeness is corrected for
/// parts that are not connected, (r / sum of distances) (r / (n - 1)) for r nodes within reach, with the
/// pivots in the place of all nodes. O(pivots * edges).
/// **Source:** Brandes, A Faster Algorithm for Betweenness Centrality, 2001; Brandes and Pich, Centrality
/// Estimation in Large Networks, 2007 (pivots chosen at random there: nodes are numbered by name, which says
/// nothing of their place); Wasserman and Faust, Social Network Analysis, 1994, p. 201.
[[nodiscard]] HopPaths follow_paths(std::uint32_t node_count, std::span<const WeightedEdge> edges,
                                    std::uint32_t pivots);

}  // namespace stancegraph
