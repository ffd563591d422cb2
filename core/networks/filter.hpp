#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/diagnostics.hpp"
#include "graph/stance_graph.hpp"
#include "query/query.hpp"

namespace stancegraph {

/// Which claims a network is made of.
struct ClaimFilter {
    Query query;
    std::uint32_t min_documents = 1;  ///< That report the same stance of the same actor on the same subject.
    std::uint32_t min_outlets = 1;
};

/// The claims that fit, ascending; nothing, with reports, where the query is wrong (see query.hpp).
[[nodiscard]] std::optional<std::vector<ClaimIndex>> filter_claims(const StanceGraph& graph,
                                                                   const ClaimFilter& filter,
                                                                   Diagnostics& diagnostics);

}  // namespace stancegraph
