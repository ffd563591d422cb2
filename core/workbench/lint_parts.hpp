#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "match/compiled_rules.hpp"
#include "ruleset/ruleset.hpp"
#include "workbench/word_forms.hpp"

/// The groups of checks that `lint` runs. Internal to core/workbench.
namespace stancegraph {

/// What all of them look at.
struct LintContext {
    const RuleSet& rules;
    const CompiledRules& compiled;
    const WordForms& forms;
    Diagnostics& diagnostics;
    std::map<std::string, LexiconId, std::less<>> lists;

    void add(Severity severity, std::string code, std::string message, const Location& location,
             std::string hint, std::vector<Note> notes = {}) const;

    /// Null where there is no such list.
    [[nodiscard]] const Lexicon* list(std::string_view name) const;
};

/// Words of patterns and of the lists that rules use, and names.
void lint_words(const LintContext& context);
/// Tests of one word, in brackets.
void lint_tests(const LintContext& context);
/// Names that two actors share, and offices that two hold at once.
void lint_actors(const LintContext& context);
/// Entries that stand twice.
void lint_lists(const LintContext& context);
/// Rules beside each other, and their examples.
void lint_rules(const LintContext& context);
/// Rules that cannot match, and what they name and never get.
void lint_reach(const LintContext& context);
/// What a try of a pattern may cost.
void lint_cost(const LintContext& context);

}  // namespace stancegraph
