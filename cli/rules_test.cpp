#include <fmt/format.h>

#include "cli/atomic_file.hpp"
#include "cli/options.hpp"
#include "cli/project.hpp"
#include "cli/rule_folders.hpp"
#include "cli/rules_actions.hpp"
#include "pipeline/rule_examples.hpp"
#include "workbench/accept.hpp"

namespace stancegraph::cli {
namespace {

struct TestChoice {
    RuleChoice rules;
    std::vector<std::string> names;  ///< Of the rules to test; none: all.
    bool shows_untested = false;
    bool accepts = false;
};

/// Rewrites the examples in the files that the user named. The exit code is that of a test in which what was
/// accepted is right.
ExitCode accept_differences(const TestChoice& choice, const Engine& engine, const ExampleStats& stats,
                            Diagnostics& diagnostics, Streams& streams) {
    const std::vector<std::string>& named = choice.rules.folders;
    std::vector<ExampleDifference> wanted;
    for (const ExampleDifference& difference : stats.differences) {
        const Example& example = engine.rules().rules[difference.rule].examples[difference.example];
        if (named.empty() || is_named(example.location.file->name(), named)) {
            wanted.push_back(difference);
        }
    }
    std::size_t accepted = 0;
    for (const AcceptedFile& file : accept(engine.rules(), wanted, diagnostics)) {
        Diagnostics faults;
        if (!write_whole(
                file.before->name(), [&file](std::ostream& out) { out << file.after; }, faults)) {
            report(streams, faults);
            return exit_code_of(faults);
        }
        streams.out << "--- " << file.before->name() << '\n' << file.changes;
        accepted += file.examples;
    }
    report(streams, diagnostics);
    streams.error << fmt::format("{} rewritten, {} left\n", plural(accepted, "example"),
                                 stats.failed - accepted);
    return accepted == stats.failed ? ExitCode::done : ExitCode::negative;
}

ExitCode test(const TestChoice& choice, Streams& streams) {
    auto rules = load_chosen_rules(choice.rules, streams, Drafts::run);
    if (!rules.has_value()) {
        return ExitCode::usage;
    }
    Diagnostics diagnostics;
    const std::vector<RuleId> chosen =
        choice.names.empty() ? all_rules(*rules) : rules_named(*rules, choice.names, diagnostics);
    if (diagnostics.has_errors()) {
        report(streams, diagnostics);
        return ExitCode::usage;
    }
    const Engine engine(std::move(*rules), diagnostics);
    Diagnostics found;
    const ExampleStats stats = run_examples(engine, chosen, found);
    if (choice.accepts) {
        return accept_differences(choice, engine, stats, diagnostics, streams);
    }
    diagnostics.append(found);
    streams.out << render(diagnostics);
    for (const RuleId untested : stats.untested) {
        if (choice.shows_untested) {
            streams.out << fmt::format("no example: {}\n", engine.rules().rules[untested].name);
        }
    }
    streams.error << fmt::format("{} of {}: {} passed, {} failed, {} known to fail; {} without an example\n",
                                 plural(stats.examples, "example"), plural(stats.rules, "rule"), stats.passed,
                                 stats.failed, stats.todo, plural(stats.untested.size(), "rule"));
    return stats.failed > 0 || diagnostics.has_errors() ? ExitCode::negative : ExitCode::done;
}

}  // namespace

ExitCode run_rules_test(const Command& command, Arguments arguments, Streams& streams) {
    TestChoice choice;
    Options options(command);
    options.inputs("FOLDER", "Folders of rule files; without any the shipped rules", false,
                   choice.rules.folders);
    options.values("--rule", "NAME", "Only the examples of this rule; `*` stands for any letters",
                   choice.names);
    options.flag("--accept", "Write what is found into the examples that fail; show what was changed",
                 choice.accepts);
    options.flag("--untested", "Name the rules without an example", choice.shows_untested);
    options.flag("--only-rules", "The folders alone, without the shipped rules", choice.rules.only_these);
    if (const auto code = options.parse(arguments, streams)) {
        return *code;
    }
    return test(choice, streams);
}

}  // namespace stancegraph::cli
