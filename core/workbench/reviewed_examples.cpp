#include "workbench/reviewed_examples.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/yaml_text.hpp"
#include "pipeline/given_text.hpp"
#include "pipeline/processor.hpp"
#include "pipeline/result_lines.hpp"
#include "pipeline/rule_examples.hpp"
#include "workbench/claim_card.hpp"
#include "workbench/places.hpp"

namespace stancegraph {
namespace {

/// What a rule gives on a text, and which line of it tells the claim.
struct Attempt {
    std::string text;
    std::vector<std::string> lines;
    std::string line_of_claim;
};

std::string place_of(const Claim& claim) {
    return fmt::format("{}:{}", claim.doc, claim.line);
}

/// The sentence alone, then with the words before it.
std::array<std::string, 2> texts_for(const Claim& claim, const std::string& text) {
    if (claim.sentence.is_empty() || claim.sentence.end > text.size()) {
        return {claim.quote, claim.quote};
    }
    const std::string sentence =
        on_one_line(std::string_view(text).substr(claim.sentence.begin, claim.sentence.size()));
    return {sentence, words_before(text, claim.sentence.begin) + ' ' + sentence};
}

class ExampleMaker {
public:
    explicit ExampleMaker(const Engine& engine) : engine_(engine), processor_(engine) {}

    /// Nothing where the rule does not give the claim on this text.
    [[nodiscard]] std::optional<Attempt> attempt(RuleId rule, const Claim& claim, const std::string& text);

private:
    [[nodiscard]] std::string line_of_result(RuleId rule, std::size_t claim, const Document& document,
                                             const Processed& processed) const;

    const Engine& engine_;
    Processor processor_;
};

/// The line of `gives` that tells a claim: its own, or that of its attribution.
std::string ExampleMaker::line_of_result(RuleId rule, std::size_t claim, const Document& document,
                                         const Processed& processed) const {
    const Resolved& resolved = processed.resolved;
    if (engine_.rules().rules[rule].stage != Stage::attribution) {
        return line_of(resolved.claims[claim]);
    }
    const auto attribution =
        std::ranges::find(resolved.attributions, resolved.claim_mentions[claim], &Attribution::mention);
    return attribution == resolved.attributions.end() ? std::string() : line_of(*attribution, document);
}

std::optional<Attempt> ExampleMaker::attempt(RuleId rule, const Claim& claim, const std::string& text) {
    const Document document = document_of("example", text);
    const Processed processed = processor_.process(document);
    const std::vector<Claim>& claims = processed.resolved.claims;
    for (std::size_t at = 0; at < claims.size(); ++at) {
        const Mention& mention = processed.matches.mentions[processed.resolved.claim_mentions[at]];
        if (mention.rule == rule && line_of(claims[at]) == line_of(claim)) {
            Attempt found{.text = text,
                          .lines = results_of(rule, engine_, document, processed),
                          .line_of_claim = line_of_result(rule, at, document, processed)};
            const bool is_told = std::ranges::find(found.lines, found.line_of_claim) != found.lines.end();
            return is_told ? std::optional(std::move(found)) : std::nullopt;
        }
    }
    return std::nullopt;
}

/// Examples with the same rule and text are one.
class ExampleSet {
public:
    void add(RuleId rule, const Attempt& attempt, const JudgedClaim& judged) {
        const auto [place, is_new] = places_.try_emplace({rule, attempt.text}, examples_.size());
        if (is_new) {
            examples_.emplace_back(
                rule,
                ReviewedExample{
                    .rule = judged.claim.rule, .text = attempt.text, .gives = attempt.lines, .sources = {}});
        }
        ReviewedExample& example = examples_[place->second].second;
        const std::string wrong = judged.verdict.wrong.empty() ? "wrong" : "wrong " + judged.verdict.wrong;
        example.sources.push_back(
            fmt::format("{}: {}", judged.verdict.is_right ? "right" : wrong, place_of(judged.claim)));
        if (!judged.verdict.is_right) {
            example.is_right = false;
            std::erase(example.gives, attempt.line_of_claim);
        }
    }

