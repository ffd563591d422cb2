#include "workbench/rule_silence.hpp"

#include <catch2/catch.hpp>

#include "bench_rules.hpp"
#include "pipeline/given_text.hpp"

namespace stancegraph::test {
namespace {

struct Row {
    std::string what;
    std::string rule;
    std::string text;
    std::string expected;
};

constexpr const char* kRules = R"(stancegraph: 1
stances: {opposes: {polarity: -0.7}, supports: {polarity: 0.7}}
lexicons:
  preposition: {words: [to, for]}
  con: {pos: verb, stance: opposes, words: [oppose, reject, object to]}
  plan: {pos: verb, stance: supports, words: [plan for]}
rules:
  - rule: con_verb
    match: cue:@con
    slots: {speaker: cue >who, subject: cue >what}
    unless: [cue:oppose every]
    where: headline()
    examples: []
  - rule: con_anywhere
    match: cue:@con
    slots: {speaker: cue >who, subject: cue >what}
    unless:
      - cue:oppose every
    priority: 40
    examples: []
  - rule: winner
    match: cue:reject
    slots: {speaker: cue >who, subject: cue >what}
    emit: {stance: supports}
    priority: 90
    examples: []
  - rule: silencer
    match: cue:oppose nothing
    emit: nothing
    priority: 95
    examples: []
  - rule: plans
    match: cue:@plan
    slots: {speaker: cue >who, subject: cue >what}
    examples: []
  - {rule: sleeping, status: "off", match: cue:oppose, slots: {speaker: AUTHOR, subject: cue >what}, emit: {stance: opposes}, examples: []}
)";

}  // namespace

TEST_CASE("a rule that gives nothing says why", "[workbench]") {
    const auto row = GENERATE(values<Row>({
        {"it gives something", "con_anywhere", "Mara Lindqvist opposes the toll.",
         "gives     Mara Lindqvist -> opposes -> toll\n"},
        {"no word", "con_anywhere", "Mara Lindqvist likes the toll.",
         "silent    none of the 3 words that it starts from is in the passage: object, oppose, reject\n"},
        {"off", "sleeping", "Mara Lindqvist opposes the toll.",
         "silent    its status is off: it never runs\n"},
        {"where", "con_verb", "Mara Lindqvist opposes the toll.",
         "silent    it fits, but its `where` does not hold\n"},
        {"unless", "con_anywhere", "Mara Lindqvist opposes every toll.",
         "silent    it fits, but its `unless` calls it off\n"},
        {"a slot", "con_anywhere", "The toll was rejected.",
         "silent    on “rejected”: no speaker: 'cue >who' found nothing; 'rejected' has nsubj:pass toll, "
         "aux:pass was\n"},
        {"beaten", "con_anywhere", "Mara Lindqvist rejects the toll.",
         "silent    it fits on “rejects”, but is beaten by winner: higher priority: winner\n"},
        {"another part of speech", "plans", "Her plan for the toll fell.",
         "silent    on “plan”: 'plan' is in @plan as a verb; it was read as NOUN\n"},
        {"the rest of an entry", "con_anywhere", "Mara Lindqvist objected yesterday.",
         "silent    “objected” is in @con as “object to”, and what belongs to it is not there\n"},
        {"emit: nothing", "silencer", "Mara Lindqvist opposes nothing.",
         "silent    it never gives anything (emit: nothing): it takes words from other rules\n"
         "          here it takes “opposes” from con_anywhere\n"},
    }));
    INFO(row.what);
    const Document document = document_of("text", row.text);
    const Trial trial(book_of(kRules), document);
    REQUIRE(render(trial.diagnostics()) == "");
    const RuleId rule = trial.rules().find_rule(row.rule);
    const RuleSilence answer = why_silent(trial, rule, {0, static_cast<std::uint32_t>(row.text.size())});
    const std::string text = to_text(answer, trial.rules().rules[rule]);
    CHECK(text.substr(text.find('\n') + 1) == row.expected);
}

}  // namespace stancegraph::test
