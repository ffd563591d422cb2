#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "graph/stance_graph.hpp"

namespace stancegraph {

/// For documents whose text was compared, the names of those that stand for their story. Sets, because one
/// document may come with several projects that are merged.
using StoryLinks = std::map<std::string, std::set<std::string>>;

/// The stories of the documents that claims stand in.
struct StoryTable {
    std::vector<StoryIndex> of_claim;
    std::vector<std::string> names;  ///< Of each story its document that is first by name; ascending.
};

/// Follows the links; documents without one are compared by the sentences of their claims. Precondition: the
/// claims stand in the order of `claim_order`.
[[nodiscard]] StoryTable stories_of(std::span<const Claim> claims, const StoryLinks& links);

}  // namespace stancegraph