    [[nodiscard]] std::vector<ReviewedExample> take() {
        std::ranges::stable_sort(examples_, {}, [](const auto& example) { return example.first; });
        std::vector<ReviewedExample> taken;
        for (auto& [rule, example] : examples_) {
            taken.push_back(std::move(example));
        }
        return taken;
    }

private:
    std::map<std::pair<RuleId, std::string>, std::size_t> places_;
    std::vector<std::pair<RuleId, ReviewedExample>> examples_;
};

/// Why no example can be made of the verdict, whatever its text gives; empty where one can.
std::string obstacle(const JudgedClaim& judged, const RuleSet& rules) {
    const RuleId rule = rules.find_rule(judged.claim.rule);
    if (rule == kNoId) {
        return fmt::format("there is no rule '{}' any more", judged.claim.rule);
    }
    const std::string& wrong = judged.verdict.wrong;
    const bool is_about_words = judged.verdict.is_right || wrong == "speaker" || wrong == "claim";
    return rules.rules[rule].stage == Stage::attribution && !is_about_words
               ? "examples of an attribution rule tell no subject and stance"
               : std::string();
}

std::string list_of(const std::vector<std::string>& lines) {
    if (lines.empty()) {
        return " nothing\n";
    }
    if (lines.size() == 1) {
        return ' ' + yaml::scalar_text(lines.front(), yaml::Surroundings::block) + '\n';
    }
    std::string text = "\n";
    for (const std::string& line : lines) {
        text += "          - " + yaml::scalar_text(line, yaml::Surroundings::block) + '\n';
    }
    return text;
}

}  // namespace

ReviewedExamples examples_from(const Engine& engine, const std::vector<JudgedClaim>& claims,
                               const std::function<std::string(const std::string& doc)>& text_of) {
    ReviewedExamples found;
    ExampleMaker maker(engine);
    ExampleSet set;
    for (const JudgedClaim& judged : claims) {
        if (const std::string why = obstacle(judged, engine.rules()); !why.empty()) {
            found.left_out.push_back(fmt::format("{}: {}", place_of(judged.claim), why));
            continue;
        }
        const RuleId rule = engine.rules().find_rule(judged.claim.rule);
        std::optional<Attempt> attempt;
        for (const std::string& text : texts_for(judged.claim, text_of(judged.claim.doc))) {
            attempt = attempt.has_value() ? attempt : maker.attempt(rule, judged.claim, text);
        }
        if (attempt.has_value()) {
            set.add(rule, *attempt, judged);
        } else {
            found.left_out.push_back(
                fmt::format("{}: its sentence alone does not give the claim", place_of(judged.claim)));
        }
    }
    found.examples = set.take();
    return found;
}

std::string yaml_of(const ReviewedExamples& examples, const RuleSet& rules) {
    std::string text;
    std::string_view rule;
    for (const ReviewedExample& example : examples.examples) {
        if (example.rule != rule) {
            rule = example.rule;
            const RuleId id = rules.find_rule(rule);
            text += fmt::format("{}# under `examples:` of rule {} ({})\n", text.empty() ? "" : "\n", rule,
                                place_of(rules.rules[id].location));
        }
        for (const std::string& source : example.sources) {
            text += fmt::format("      # {}\n", source);
        }
        if (!example.is_right) {
            text += "      # fails until the rule is mended\n";
        }
        text +=
            fmt::format("      - text: {}\n        gives:{}",
                        yaml::scalar_text(example.text, yaml::Surroundings::block), list_of(example.gives));
    }
    for (const std::string& place : examples.left_out) {
        text += fmt::format("{}# no example of {}\n", text.empty() ? "" : "\n", place);
    }
    return text;
}

}  // namespace stancegraph
