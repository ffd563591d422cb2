#pragma once

#include "base/diagnostics.hpp"
#include "ruleset/ruleset.hpp"

namespace stancegraph {

/// Compiles the rules, and adds warnings about what is allowed, but hardly what its author wanted: words and
/// tests that no text can pass, entries that two lists give different stances, rules that can never match or
/// never win, that repeat another, that are slow, that have no examples. Sorted by nothing; the caller sorts.
/// Takes time in proportion to the size of the rules.
void lint(const RuleSet& rules, Diagnostics& diagnostics);

}  // namespace stancegraph
