#pragma once

#include <span>
#include <vector>

#include "graph/stance_graph.hpp"

namespace stancegraph {

/// All stances of one actor on one subject together: what the net view draws as one edge.
struct StancePair {
    VertexIndex actor = 0;
    VertexIndex subject = 0;
    EdgeIndex edges_begin = 0;  ///< The pair's edges, half-open.
    EdgeIndex edges_end = 0;
    Tally tally;  ///< Over all of them; net_polarity() and dispute() sum the pair up.
    double certainty = 0.0;
    double belief = 0.0;  ///< That the actor takes any stance on the subject.
};

/// The pairs of a graph by actor, then subject.
[[nodiscard]] std::vector<StancePair> pairs_of(const StanceGraph& graph);

/// The claims of all edges of the pair: edge after edge.
[[nodiscard]] std::span<const ClaimIndex> evidence_of(const StanceGraph& graph, const StancePair& pair);

}  // namespace stancegraph
