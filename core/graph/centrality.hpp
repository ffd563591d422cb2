#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/communities.hpp"

namespace stancegraph {

/// How central each node of an undirected network is. Paths count hops: weights would make ties of path
/// lengths a matter of rounding.
struct Centralities {
    std::vector<std::uint32_t> degree;  ///< Number of neighbours.
    std::vector<double> strength;       ///< Sum of the weights of its edges.
    std::vector<double> betweenness;    ///< See hop_paths.hpp; in [0, 1].
    std::vector<double> closeness;      ///< The same.
    std::vector<double> page_rank;      ///< Sums to 1; without regard to weights.
    std::uint32_t pivots =
        0;  ///< Of so many nodes paths were followed; of fewer than all, the two are estimates.
};

/// Paths of all nodes up to 5,000 and 1,000 million steps, of fewer and evenly spaced ones above (see
/// hop_paths.hpp); PageRank with damping 0.85, by Boost.Graph. **Source:** Page, Brin, Motwani and Winograd,
/// The PageRank Citation Ranking, 1999.
[[nodiscard]] Centralities find_centralities(std::uint32_t node_count, std::span<const WeightedEdge> edges);

}  // namespace stancegraph
