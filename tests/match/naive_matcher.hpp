#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "match/machine.hpp"
#include "pattern/ast.hpp"

namespace stancegraph::test {

/// A match as the enumerator finds it: where it ends, what it costs, which marks it passed.
struct NaiveMatch {
    TokenIndex end = 0;
    MatchCost cost;
    std::vector<MarkAt> marks;
};

/// All matches of a pattern that begin at `begin` in a text of one-letter words, by backtracking over every
/// choice: exponential, for small patterns only. Marks are of the name `x`, number 1. Look-arounds count as
/// met or not at their place.
[[nodiscard]] std::vector<NaiveMatch> all_matches(const pattern::Node& node, std::string_view text,
                                                  TokenIndex begin);

/// The best of them.
[[nodiscard]] std::optional<NaiveMatch> best_match(const pattern::Node& node, std::string_view text,
                                                   TokenIndex begin);

}  // namespace stancegraph::test
