#pragma once

#include <span>

#include "graph/claim_set.hpp"
#include "graph/stance_graph.hpp"

namespace stancegraph {

struct GraphOptions {
    bool has_layout = true;  ///< Place the vertices; queries need no places.
};

/// The graph of these claims. It depends on the set and the options alone. Claims without a speaker or a
/// subject are kept but make no edge. O(n log n) and the layout.
[[nodiscard]] StanceGraph build_graph(ClaimSet claims, const GraphOptions& options = {});

/// The part of a graph that these claims make: the same vertices with the same ids and names, edges with the
/// tallies of these claims alone. Claims that are on no edge are left out.
/// Precondition: `claims` ascends. O(n log n) and the layout.
[[nodiscard]] StanceGraph restrict_graph(const StanceGraph& graph, std::span<const ClaimIndex> claims,
                                         const GraphOptions& options = {});

}  // namespace stancegraph
