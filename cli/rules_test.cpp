#include <fmt/format.h>

#include "cli/options.hpp"
#include "cli/rule_folders.hpp"
#include "cli/rules_actions.hpp"
#include "pipeline/rule_examples.hpp"

namespace stancegraph::cli {
namespace {

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

ExitCode run_rules_test(const Command& command, Arguments arguments, Streams& streams) {
    RuleChoice choice;
    bool shows_untested = false;
    Options options(command);
    options.inputs("FOLDER", "Folders of rule files; without any the shipped rules", false, choice.folders);
    options.flag("--untested", "Name the rules without an example", shows_untested);
    options.flag("--only-rules", "The folders alone, without the shipped rules", choice.only_these);
    if (const auto code = options.parse(arguments, streams)) {
        return *code;
    }
    return test(choice, shows_untested, streams);
}

}  // namespace stancegraph::cli
