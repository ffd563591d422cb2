#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/communities.hpp"

namespace stancegraph {

/// A split of a signed network into two camps.
struct Split {
    std::vector<std::uint8_t>
        side_of;              ///< 0 or 1 for each node; 0 for the first node of each connected part.
    double frustrated = 0.0;  ///< Weight of the edges against the split: negative inside, positive across.
    double total = 0.0;       ///< Weight of all edges, without their signs.
    bool is_exact = true;     ///< No split is better; else it is the best of several greedy ones.

    /// Share of the weight that no split into two camps can please; 0 where the network is balanced.
    [[nodiscard]] double share() const { return total > 0.0 ? frustrated / total : 0.0; }
};

/// The best split, each connected part on its own: all splits of parts of up to 20 nodes are tried; in larger
/// ones nodes change sides as long as that helps, from several starts. Deterministic. **Source:** Aref and
/// Wilson, Balance and Frustration in Signed Networks, 2019 (frustration index); structural balance:
/// Cartwright and Harary, 1956.
[[nodiscard]] Split best_split(std::uint32_t node_count, std::span<const WeightedEdge> signed_edges);

}  // namespace stancegraph
