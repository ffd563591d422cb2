#pragma once

#include <string>

#include "cli/stats_table.hpp"

namespace stancegraph::cli {

/// What a rule author looks at first: the rules and list entries that never fired (entries by name where
/// `has_entries`), and the five rules that take most for each try.
[[nodiscard]] std::string stats_footer(const StatsView& view);

/// `40-attribution.yaml:23`
[[nodiscard]] std::string place_of(const Location& location);

}  // namespace stancegraph::cli
