#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace stancegraph {

/// An undirected edge of a network of nodes that are numbered from 0; at most one for each pair, none from a
/// node to itself.
struct WeightedEdge {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    double weight = 1.0;
};

/// Modularity Q = sum over groups of (inside / m - (degrees / 2m)^2), with m the sum of all weights; 0
/// without edges. Precondition: weights are not negative. **Source:** Newman, Analysis of weighted networks,
/// 2004.
[[nodiscard]] double modularity(std::span<const WeightedEdge> edges, std::span<const std::uint32_t> group_of);

/// A group for each node, so that modularity is high: groups are numbered by size, biggest first, of equals
/// the one with the smallest node. Nodes without edges are groups of their own. Deterministic: nodes are
/// visited in order and of equally good groups the smallest wins. Edges whose weight is not positive are
/// ignored. O(edges) a round, few rounds. **Source:** Blondel, Guillaume, Lambiotte and Lefebvre, Fast
/// unfolding of communities in large networks, 2008 (Louvain).
[[nodiscard]] std::vector<std::uint32_t> find_communities(std::uint32_t node_count,
                                                          std::span<const WeightedEdge> edges);

/// The same partition, its groups numbered by size, biggest first, of equals the one with the smallest node.
[[nodiscard]] std::vector<std::uint32_t> numbered_by_size(std::span<const std::uint32_t> group_of);

}  // namespace stancegraph
