#pragma once

#include <string>

#include "match/compiled_rules.hpp"
#include "match/try_log.hpp"
#include "measure/tally.hpp"
#include "pipeline/rule_statistics.hpp"
#include "ruleset/ruleset.hpp"

namespace stancegraph::cli {

/// What `rules stats` prints. `statistics` is null where no article was given: then only what was counted
/// before (the rules' section `certainty:`) is told.
struct StatsView {
    const RuleSet& rules;
    const RuleStatistics* statistics = nullptr;
    const TryLog* tries = nullptr;  ///< Null where `statistics` is.
    const TryLog* times = nullptr;  ///< The same with times, in nanoseconds; null where nobody asked.
    const CompiledRules* compiled = nullptr;  ///< Null where `statistics` is.
    const Counts* reviewed = nullptr;  ///< What `review` was told of claims; null where nobody was asked.
    bool has_entries = false;
};

/// A line for each rule that is on, those that found most first, then for each list entry that found
/// anything or was counted; with articles what never fired and what is slow; then how many reviewed claims of
/// each rule were right, and the calibration tables.
[[nodiscard]] std::string stats_table(const StatsView& view);
/// The same as one JSON object on a line of its own, in the order of the files.
[[nodiscard]] std::string stats_json(const StatsView& view);

}  // namespace stancegraph::cli
