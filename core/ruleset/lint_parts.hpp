#pragma once

#include <string>

#include "base/diagnostics.hpp"
#include "ruleset/ruleset.hpp"

/// The groups of checks that `lint` runs. Internal to core/ruleset.
namespace stancegraph {

/// Words of patterns and of the lists that rules use.
void lint_words(const RuleSet& rules, Diagnostics& diagnostics);
/// Entries that stand twice, and names that two actors share.
void lint_lists(const RuleSet& rules, Diagnostics& diagnostics);
/// Rules beside each other, and their examples.
void lint_rules(const RuleSet& rules, Diagnostics& diagnostics);

void add_finding(Diagnostics& diagnostics, Severity severity, std::string code, std::string message,
                 const Location& location, std::string hint, std::vector<Note> notes = {});

}  // namespace stancegraph
