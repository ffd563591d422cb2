#pragma once

#include <vector>

#include "match/mention.hpp"

namespace stancegraph {

/// For each of the document's tokens the first attribution whose statement holds it, or kNoId: whose words it
/// is. O(tokens + mentions), whatever lies inside of what.
[[nodiscard]] std::vector<MentionId> first_statements(const Matches& matches, TokenIndex token_count);

}  // namespace stancegraph
