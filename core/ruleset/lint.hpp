#pragma once

#include "base/diagnostics.hpp"
#include "ruleset/ruleset.hpp"

namespace stancegraph {

/// Adds warnings about rules and lists that are allowed, but hardly what their author wanted: words that no
/// text has, entries that two lists give different stances, rules that can never win, that repeat another,
/// that have no examples. Sorted by nothing; the caller sorts.
void lint(const RuleSet& rules, Diagnostics& diagnostics);

}  // namespace stancegraph
