#include <filesystem>

#include <fmt/format.h>

#include "cli/atomic_file.hpp"
#include "cli/measure_table.hpp"
#include "cli/options.hpp"
#include "cli/project.hpp"
#include "cli/rule_folders.hpp"
#include "cli/rules_actions.hpp"
#include "measure/certainty_text.hpp"
#include "measure/fit.hpp"
#include "measure/tally.hpp"

namespace stancegraph::cli {
namespace {

struct MeasureChoice {
    std::vector<std::string> verdict_files;
    std::string project = kDefaultProject;
    RuleChoice rules;
    std::string fit_file;
    std::string check_file;
    std::string format = "table";
    bool has_entries = false;
};

struct JudgedResults {
    std::vector<JudgedResult> attributions;
    std::vector<JudgedResult> claims;
};

std::optional<ExitCode> parse_choice(const Command& command, Arguments arguments, MeasureChoice& choice,
                                     Streams& streams) {
    Options options(command);
    options.inputs(
        "VERDICTS",
        "JSONL files with lines {\"id\": \"c:…\", \"right\": true}; - for standard input; without any "
        "the verdicts of review",
        false, choice.verdict_files);
    add_project_option(options, choice.project);
    options.value("--fit", "FILE", "Write a rule file with the certainty that fits these verdicts",
                  choice.fit_file);
    options.value("--check", "FILE",
                  "Write the certainty of the rules in force, with these verdicts as its calibration table",
                  choice.check_file);
    options.flag("--entries", "Also each list entry", choice.has_entries);
    options.choice("-f,--format", {"table", "json"}, "How the counts are printed", choice.format);
    add_rule_options(options, choice.rules);
    return options.parse(arguments, streams);
}

/// The results of the project that the files judge; nothing, with a report, where a file cannot be read.
std::optional<JudgedResults> read_judged(const MeasureChoice& choice, Streams& streams) {
    Diagnostics diagnostics;
    Verdicts verdicts;
    for (const std::string& path : choice.verdict_files) {
        const auto file = read_lines(path, "name a file with a verdict on each line", streams);
        if (file == nullptr) {
            return std::nullopt;
        }
        read_verdicts(file, verdicts, diagnostics);
    }
    const auto claims = read_project(choice.project, streams);
    if (claims.has_value() && choice.verdict_files.empty()) {
        verdicts = judged_claims(choice.project).on(claims->sorted());
    }
    const auto file = claims ? read_project_attributions(choice.project, streams) : nullptr;
    if (file == nullptr) {
        return std::nullopt;
    }
    const std::vector<Attribution> attributions = read_attributions(file, diagnostics);
    report(streams, diagnostics);
    return JudgedResults{.attributions = judged(attributions, verdicts),
                         .claims = judged(claims->sorted(), verdicts)};
}

ExitCode write_table(const CertaintyTable& table, const std::string& path, Streams& streams) {
    Diagnostics faults;
    if (!write_whole(
            path, [&table](std::ostream& out) { out << certainty_text(table); }, faults)) {
        report(streams, faults);
        return exit_code_of(faults);
    }
    return ExitCode::done;
}

}  // namespace

ExitCode run_rules_measure(const Command& command, Arguments arguments, Streams& streams) {
    MeasureChoice choice;
    if (const auto code = parse_choice(command, arguments, choice, streams)) {
        return *code;
    }
    const auto results = read_judged(choice, streams);
    if (!results.has_value()) {
        return ExitCode::usage;
    }
    if (results->attributions.empty() && results->claims.empty()) {
        report(
            streams,
            plain_error("SG0014", fmt::format("no verdict is on a result of '{}'", choice.project),
                        "judge claims of this build with review; ids change when rules or articles change"));
        return ExitCode::negative;
    }
    const Counts attributions = count(results->attributions);
    const Counts claims = count(results->claims);
    streams.out << (choice.format == "json" ? measure_json(attributions, claims)
                                            : measure_table(attributions, claims, choice.has_entries));
    if (choice.fit_file.empty() && choice.check_file.empty()) {
        return ExitCode::done;
    }
    const auto rules = load_chosen_rules(choice.rules, streams);
    if (!rules.has_value()) {
        return ExitCode::usage;
    }
    if (!choice.fit_file.empty()) {
        return write_table(fit_certainty(results->attributions, results->claims, rules->certainty),
                           choice.fit_file, streams);
    }
    CertaintyTable checked = rules->certainty;
    checked.attribution.checked = attributions.bins;
    checked.claim.checked = claims.bins;
    return write_table(checked, choice.check_file, streams);
}

}  // namespace stancegraph::cli
