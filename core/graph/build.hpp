#pragma once

#include "graph/claim_set.hpp"
#include "graph/stance_graph.hpp"

namespace stancegraph {

struct GraphOptions {
    bool has_layout = true;  ///< Place the vertices; queries need no places.
};

/// The graph of these claims. It depends on the set and the options alone. Claims without a speaker or a
/// subject are kept but make no edge. O(n log n) and the layout.
[[nodiscard]] StanceGraph build_graph(ClaimSet claims, const GraphOptions& options = {});

}  // namespace stancegraph
