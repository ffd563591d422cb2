#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <system_error>

#include <fmt/format.h>

#include "cli/atomic_file.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/project.hpp"
#include "cli/review_session.hpp"
#include "cli/rule_folders.hpp"
#include "store/store.hpp"
#include "workbench/review_order.hpp"
#include "workbench/reviewed_examples.hpp"
#include "workbench/verdicts.hpp"

namespace stancegraph::cli {
namespace {

struct ReviewChoice {
    std::string project = kDefaultProject;
    RuleChoice rules;
    std::string rule;
    std::string stance;
    std::uint32_t count = 30;
    std::uint32_t seed = 1;
    bool is_again = false;
    std::string examples_file;
};

std::optional<ExitCode> parse_choice(const Command& command, Arguments arguments, ReviewChoice& choice,
                                     Streams& streams) {
    Options options(command);
    add_project_option(options, choice.project);
    options.value("--rule", "NAME", "Claims of this rule", choice.rule);
    options.value("--stance", "LABEL", "Claims with this stance", choice.stance);
    options.value("-n,--count", "N", "How many to show", choice.count);
    options.value("--seed", "K", "Another number draws other claims", choice.seed);
    options.flag("--all", "Also those that were judged before", choice.is_again);
    options.value("--export-examples", "FILE",
                  "Write what was judged as examples for rule files, and ask nothing; - for standard output",
                  choice.examples_file);
    add_rule_options(options, choice.rules);
    return options.parse(arguments, streams);
}

std::vector<Claim> claims_of(Store& store) {
    std::vector<Claim> claims;
    store.for_each_claim([&claims](Claim&& claim) { claims.push_back(std::move(claim)); });
    return claims;
}

/// The text of a document, the last one being kept.
std::function<std::string(const std::string&)> texts_of(Store& store) {
    return [&store](const std::string& doc) {
        const auto id = store.find_document(doc);
        auto article = id.has_value() ? store.article(*id) : std::nullopt;
        return article.has_value() ? std::move(article->document.text) : std::string();
    };
}

/// Reports a name that no claim has.
bool is_among(const std::string& wanted, const std::vector<Claim>& claims, std::string_view what,
              const std::function<const std::string&(const Claim&)>& name_of, Streams& streams) {
    std::vector<std::string> names;
    for (const Claim& claim : claims) {
        if (std::ranges::find(names, name_of(claim)) == names.end()) {
            names.push_back(name_of(claim));
        }
    }
    if (wanted.empty() || std::ranges::find(names, wanted) != names.end()) {
        return true;
    }
    report(streams,
           plain_error("SG0031", fmt::format("no claim of the project has the {} '{}'", what, wanted),
                       did_you_mean(wanted, names)));
    return false;
}

ExitCode ask(const ReviewChoice& choice, Store& store, Streams& streams) {
    std::vector<Claim> claims = claims_of(store);
    if (!is_among(
            choice.rule, claims, "rule", [](const Claim& claim) -> auto& { return claim.rule; }, streams) ||
        !is_among(
            choice.stance, claims, "stance", [](const Claim& claim) -> auto& { return claim.stance.label; },
            streams)) {
        return ExitCode::usage;
    }
    VerdictTable table(store.database());
    const JudgedClaims judged(table.all());
    std::map<std::string, std::uint32_t> judged_of_rule;
    for (const Claim& claim : claims) {
        judged_of_rule[claim.rule] += !choice.is_again && judged.find(claim) != nullptr ? 1U : 0U;
    }
    std::erase_if(claims, [&](const Claim& claim) {
        return (!choice.rule.empty() && claim.rule != choice.rule) ||
               (!choice.stance.empty() && claim.stance.label != choice.stance) ||
               (!choice.is_again && judged.find(claim) != nullptr);
    });
    std::vector<Claim> chosen;
    for (const std::size_t place : review_order(claims, choice.seed, judged_of_rule)) {
        if (chosen.size() < choice.count) {
            chosen.push_back(claims[place]);
        }
    }
    if (chosen.empty()) {
        streams.error << "every such claim has been judged; --all shows them again\n";
        return ExitCode::done;
    }
    review(chosen, texts_of(store), table, streams);
    return ExitCode::done;
}

ExitCode export_examples(const ReviewChoice& choice, Store& store, Streams& streams) {
    auto rules = load_chosen_rules(choice.rules, streams);
    if (!rules.has_value()) {
        return ExitCode::usage;
    }
    Diagnostics diagnostics;
    const Engine engine(std::move(*rules), diagnostics);
    report(streams, diagnostics);
    const JudgedClaims judged(VerdictTable(store.database()).all());
    std::vector<JudgedClaim> claims;
    for (Claim& claim : claims_of(store)) {
        const StoredVerdict* verdict = judged.find(claim);
        const bool is_wanted = (choice.rule.empty() || claim.rule == choice.rule) &&
                               (choice.stance.empty() || claim.stance.label == choice.stance);
        if (verdict != nullptr && is_wanted) {
            claims.push_back({.claim = std::move(claim), .verdict = *verdict});
        }
    }
    if (claims.empty()) {
        report(streams,
               plain_error("SG0014", fmt::format("no verdict is on a result of '{}'", choice.project),
                           "judge some claims first: stancegraph review"));
        return ExitCode::negative;
    }
    const std::string yaml = yaml_of(examples_from(engine, claims, texts_of(store)), engine.rules());
    if (choice.examples_file == "-") {
        streams.out << yaml;
        return ExitCode::done;
    }
    Diagnostics faults;
    if (!write_whole(
            choice.examples_file, [&yaml](std::ostream& out) { out << yaml; }, faults)) {
        report(streams, faults);
        return exit_code_of(faults);
    }
    return ExitCode::done;
}

}  // namespace

ExitCode run_review(const Command& command, Arguments arguments, Streams& streams) {
    ReviewChoice choice;
    if (const auto code = parse_choice(command, arguments, choice, streams)) {
        return *code;
    }
    const std::filesystem::path file = std::filesystem::path(choice.project) / Store::kFileName;
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        report(streams,
               plain_error("SG0009", fmt::format("'{}' holds no {}", choice.project, Store::kFileName),
                           "run stancegraph build first, or name its folder with -p"));
        return ExitCode::usage;
    }
    const bool is_asking = choice.examples_file.empty();
    static_cast<void>(open_store(choice.project));  // Refuses an older file, which writing would begin anew.
    Store store(file, is_asking ? Database::Mode::write : Database::Mode::read);
    return is_asking ? ask(choice, store, streams) : export_examples(choice, store, streams);
}

}  // namespace stancegraph::cli
