#pragma once

#include <cstdint>
#include <vector>

#include "graph/layout.hpp"

namespace stancegraph {

/// One connected part of a graph.
struct Component {
    std::vector<std::uint32_t> nodes;  ///< Ascending.
    std::vector<LayoutEdge> edges;     ///< Ends are indices into `nodes`.
};

/// The connected parts, biggest first, of equals the one with the smallest node.
[[nodiscard]] std::vector<Component> components_of(const LayoutGraph& graph);

/// Centres for circles of these radii so that none overlap: the first at the origin, the others in order on
/// rings around it. Precondition: the radii descend. O(n).
[[nodiscard]] std::vector<Point> packed_circles(const std::vector<double>& radii);

}  // namespace stancegraph
