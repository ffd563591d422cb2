#include <memory>

#include <catch2/catch.hpp>

#include "ruleset/load.hpp"
#include "workbench/cue_lists.hpp"

using namespace stancegraph;

namespace {

constexpr const char* kRules = R"(stancegraph: 1
stances:
  states: {polarity: 0}
  supports: {polarity: 0.7}
lexicons:
  utter: {pos: verb, stance: states, words: [say]}
  cry: {pos: verb, stance: states, words: [shout]}
  pro: {pos: verb, stance: supports, words: [back]}
  negator: {pos: adverb, words: [never]}
  aside: {words: [perhaps]}
rules:
  - rule: said
    stage: attribution
    match: cue:@utter @aside?
    slots: {speaker: cue >who, statement: cue >clause}
  - rule: shouted
    stage: attribution
    match: statement:QUOTE PUNCT? speaker:SPEAKER cue:(@cry | @utter)
  - rule: shouted_after
    stage: attribution
    match: speaker:SPEAKER cue:@cry COMMA statement:QUOTE
  - rule: backs
    stage: stance
    match: cue:@pro
    slots: {speaker: cue >who, subject: cue >what}
  - rule: never
    stage: modifier
    match: m:@negator
    attach: m <advmod cue
    effect: {negate: true}
)";

}  // namespace

TEST_CASE("lists of cues are those that results hang on", "[workbench]") {
    Diagnostics diagnostics;
    const RuleSet rules = load_rules({std::make_shared<const InputFile>("rules.yaml", kRules)}, diagnostics);
    REQUIRE(render(diagnostics).empty());
    const CueLists lists(rules);
    std::string found;
    for (LexiconId list = 0; list < rules.lexicons.size(); ++list) {
        found += lists.contains(list) ? rules.lexicons[list].name + ' ' : "";
    }
    CHECK(found == "utter cry pro ");
    CHECK(lists.list_for_verbs(false) == rules.find_lexicon("utter"));
    CHECK(lists.list_for_verbs(true) == rules.find_lexicon("cry"));
}

TEST_CASE("rules without lists have none to put a verb in", "[workbench]") {
    const RuleSet rules;
    CHECK(CueLists(rules).list_for_verbs(false) == kNoId);
}
