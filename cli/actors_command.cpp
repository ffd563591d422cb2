#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/project.hpp"
#include "graph/actor_forms.hpp"
#include "query/name_search.hpp"
#include "query/sheet.hpp"

namespace stancegraph::cli {
namespace {

constexpr std::array kActions{"list", "show", "suggest"};

struct ActorsChoice {
    std::vector<std::string> words;  ///< The action, and for `show` a name.
    std::string project = kDefaultProject;
    std::string format = "table";
};

std::string joined(const std::vector<std::string>& texts, std::size_t most) {
    const std::size_t shown = std::min(texts.size(), most);
    const std::vector<std::string> first(texts.begin(), texts.begin() + static_cast<std::ptrdiff_t>(shown));
    return fmt::format("{}{}", fmt::join(first, "; "), shown < texts.size() ? "; ..." : "");
}

Sheet list_of(std::span<const Claim> claims, const Identities& identities) {
    std::vector<std::uint64_t> counts(identities.all.size());
    for (std::size_t index = 0; index < claims.size(); ++index) {
        if (identities.of_claim[index] != kNoIdentity) {
            ++counts[identities.of_claim[index]];
        }
    }
    std::vector<std::uint32_t> order;
    for (std::uint32_t index = 0; index < identities.all.size(); ++index) {
        order.push_back(index);
    }
    std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) { return counts[a] > counts[b]; });
    Sheet sheet({{"actor"}, {"kind"}, {"claims"}, {"aliases"}, {"only_in"}});
    for (const std::uint32_t index : order) {
        const Identity& identity = identities.all[index];
        sheet.add({identity.name, identity.type, counts[index],
                   fmt::format("{}", fmt::join(identity.aliases, "; ")), identity.scope});
    }
    return sheet;
}

Sheet forms_sheet(std::span<const Claim> claims, const Identities& identities,
                  const std::vector<std::uint32_t>& actors) {
    Sheet sheet({{"actor"}, {"form"}, {"in_article"}, {"evidence"}, {"claims"}, {"documents"}});
    for (const std::uint32_t actor : actors) {
        for (const ActorForm& form : forms_of(claims, identities, actor)) {
            sheet.add({identities.all[actor].name, form.text, form.name, form.evidence,
                       std::uint64_t{form.claims}, std::uint64_t{form.documents}});
        }
    }
    return sheet;
}

/// A YAML string that needs no thought: in double quotes where it could be read otherwise.
std::string yaml_text(const std::string& text) {
    const bool is_plain = std::ranges::all_of(text, [](char byte) {
        const auto code = static_cast<unsigned char>(byte);
        const bool is_letter = (code | 0x20U) >= 'a' && (code | 0x20U) <= 'z';
        return is_letter || code >= 0x80 || byte == ' ';
    });
    if (is_plain && text.find_first_not_of(' ') == 0) {
        return text;
    }
    std::string quoted = "\"";
    for (const char byte : text) {
        quoted += byte == '"' || byte == '\\' ? "\\" : "";
        quoted += byte;
    }
    return quoted + "\"";
}

/// For people: the reason, and the entry of a rule file that makes the two one.
std::string suggestions_text(const Identities& identities, const std::vector<LikelyMerge>& merges) {
    std::string text;
    for (const LikelyMerge& merge : merges) {
        const Identity& shorter = identities.all[merge.shorter];
        const Identity& fuller = identities.all[merge.fuller];
        text += fmt::format("{}# '{}' and '{}': {}\n", text.empty() ? "" : "\n", shorter.name, fuller.name,
                            merge.reason);
        if (!merge.shared_subjects.empty()) {
            text += fmt::format("# both speak of: {}\n", joined(merge.shared_subjects, 5));
        }
        text += fmt::format("actors:\n  - name: {}\n    same_as: [{}]\n", yaml_text(fuller.name),
                            yaml_text(shorter.name));
        text += fuller.type == "unknown" ? "" : fmt::format("    kind: {}\n", fuller.type);
    }
    return text;
}

Sheet suggestions_sheet(const Identities& identities, const std::vector<LikelyMerge>& merges) {
    Sheet sheet({{"name"}, {"alias"}, {"kind"}, {"reason"}, {"shared_subjects"}});
    for (const LikelyMerge& merge : merges) {
        const Identity& fuller = identities.all[merge.fuller];
        sheet.add({fuller.name, identities.all[merge.shorter].name, fuller.type, merge.reason,
                   fmt::format("{}", fmt::join(merge.shared_subjects, "; "))});
    }
    return sheet;
}

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
        report(streams, plain_error("SG0002", fmt::format("'actors' has no action '{}'", action),
                                    guess.empty() ? "the actions are list, show NAME and suggest" : guess));
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
    options.inputs("ACTION", "list, show NAME, or suggest", true, choice.words);
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
    if (choice.words.front() == "list") {
        streams.out << render(list_of(claims, identities), format, kTableWidth);
    } else if (choice.words.front() == "suggest") {
        const auto merges = likely_merges(claims, identities);
        streams.out << (format == AnswerFormat::table
                            ? suggestions_text(identities, merges)
                            : render(suggestions_sheet(identities, merges), format));
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
