#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "cli/actors_output.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/project.hpp"
#include "graph/actor_check.hpp"
#include "graph/actor_forms.hpp"
#include "query/name_search.hpp"
#include "query/render.hpp"

namespace stancegraph::cli {
namespace {

constexpr std::array kActions{"list", "show", "suggest", "check"};

struct ActorsChoice {
    std::vector<std::string> words;  ///< The action, and for `show` a name.
    std::string project = kDefaultProject;
    std::string format = "table";
};

/// The actors that a name fits best; none, with a report, where there are none.
std::vector<std::uint32_t> actors_called(const Identities& identities, const std::string& typed,
                                         Streams& streams) {
    std::vector<Named> all;
    for (std::uint32_t index = 0; index < identities.all.size(); ++index) {
        Named named{.index = index, .names = {identities.all[index].name}};
        const auto& aliases = identities.all[index].aliases;
        named.names.insert(named.names.end(), aliases.begin(), aliases.end());
        all.push_back(std::move(named));
    }
    for (const NameFit worst : {NameFit::whole, NameFit::words, NameFit::part}) {
        if (auto found = find_named(all, typed, worst); !found.empty()) {
            return found;
        }
    }
    const std::string near = nearest_named(all, typed);
    report(streams, plain_error("SG3001", fmt::format("no actor called '{}'", typed),
                                near.empty() ? std::string("stancegraph actors list shows all of them")
                                             : fmt::format("did you mean '{}'?", near)));
    return {};
}

/// True if the words are an action and what it needs; else with a report.
bool check_words(const ActorsChoice& choice, Streams& streams) {
    const std::string& action = choice.words.front();
    const auto* const known = std::ranges::find(kActions, action);
    if (known == kActions.end()) {
        const std::string guess =
            did_you_mean(action, std::vector<std::string>(kActions.begin(), kActions.end()));
        report(streams,
               plain_error("SG0002", fmt::format("'actors' has no action '{}'", action),
                           guess.empty() ? "the actions are list, show NAME, suggest and check" : guess));
        return false;
    }
    const std::size_t wanted = action == "show" ? 2 : 1;
    if (choice.words.size() != wanted) {
        report(
            streams,
            plain_error(
                "SG0006",
                fmt::format("'actors {}' takes {}", action, wanted == 2 ? "one name" : "nothing more"),
                action == "show" ? "for example: stancegraph actors show \"Scott Bessent\"" : std::string()));
        return false;
    }
    return true;
}

}  // namespace

ExitCode run_actors(const Command& command, Arguments arguments, Streams& streams) {
    ActorsChoice choice;
    Options options(command);
    options.inputs("ACTION", "list, show NAME, suggest or check", true, choice.words);
    add_project_option(options, choice.project);
    options.choice("-f,--format", {"table", "json", "jsonl", "csv"}, "How the answer is printed",
                   choice.format);
    if (const auto code = options.parse(arguments, streams)) {
        return *code;
    }
    if (!check_words(choice, streams)) {
        return ExitCode::usage;
    }
    auto set = read_project(choice.project, streams);
    if (!set.has_value()) {
        return ExitCode::usage;
    }
    const IdentityDecisions decisions = set->decisions();
    const std::vector<Claim> claims = std::move(*set).sorted();
    const Identities identities = identify_actors(claims, decisions);
    const AnswerFormat format = find_answer_format(choice.format).value_or(AnswerFormat::table);
    const std::string& action = choice.words.front();
    if (action == "list") {
        streams.out << render(list_sheet(claims, identities), format, kTableWidth);
    } else if (action == "suggest") {
        streams.out << suggestions(identities, likely_merges(claims, identities), format);
    } else if (action == "check") {
        const auto findings = check_actors(claims, identities, decisions);
        streams.out << render(findings, format);
        return findings.empty() ? ExitCode::done : ExitCode::negative;
    } else {
        const auto actors = actors_called(identities, choice.words.back(), streams);
        if (actors.empty()) {
            return ExitCode::usage;
        }
        streams.out << render(forms_sheet(claims, identities, actors), format, kTableWidth);
    }
    return ExitCode::done;
}

}  // namespace stancegraph::cli
