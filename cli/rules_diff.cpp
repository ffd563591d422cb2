#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>

#include <fmt/format.h>

#include "cli/article_source.hpp"
#include "cli/difference_table.hpp"
#include "cli/options.hpp"
#include "cli/project.hpp"
#include "cli/revision_folder.hpp"
#include "cli/rule_folders.hpp"
#include "cli/rules_actions.hpp"
#include "workbench/rule_difference.hpp"

namespace stancegraph::cli {
namespace {

struct DiffChoice {
    std::vector<std::string> inputs;  ///< First what is compared, then articles.
    std::string project = kDefaultProject;
    RuleChoice rules;
    std::uint32_t sample = 5;
    std::string format = "table";
};

std::optional<ExitCode> parse_choice(const Command& command, Arguments arguments, DiffChoice& choice,
                                     Streams& streams) {
    Options options(command);
    options.inputs(
        "OLD [NEW] [INPUT...]",
        "Two folders with rules, or git revisions of the rules (of --rules, else the shipped ones); a "
        "revision alone is compared with the rules as they are. Then articles; without any those of "
        "the project",
        true, choice.inputs);
    add_project_option(options, choice.project);
    options.value("--sample", "N", "Claims to show of each rule and sign; 0 shows all", choice.sample);
    options.choice("-f,--format", {"table", "json"}, "How it is printed", choice.format);
    add_rule_options(options, choice.rules);
    return options.parse(arguments, streams);
}

bool is_path(const std::string& text) {
    std::error_code error;
    return std::filesystem::exists(text, error);
}

/// The shipped rules and a folder, or the folder alone where it is a copy of them with changes: both would
/// give everything twice.
std::optional<RuleSet> load_folder(const std::string& folder, RuleChoice choice, Streams& streams) {
    choice.folders.push_back(folder);
    if (!choice.only_these && repeats_shipped_rules(folder)) {
        choice.only_these = true;
    }
    return load_chosen_rules(choice, streams, Drafts::run);
}

/// The chosen rules as they were in a revision: what --rules names, else the shipped rules.
std::optional<RuleSet> load_revision(const std::string& revision, const RuleChoice& choice,
                                     Streams& streams) {
    Diagnostics faults;
    std::vector<std::string> versioned = choice.folders;
    if (versioned.empty()) {
        const auto shipped = shipped_rules();
        versioned.push_back(shipped.has_value() ? shipped->string() : ".");
    }
    std::vector<RevisionFolder> folders;
    RuleChoice old{.folders = {}, .only_these = choice.only_these || choice.folders.empty()};
    for (const std::string& folder : versioned) {
        auto extracted = RevisionFolder::extract(folder, revision, faults);
        if (!extracted.has_value()) {
            report(streams, faults);
            return std::nullopt;
        }
        old.folders.push_back(extracted->path().string());
        folders.push_back(std::move(*extracted));
    }
    auto rules = load_chosen_rules(old, streams, Drafts::run);
    if (!rules.has_value()) {
        streams.error << fmt::format("the rules are those of revision '{}'\n", revision);
    }
    return rules;
}

std::optional<RuleSet> load_side(const std::string& side, const RuleChoice& choice, Streams& streams) {
    return is_path(side) ? load_folder(side, choice, streams) : load_revision(side, choice, streams);
}

/// Both rule sets; takes their names from the inputs. Nothing, with a report, where one cannot be loaded.
std::optional<std::pair<RuleSet, RuleSet>> load_sides(DiffChoice& choice, Streams& streams) {
    const std::string old_name = choice.inputs.front();
    const bool is_alone = choice.inputs.size() == 1;
    if (is_alone && is_path(old_name)) {
        report(streams, plain_error("SG0004", "NEW is required where OLD is a folder", "rules diff OLD NEW"));
        return std::nullopt;
    }
    const std::string new_name = is_alone ? std::string() : choice.inputs[1];
    choice.inputs.erase(choice.inputs.begin(), choice.inputs.begin() + (is_alone ? 1 : 2));
    auto before = load_side(old_name, choice.rules, streams);
    if (!before.has_value()) {
        return std::nullopt;
    }
    auto now = is_alone ? load_chosen_rules(choice.rules, streams, Drafts::run)
                        : load_side(new_name, choice.rules, streams);
    if (!now.has_value()) {
        return std::nullopt;
    }
    return std::pair(std::move(*before), std::move(*now));
}

}  // namespace

ExitCode run_rules_diff(const Command& command, Arguments arguments, Streams& streams) {
    DiffChoice choice;
    if (const auto code = parse_choice(command, arguments, choice, streams)) {
        return *code;
    }
    auto sides = load_sides(choice, streams);
    if (!sides.has_value()) {
        return ExitCode::usage;
    }
    Diagnostics diagnostics;
    const Engine before(std::move(sides->first), diagnostics);
    const Engine now(std::move(sides->second), diagnostics);
    report(streams, diagnostics);
    const auto articles = open_articles(choice.inputs, choice.project, now.read_options(), streams);
    if (articles == nullptr) {
        return choice.inputs.empty() ? ExitCode::usage : ExitCode::rejected;
    }
    const RuleDifference found = difference_between(before, now, *articles, judged_claims(choice.project));
    streams.out << (choice.format == "json" ? difference_json(found)
                                            : difference_table(found, choice.sample));
    return found.is_nothing() ? ExitCode::done : ExitCode::negative;
}

}  // namespace stancegraph::cli
