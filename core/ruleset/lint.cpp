#include "ruleset/lint.hpp"

#include <utility>

#include "ruleset/lint_parts.hpp"

namespace stancegraph {

void add_finding(Diagnostics& diagnostics, Severity severity, std::string code, std::string message,
                 const Location& location, std::string hint, std::vector<Note> notes) {
    diagnostics.add({.code = std::move(code),
                     .severity = severity,
                     .message = std::move(message),
                     .location = location,
                     .hint = std::move(hint),
                     .notes = std::move(notes)});
}

void lint(const RuleSet& rules, Diagnostics& diagnostics) {
    lint_words(rules, diagnostics);
    lint_lists(rules, diagnostics);
    lint_rules(rules, diagnostics);
}

}  // namespace stancegraph
