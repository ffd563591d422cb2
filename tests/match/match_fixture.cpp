#include "match/match_fixture.hpp"

#include <fmt/core.h>
#include <cmath>
#include <memory>

#include "ruleset/load.hpp"
#include "support/conllu_text.hpp"

namespace stancegraph::test {
namespace {

struct Run {
    RuleSet rules;
    Vocabulary vocabulary;
    AnnotatedText text;
    Matches matches;
    Trace trace;
};

RuleSet rules_of(std::string_view text, Diagnostics& diagnostics) {
    return load_rules({std::make_shared<const InputFile>("rules.yaml", std::string(text))}, diagnostics);
}

std::unique_ptr<Run> run(std::string_view rules, std::string_view trees, bool is_traced) {
    auto result = std::make_unique<Run>();
    Diagnostics diagnostics;
    result->rules = rules_of(rules, diagnostics);
    const auto compiled = compile(result->rules, diagnostics);
    if (diagnostics.has_errors()) {
        throw std::runtime_error(render(diagnostics));
    }
    result->text = annotated(trees, result->vocabulary);
    Matcher matcher(compiled, result->vocabulary);
    result->matches = matcher.find_mentions(result->text.document, result->text.annotation,
                                            is_traced ? &result->trace : nullptr);
    return result;
}

std::string words_at(const Run& run, TokenSpan tokens) {
    const ByteSpan bytes = run.text.annotation.bytes_of(tokens);
    return run.text.document.text.substr(bytes.begin, bytes.size());
}

std::string text_of(const Run& run, const SlotValue& value) {
    const std::string of = value.of == kNoId ? "" : fmt::format(" {}", value.of);
    if (value.form == SlotValue::Form::author) {
        return "AUTHOR";
    }
    if (value.form != SlotValue::Form::words) {
        return (value.form == SlotValue::Form::topic ? "topic" : "enclosing") + of;
    }
    std::string text;
    for (const TokenSpan piece : value.pieces) {
        text += (text.empty() ? "" : " + ") + words_at(run, piece);
    }
    return text;
}

std::string line_of(const Run& run, const Mention& mention) {
    std::string line = run.rules.rules[mention.rule].name + ":";
    for (const SlotValue& slot : mention.slots) {
        line += fmt::format(" {}={}", slot.name, text_of(run, slot));
    }
    if (mention.stance != kNoId) {
        line += fmt::format(" [{}]", run.rules.stances[mention.stance].label);
    }
    line += mention.is_negated ? " negated" : "";
    if (mention.modality != Modality::asserted) {
        line += fmt::format(" {}", name_of(mention.modality));
    }
    line += mention.is_guess ? " guess" : "";
    if (std::abs(mention.certainty - 1.0) > 1e-9) {
        line += fmt::format(" x{:.2g}", mention.certainty);
    }
    if (mention.joins != kNoId) {
        line += fmt::format(" joins {}", mention.joins);
    }
    return line + '\n';
}

}  // namespace

std::string found_by(std::string_view rules, std::string_view trees) {
    const auto result = run(rules, trees, false);
    std::string lines;
    for (const Mention& mention : result->matches.mentions) {
        lines += line_of(*result, mention);
    }
    return lines;
}

std::string traced(std::string_view rules, std::string_view trees) {
    const auto result = run(rules, trees, true);
    std::string lines;
    const auto word = [&](TokenIndex token) { return words_at(*result, {token, token + 1}); };
    for (const Beaten& beaten : result->trace.beaten) {
        lines += fmt::format("beaten {} on {}: {}\n", result->rules.rules[beaten.loser.rule].name,
                             word(beaten.loser.cue.front()), beaten.reason);
    }
    for (const NearMiss& miss : result->trace.near_misses) {
        lines += fmt::format("near {} on {}: {} / {}\n", result->rules.rules[miss.rule].name, word(miss.cue),
                             miss.wanted, miss.found);
    }
    return lines;
}

std::string names_in(std::string_view rules, std::string_view trees) {
    const auto result = run(rules, trees, false);
    std::string lines;
    for (const ActorMention& actor : result->matches.actors) {
        lines += fmt::format("actor {}: {}\n", result->rules.actors[actor.actor].name,
                             words_at(*result, actor.tokens));
    }
    for (const SubjectMention& subject : result->matches.subjects) {
        lines += fmt::format("subject {}: {}\n", result->rules.subjects[subject.subject].name,
                             words_at(*result, subject.tokens));
    }
    return lines;
}

std::string compile_errors(std::string_view rules) {
    Diagnostics diagnostics;
    const RuleSet loaded = rules_of(rules, diagnostics);
    static_cast<void>(compile(loaded, diagnostics));
    return render(diagnostics);
}

const std::string_view kLists = R"(stancegraph: 1
stances:
  states: {polarity: 0.0}
  supports: {polarity: 0.9}
  opposes: {polarity: -0.9}
  warns of: {polarity: -0.7}
  hopeful: {polarity: 0.5}
lexicons:
  say: {pos: verb, stance: states, words: [say, tell, point out, "warn: warns of"]}
  pro: {pos: verb, stance: supports, words: [support, back, call for]}
  con: {pos: verb, stance: opposes, words: [oppose, accuse _ of, "warn of: warns of", "warn: warns of"]}
  mood: {pos: adjective, stance: hopeful, words: [hopeful about/of, worried about]}
  role_noun: {pos: noun, words: [minister, official]}
  negator: {words: [not, never]}
  agent_preposition: {words: [by]}
  object_control: {words: [for, of]}
  date_word: {words: [monday]}
  may_verb: {words: [may, might]}
)";

}  // namespace stancegraph::test
