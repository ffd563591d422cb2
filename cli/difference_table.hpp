#pragma once

#include <cstdint>
#include <string>

#include "workbench/rule_difference.hpp"

namespace stancegraph::cli {

/// How many claims changed, by rule, and of each rule and sign at most `sample` of them (0: all), spread
/// evenly.
[[nodiscard]] std::string difference_table(const RuleDifference& difference, std::uint32_t sample);
/// All of it as one JSON object on a line of its own.
[[nodiscard]] std::string difference_json(const RuleDifference& difference);

}  // namespace stancegraph::cli
