#include <fmt/format.h>

#include "cli/options.hpp"
#include "cli/rule_folders.hpp"
#include "cli/rules_actions.hpp"
#include "pipeline/rule_examples.hpp"

namespace stancegraph::cli {
namespace {

struct TestChoice {
    RuleChoice rules;
    std::vector<std::string> names;  ///< Of the rules to test; none: all.
    bool shows_untested = false;
};

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
    const ExampleStats stats = run_examples(engine, chosen, diagnostics);
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
    options.flag("--untested", "Name the rules without an example", choice.shows_untested);
    options.flag("--only-rules", "The folders alone, without the shipped rules", choice.rules.only_these);
    if (const auto code = options.parse(arguments, streams)) {
        return *code;
    }
    return test(choice, streams);
}

}  // namespace stancegraph::cli
