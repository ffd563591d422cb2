#include "networks/filter.hpp"

#include <algorithm>

#include "graph/tally.hpp"

namespace stancegraph {

std::optional<std::vector<ClaimIndex>> filter_claims(const StanceGraph& graph, const ClaimFilter& filter,
                                                     Diagnostics& diagnostics) {
    const auto selected = select(graph, filter.query, diagnostics);
    if (!selected) {
        return std::nullopt;
    }
    std::vector<ClaimIndex> claims;
    for (const SelectedEdge& edge : *selected) {
        const Tally tally = tally_of(graph.table(), edge.claims);
        if (tally.documents >= filter.min_documents && tally.outlets >= filter.min_outlets) {
            claims.insert(claims.end(), edge.claims.begin(), edge.claims.end());
        }
    }
    std::ranges::sort(claims);
    return claims;
}

}  // namespace stancegraph
