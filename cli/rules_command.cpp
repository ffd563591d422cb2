#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/rules_actions.hpp"

namespace stancegraph::cli {
namespace {

constexpr std::array kActions{
    Command{"rules lint", "find every mistake of rule files, with its place",
            "  stancegraph rules lint my-rules/\n"
            "  stancegraph rules lint --strict rules/ my-rules/",
            run_rules_lint},
    Command{"rules test", "run the examples beside the rules",
            "  stancegraph rules test my-rules/\n"
            "  stancegraph rules test my-rules/ --rule 'quote_*'",
            run_rules_test},
    Command{"rules fmt", "put rule files into their one canonical form",
            "  stancegraph rules fmt my-rules/\n"
            "  stancegraph rules fmt --check my-rules/",
            run_rules_fmt},
    Command{"rules schema", "print the JSON Schema of rule files, for editors",
            "  stancegraph rules schema > my-rules/rules.schema.json", run_rules_schema},
    Command{"rules stats", "what each rule finds, and how often it is right",
            "  stancegraph rules stats\n"
            "  stancegraph rules stats articles/ --rules my-rules/ --entries",
            run_rules_stats},
    Command{"rules coverage", "what the rules miss in articles, and the line to add",
            "  stancegraph rules coverage articles/\n"
            "  stancegraph rules coverage articles/ --list verbs",
            run_rules_coverage},
    Command{"rules diff", "what a change of the rules gains and loses over articles",
            "  stancegraph rules diff rules/ my-rules/\n"
            "  stancegraph rules diff HEAD~1 --rules my-rules/\n"
            "  stancegraph rules diff v1 v2 articles/ --sample 0",
            run_rules_diff},
    Command{"rules suggest", "write the list entry or rule that finds what is marked in a sentence",
            "  stancegraph rules suggest \"[Bessent]{speaker} is [giddy]{cue} about [H20 sales]{subject}\"\n"
            "  stancegraph rules suggest \"...\" --stance optimistic articles/",
            run_rules_suggest},
    Command{"rules measure", "count verdicts on claims and attributions; fit certainty to them",
            "  stancegraph rules measure verdicts.jsonl -p out/\n"
            "  stancegraph rules measure verdicts.jsonl -p out/ --fit my-rules/certainty.yaml\n"
            "  stancegraph rules measure other-verdicts.jsonl -p out/ --check my-rules/certainty.yaml",
            run_rules_measure},
};

constexpr std::size_t kPrefix = std::string_view("rules ").size();

std::vector<std::string> action_names() {
    std::vector<std::string> names;
    for (const Command& action : kActions) {
        names.emplace_back(action.name.substr(kPrefix));
    }
    return names;
}

/// Help of the command itself, or the report that there is no such action.
ExitCode without_action(const Command& command, Arguments arguments, Streams& streams) {
    std::vector<std::string> words;
    Options options(command);
    std::string help;
    for (const Command& action : kActions) {
        help +=
            fmt::format("{}{} ({})", help.empty() ? "" : ", ", action.name.substr(kPrefix), action.summary);
    }
    options.inputs("ACTION", help, true, words);
    if (const auto code = options.parse(arguments, streams)) {
        return *code;
    }
    const std::string guess = did_you_mean(words.front(), action_names());
    report(streams,
           plain_error("SG0002", fmt::format("unknown command 'rules {}'", words.front()),
                       guess.empty() ? fmt::format("use rules {}", fmt::join(action_names(), ", ")) : guess));
    return ExitCode::usage;
}

}  // namespace

std::string plural(std::size_t count, std::string_view word) {
    return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

ExitCode run_rules(const Command& command, Arguments arguments, Streams& streams) {
    const auto word = std::ranges::find_if(
        arguments, [](const std::string& argument) { return !argument.starts_with('-'); });
    const auto action = std::ranges::find_if(kActions, [&](const Command& candidate) {
        return word != arguments.end() && candidate.name.substr(kPrefix) == *word;
    });
    if (action == kActions.end()) {
        return without_action(command, arguments, streams);
    }
    std::vector<std::string> rest(arguments.begin(), word);
    rest.insert(rest.end(), word + 1, arguments.end());
    return action->run(*action, rest, streams);
}

}  // namespace stancegraph::cli
