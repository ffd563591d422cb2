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
    std::vector<double> betweenness;    ///< Share of the shortest paths of others that pass, in [0, 1].
    std::vector<double> closeness;      ///< See find_centralities(), in [0, 1].
    std::vector<double> page_rank;      ///< Sums to 1; without regard to weights.
    bool has_paths = true;              ///< Betweenness and closeness were computed; else they are empty.
};

/// Betweenness as Brandes computes it, divided by (n - 1)(n - 2) / 2; closeness with the correction for parts
/// that are not connected, (r / sum of distances) (r / (n - 1)) for r nodes within reach; PageRank with
/// damping 0.85. All by Boost.Graph. O(nodes * edges): above `most_nodes` nodes there are no paths.
/// **Source:** Brandes, A Faster Algorithm for Betweenness Centrality, 2001; Wasserman and Faust, Social
/// Network Analysis, 1994, p. 201; Page, Brin, Motwani and Winograd, The PageRank Citation Ranking, 1999.
[[nodiscard]] Centralities find_centralities(std::uint32_t node_count, std::span<const WeightedEdge> edges,
                                             std::uint32_t most_nodes = 3'000);

}  // namespace stancegraph
