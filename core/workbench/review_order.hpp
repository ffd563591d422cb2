#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "resolve/claim.hpp"

namespace stancegraph {

/// The order in which somebody is shown claims: a random sample that depends on the claims' ids and the seed
/// alone, spread over the rules. Whenever it is cut off, the rules have been judged about equally often:
/// `judged` says how often each was before. Gives places in `claims`. O(n log n).
[[nodiscard]] std::vector<std::size_t> review_order(std::span<const Claim> claims, std::uint32_t seed,
                                                    const std::map<std::string, std::uint32_t>& judged);

}  // namespace stancegraph
