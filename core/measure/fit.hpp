#pragma once

#include <span>

#include "measure/judged.hpp"
#include "ruleset/certainty_table.hpp"

namespace stancegraph {

/// The table that fits the verdicts best, by logistic regressions (see CertaintyTable for what each is of).
/// A verdict whose `wrong` is `speaker` or `claim` is on the claim, any other on its stance and subject.
/// Where there are verdicts on one sort of results only, the other keeps its part of `before`. Without any
/// calibration table.
[[nodiscard]] CertaintyTable fit_certainty(std::span<const JudgedResult> attributions,
                                           std::span<const JudgedResult> claims,
                                           const CertaintyTable& before);

}  // namespace stancegraph
