#include "graph/pairs.hpp"

#include <algorithm>

#include "graph/belief.hpp"
#include "graph/tally.hpp"

namespace stancegraph {

std::span<const ClaimIndex> evidence_of(const StanceGraph& graph, const StancePair& pair) {
    const std::uint32_t begin = graph.edge(pair.edges_begin).evidence_begin;
    const StanceEdge& last = graph.edge(pair.edges_end - 1);
    return graph.evidence().subspan(begin, last.evidence_begin + last.tally.claims - begin);
}

std::vector<StancePair> pairs_of(const StanceGraph& graph) {
    std::vector<StancePair> pairs;
    for (EdgeIndex index = 0; index < graph.edge_count(); ++index) {
        const StanceEdge& edge = graph.edge(index);
        const bool is_new =
            pairs.empty() || pairs.back().actor != edge.actor || pairs.back().subject != edge.subject;
        if (is_new) {
            StancePair pair;
            pair.actor = edge.actor;
            pair.subject = edge.subject;
            pair.edges_begin = index;
            pairs.push_back(pair);
        }
        pairs.back().edges_end = index + 1;
        pairs.back().certainty = std::max(pairs.back().certainty, edge.certainty);
    }
    for (StancePair& pair : pairs) {
        const auto evidence = evidence_of(graph, pair);
        pair.tally = tally_of(graph.table(), evidence);
        pair.belief = support_in(graph.table(), evidence);
    }
    return pairs;
}

}  // namespace stancegraph
