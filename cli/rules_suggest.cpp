#include <memory>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "cli/article_source.hpp"
#include "cli/options.hpp"
#include "cli/rule_folders.hpp"
#include "cli/rules_actions.hpp"
#include "pipeline/given_text.hpp"
#include "workbench/suggest.hpp"

namespace stancegraph::cli {
namespace {

struct Choices {
    std::vector<std::string> inputs;  ///< The marked sentence, then articles.
    std::string stance;
    std::uint32_t most_samples = 5;
    RuleChoice rules;
};

/// What the edit changes in the articles, in lines that YAML takes for comments.
std::string elsewhere_text(const Elsewhere& elsewhere) {
    std::string text = fmt::format("# in {}: {} gained, {} lost\n", plural(elsewhere.articles, "article"),
                                   plural(elsewhere.gained, "claim"), elsewhere.lost);
    for (const std::string& sample : elsewhere.samples) {
        text += fmt::format("#   {}\n", utf8::visible(sample));
    }
    return text;
}

/// One suggestion: what it is and does as comments, the lines to paste as they are.
std::string suggestion_text(const Suggestion& suggestion, std::size_t number) {
    const std::string edit = to_text(suggestion.edit);
    const std::size_t first_line = edit.find('\n');
    std::string text =
        fmt::format("# {}. {}\n#    {}\n", number, edit.substr(0, first_line), suggestion.reason);
    for (const std::string& line : suggestion.gives) {
        text += fmt::format("#    tried, gives: {}\n", utf8::visible(line));
    }
    return text + edit.substr(first_line + 1);
}

std::vector<Elsewhere> elsewhere_of(const Suggestions& suggestions, const Trial& trial,
                                    const std::vector<Document>& articles, const Choices& choices) {
    std::vector<std::unique_ptr<Engine>> engines;
    for (const Suggestion& suggestion : suggestions.all) {
        Diagnostics ignored;
        engines.push_back(
            std::make_unique<Engine>(trial.book().with(suggestion.edit).load(ignored), ignored));
    }
    return changes_elsewhere(trial.engine(), engines, articles, choices.most_samples);
}

ExitCode write_suggestions(const Suggestions& suggestions, const Trial& trial, const Choices& choices,
                           Streams& streams) {
    if (suggestions.is_found) {
        streams.out << "# the rules find this already:\n";
        for (const std::string& line : suggestions.gives) {
            streams.out << fmt::format("#    {}\n", utf8::visible(line));
        }
        return ExitCode::done;
    }
    if (suggestions.all.empty()) {
        streams.out << "# no list entry and no rule that was tried finds these words; look at the tree:\n"
                    << fmt::format("#    stancegraph explain '{}'\n", utf8::visible(trial.document().text));
        return ExitCode::negative;
    }
    const std::vector<Document> articles = read_articles({choices.inputs.begin() + 1, choices.inputs.end()},
                                                         trial.engine().read_options(), streams);
    const std::vector<Elsewhere> elsewhere = elsewhere_of(suggestions, trial, articles, choices);
    for (std::size_t at = 0; at < suggestions.all.size(); ++at) {
        streams.out << (at == 0 ? "" : "\n") << suggestion_text(suggestions.all[at], at + 1);
        if (!articles.empty()) {
            streams.out << elsewhere_text(elsewhere[at]);
        }
    }
    return ExitCode::done;
}

ExitCode run(const Choices& choices, Streams& streams) {
    const auto rules = load_chosen_rules(choices.rules, streams, Drafts::run);
    Diagnostics diagnostics;
    const auto sentence = read_marked_sentence(choices.inputs.front(), diagnostics);
    report(streams, diagnostics);
    if (!rules.has_value() || !sentence.has_value()) {
        return ExitCode::usage;
    }
    if (!choices.stance.empty() && rules->find_stance(choices.stance) == kNoId) {
        std::vector<std::string> labels;
        for (const Stance& stance : rules->stances) {
            labels.push_back(stance.label);
        }
        const std::string guess = did_you_mean(choices.stance, labels);
        report(streams,
               plain_error("SG0005", fmt::format("--stance: there is no stance '{}'", choices.stance),
                           guess.empty() ? fmt::format("use {}", fmt::join(labels, ", ")) : guess));
        return ExitCode::usage;
    }
    const Document document = document_of("text", sentence->text);
    const Trial trial(RuleBook(*rule_paths(choices.rules, streams), diagnostics), document);
    return write_suggestions(suggest(trial, *sentence, choices.stance), trial, choices, streams);
}

}  // namespace

ExitCode run_rules_suggest(const Command& command, Arguments arguments, Streams& streams) {
    Choices choices;
    Options options(command);
    options.inputs("SENTENCE",
                   "A sentence with its parts marked, then articles to see what else would be found", true,
                   choices.inputs);
    options.value("--stance", "STANCE",
                  "The stance that the cue tells (default: the usual ones of each list)", choices.stance);
    options.value("--show", "N", "Claims of the articles to show for each suggestion (default 5)",
                  choices.most_samples);
    add_rule_options(options, choices.rules);
    if (const auto code = options.parse(arguments, streams)) {
        return *code;
    }
    return run(choices, streams);
}

}  // namespace stancegraph::cli
