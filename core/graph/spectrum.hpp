#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/communities.hpp"

namespace stancegraph {

/// The eigenvalues, ascending, of the Laplacian D - W of an undirected network; O(nodes^3) time and
/// O(nodes^2) memory. **Source:** Householder's reduction to a tridiagonal matrix and the QL algorithm with
/// implicit shifts, as described by Wilkinson and Reinsch, Handbook for Automatic Computation, 1971.
[[nodiscard]] std::vector<double> laplacian_spectrum(std::uint32_t node_count,
                                                     std::span<const WeightedEdge> edges);

}  // namespace stancegraph
