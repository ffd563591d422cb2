#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/rule_folders.hpp"
#include "match/matcher.hpp"
#include "pipeline/rule_examples.hpp"
#include "ruleset/lint.hpp"
#include "ruleset/load.hpp"

namespace stancegraph::cli {
namespace {

std::string plural(std::size_t count, std::string_view word) {
    return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

/// Those about the files that the user named; all where none was named.
Diagnostics about(const Diagnostics& diagnostics, const std::vector<std::string>& folders) {
    Diagnostics kept;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        const auto is_in = [&](const std::string& folder) {
            return diagnostic.location.file->name().starts_with(folder);
        };
        if (folders.empty() || diagnostic.location.file == nullptr || std::ranges::any_of(folders, is_in)) {
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
        (void)compile(rules, all);
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

ExitCode test(const RuleChoice& choice, bool shows_untested, Streams& streams) {
    auto rules = load_chosen_rules(choice, streams, Drafts::run);
    if (!rules.has_value()) {
        return ExitCode::usage;
    }
    Diagnostics diagnostics;
    const Engine engine(std::move(*rules), diagnostics);
    const ExampleStats stats = run_examples(engine, diagnostics);
    streams.out << render(diagnostics);
    for (const RuleId untested : stats.untested) {
        if (shows_untested) {
            streams.out << fmt::format("no example: {}\n", engine.rules().rules[untested].name);
        }
    }
    streams.error << fmt::format("{} of {}: {} passed, {} failed, {} known to fail; {} without an example\n",
                                 plural(stats.examples, "example"), plural(stats.rules, "rule"), stats.passed,
                                 stats.failed, stats.todo, plural(stats.untested.size(), "rule"));
    return stats.failed > 0 || diagnostics.has_errors() ? ExitCode::negative : ExitCode::done;
}

}  // namespace

ExitCode run_rules(const Command& command, Arguments arguments, Streams& streams) {
    std::vector<std::string> words;
    RuleChoice choice;
    bool is_strict = false;
    bool shows_untested = false;
    Options options(command);
    options.inputs("ACTION", "lint or test, then folders; without folders the shipped rules", true, words);
    options.flag("--strict", "lint: warnings count as errors", is_strict);
    options.flag("--untested", "test: name the rules without an example", shows_untested);
    options.flag("--only-rules", "The folders alone, without the shipped rules", choice.only_these);
    if (const auto code = options.parse(arguments, streams)) {
        return *code;
    }
    choice.folders.assign(words.begin() + 1, words.end());
    if (words.front() == "lint") {
        return lint(choice, is_strict, streams);
    }
    if (words.front() == "test") {
        return test(choice, shows_untested, streams);
    }
    const std::string guess = did_you_mean(words.front(), {"lint", "test"});
    report(streams, plain_error("SG0002", fmt::format("unknown command 'rules {}'", words.front()),
                                guess.empty() ? "use rules lint or rules test" : guess));
    return ExitCode::usage;
}

}  // namespace stancegraph::cli
