#include <fmt/format.h>

#include "cli/options.hpp"
#include "cli/rule_folders.hpp"
#include "cli/rules_actions.hpp"
#include "ruleset/load.hpp"
#include "workbench/lint.hpp"

namespace stancegraph::cli {
namespace {

/// Those about the files that the user named; all where none was named.
Diagnostics about(const Diagnostics& diagnostics, const std::vector<std::string>& folders) {
    Diagnostics kept;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        if (folders.empty() || diagnostic.location.file == nullptr ||
            is_named(diagnostic.location.file->name(), folders)) {
            kept.add(diagnostic);
        }
    }
    return kept;
}

/// Loads, compiles and looks for what is allowed but hardly meant. Exit code 1 for errors (and warnings, if
/// strict).
ExitCode lint(const RuleChoice& choice, bool is_strict, Streams& streams) {
    const auto paths = rule_paths(choice, streams);
    if (!paths.has_value()) {
        return ExitCode::usage;
    }
    Diagnostics all;
    const RuleSet rules = load_rules(*paths, all);
    if (!all.has_errors()) {
        stancegraph::lint(rules, all);
    }
    Diagnostics diagnostics = about(all, choice.folders);
    diagnostics.sort();
    streams.out << render(diagnostics);
    const std::size_t errors = diagnostics.count(Severity::error);
    const std::size_t warnings = diagnostics.count(Severity::warning);
    std::size_t entries = 0;
    for (const Lexicon& lexicon : rules.lexicons) {
        entries += lexicon.entries.size();
    }
    streams.error << fmt::format(
        "{}, {} in {}, {}, {}, {}, {}\n", plural(errors, "error"), plural(warnings, "warning"),
        plural(rules.rules.size(), "rule"), plural(rules.lexicons.size(), "list"),
        fmt::format("{} list entries", entries), plural(rules.actors.size(), "actor"),
        plural(rules.subjects.size(), "subject"));
    return errors > 0 || (is_strict && warnings > 0) ? ExitCode::negative : ExitCode::done;
}

}  // namespace

ExitCode run_rules_lint(const Command& command, Arguments arguments, Streams& streams) {
    RuleChoice choice;
    bool is_strict = false;
    Options options(command);
    options.inputs("FOLDER", "Folders of rule files; without any the shipped rules", false, choice.folders);
    options.flag("--strict", "Warnings count as errors", is_strict);
    options.flag("--only-rules", "The folders alone, without the shipped rules", choice.only_these);
    if (const auto code = options.parse(arguments, streams)) {
        return *code;
    }
    return lint(choice, is_strict, streams);
}

}  // namespace stancegraph::cli
