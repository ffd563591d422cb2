#include "workbench/lint.hpp"

#include <utility>

#include "workbench/lint_parts.hpp"

namespace stancegraph {

void LintContext::add(Severity severity, std::string code, std::string message, const Location& location,
                      std::string hint, std::vector<Note> notes) const {
    diagnostics.add({.code = std::move(code),
                     .severity = severity,
                     .message = std::move(message),
                     .location = location,
                     .hint = std::move(hint),
                     .notes = std::move(notes)});
}

const Lexicon* LintContext::list(std::string_view name) const {
    const auto found = lists.find(name);
    return found == lists.end() ? nullptr : &rules.lexicons[found->second];
}

void lint(const RuleSet& rules, Diagnostics& diagnostics) {
    const auto compiled = compile(rules, diagnostics, {.with_drafts = true});
    const WordForms forms(rules);
    LintContext context{
        .rules = rules, .compiled = *compiled, .forms = forms, .diagnostics = diagnostics, .lists = {}};
    for (LexiconId id = 0; id < rules.lexicons.size(); ++id) {
        context.lists.emplace(rules.lexicons[id].name, id);
    }
    lint_words(context);
    lint_tests(context);
    lint_lists(context);
    lint_actors(context);
    lint_rules(context);
    lint_reach(context);
    lint_cost(context);
}

}  // namespace stancegraph
