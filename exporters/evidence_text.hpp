#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/stance_graph.hpp"

namespace stancegraph {

/// At most `limit` code points of the text on one line; where it is cut, the last one is an ellipsis.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t limit);

/// At most `count` of the claims: the surest first, each document once as long as others are left; of equals
/// the first.
[[nodiscard]] std::vector<ClaimIndex> best_claims(const StanceGraph& graph,
                                                  std::span<const ClaimIndex> evidence, std::size_t count);

/// The best one to three quotes with their places, surest claims first: `words words [bbc.txt:14]`, joined by
/// a middle dot; about 400 code points in all.
[[nodiscard]] std::string evidence_text(const StanceGraph& graph, std::span<const ClaimIndex> evidence);

/// The ids of the first hundred claims, joined by `|`.
[[nodiscard]] std::string evidence_ids(const StanceGraph& graph, std::span<const ClaimIndex> evidence);

/// Distinct outlets or rules of the claims, ascending, joined by `|`; a bar inside of one becomes a slash.
[[nodiscard]] std::string outlet_names(const StanceGraph& graph, std::span<const ClaimIndex> evidence);
[[nodiscard]] std::string rule_names(const StanceGraph& graph, std::span<const ClaimIndex> evidence);

}  // namespace stancegraph
