#pragma once

#include <span>
#include <vector>

#include "graph/stance_graph.hpp"

namespace stancegraph {

/// Sets `size` from 4 to 100, the range that Gephi maps sizes to anyway: areas, not diameters, follow the
/// documents. Where all count the same, all get 20.
void size_vertices(std::vector<Vertex>& vertices);

/// Sets `x` and `y` so that the file opens laid out: see layout.hpp. Needs the sizes.
void place_vertices(std::vector<Vertex>& vertices, std::span<const StanceEdge> edges);

}  // namespace stancegraph
