#pragma once

#include <cstdint>
#include <vector>

namespace stancegraph {

struct Point {
    double x = 0.0;
    double y = 0.0;
};

struct LayoutEdge {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    double weight = 1.0;  ///< Positive; heavier ones pull a little harder.
};

struct LayoutGraph {
    std::uint32_t node_count = 0;
    std::vector<LayoutEdge> edges;
};

/// A point for every node, within +-2500, at least +-420 apart in all. Connected parts are laid out by forces
/// (attraction along edges, repulsion between all nodes, summed over a quadtree) and packed on rings around
/// the biggest one. Deterministic: the start is a spiral in node order, and only operations are used that
/// IEEE 754 rounds exactly. O(n log n) a round, 60 to 300 rounds. **Source:** Fruchterman and Reingold, Graph
/// Drawing by Force-directed Placement, 1991; Barnes and Hut, A hierarchical O(N log N) force-calculation
/// algorithm, 1986.
[[nodiscard]] std::vector<Point> lay_out(const LayoutGraph& graph);

}  // namespace stancegraph
