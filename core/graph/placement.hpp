#pragma once

#include <span>
#include <vector>

#include "graph/stance_graph.hpp"

namespace stancegraph {

/// A size from 4 to 100 for each amount, the range that Gephi maps sizes to anyway: areas, not diameters,
/// follow the amounts. Where all are the same, all get 20.
[[nodiscard]] std::vector<double> sizes_by_amount(std::span<const double> amounts);

/// Hundredths are as fine as any screen, and keep the files short.
[[nodiscard]] double rounded_coordinate(double coordinate);

/// Sets `size` by documents.
void size_vertices(std::vector<Vertex>& vertices);

/// Sets `x` and `y` so that the file opens laid out: see layout.hpp. Needs the sizes.
void place_vertices(std::vector<Vertex>& vertices, std::span<const StanceEdge> edges);

}  // namespace stancegraph
