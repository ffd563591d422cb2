#include "ruleset/load.hpp"

#include <catch2/catch.hpp>

#include "pattern/printer.hpp"
#include "pattern/tree.hpp"
#include "rule_fixture.hpp"

using namespace stancegraph;

namespace {

const std::string kStances = R"(stancegraph: 1
package: words
stances:
  favourable: {polarity: 0.5, opposite: unfavourable, negated: unfavourable, turned: unfavourable, claims: false}
  unfavourable: {polarity: -0.5, opposite: favourable}
  supports: {polarity: 0.9, parent: favourable, codes: {CAMEO: "05"}}
  states: {polarity: 0}
lexicons:
  pro: {pos: verb, stance: supports, words: [support, vote for]}
  say: {pos: verb, stance: states, words: [say, point out, put pressure on]}
  particle: {words: [out]}
)";

const Rule& rule_of(const Loaded& loaded, std::string_view name) {
    const RuleId id = loaded.rules.find_rule(name);
    INFO(render(loaded.diagnostics));
    REQUIRE(id != kNoId);
    return loaded.rules.rules[id];
}

}  // namespace

TEST_CASE("stances are linked whatever their order") {
    const Loaded loaded = load_texts({kStances});
    CHECK(render(loaded.diagnostics) == "");
    const auto& stances = loaded.rules.stances;
    REQUIRE(stances.size() == 4);
    CHECK(stances[0].label == "favourable");
    CHECK(stances[0].opposite == 1);
    CHECK(stances[0].negated == 1);
    CHECK(stances[0].turned == 1);
    CHECK_FALSE(stances[0].makes_claims);
    CHECK(stances[1].makes_claims);
    CHECK(stances[2].parent == 0);
    CHECK(stances[2].polarity == 0.9);
    CHECK(stances[2].codes.at("CAMEO") == "05");
    CHECK(stances[2].opposite == kNoId);
    CHECK(loaded.rules.find_stance("nothing") == kNoId);
}

TEST_CASE("actors are read with all their keys") {
    const Loaded loaded = load_texts({kStances, R"(stancegraph: 1
actors:
  - name: Scott Bessent
    aliases: [Bessent]
    kind: person
    pronouns: he
    titles:
      - {title: Treasury Secretary, from: 2025-01-28}
      - investor
    affiliation: US Treasury
    wikidata: Q1
  - name: United States
    aliases: Washington
    kind: state
    only_as: speaker
  - name: analysts
    match: ADJ* (analyst | economist)
    kind: anonymous
)"});
    CHECK(render(loaded.diagnostics) == "");
    REQUIRE(loaded.rules.actors.size() == 3);
    const Actor& bessent = loaded.rules.actors[0];
    CHECK(bessent.kind == ActorKind::person);
    CHECK(bessent.pronouns == PronounSet::he);
    REQUIRE(bessent.titles.size() == 2);
    CHECK(bessent.titles[0].title == "Treasury Secretary");
    CHECK(bessent.titles[0].from == "2025-01-28");
    CHECK(bessent.titles[1].title == "investor");
    CHECK(bessent.affiliation == "US Treasury");
    CHECK(loaded.rules.actors[1].only_as_speaker);
    CHECK(loaded.rules.actors[1].aliases == std::vector<std::string>{"Washington"});
    REQUIRE(loaded.rules.actors[2].match != nullptr);
    CHECK(pattern::print(*loaded.rules.actors[2].match) == "ADJ* (analyst | economist)");
}

TEST_CASE("subjects form a tree, parents first") {
    const Loaded loaded = load_texts({kStances, R"(stancegraph: 1
subjects:
  - subject: trade
    children:
      - subject: tariffs
        match: tariff
        children:
          - subject: chip tariffs
  - subject: security
)"});
    CHECK(render(loaded.diagnostics) == "");
    std::string tree;
    for (const Subject& subject : loaded.rules.subjects) {
        tree += subject.name + " " + std::to_string(subject.depth) + " " +
                (subject.parent == kNoId ? "-" : std::to_string(subject.parent)) + "\n";
    }
    CHECK(tree == "trade 0 -\ntariffs 1 0\nchip tariffs 2 1\nsecurity 0 -\n");
}

TEST_CASE("a rule is read with all its keys") {
    const Loaded loaded = load_texts({kStances, R"(stancegraph: 1
stage: discourse
macros:
  verdict: (a | an)? $mood
  mood: (good | bad)
settings: {max_gap: 20, topic_window: 3, keep_unresolved: false, author: the desk}
rules:
  - rule: takes
    title: a take
    notes: why
    tags: [x, y]
    status: draft
    priority: 70
    also: true
    match: (this | that) ...15(no VERB) cue:@pro $verdict what:NP
    given: said:ATTRIBUTION within 2 sentences before
    where: [open(said.statement), inside(QUOTE)]
    unless:
      - not cue:@pro
      - inside: QUOTE
    slots:
      speaker: said.speaker
      subject: topic(said) | what
      target?: cue >whom SPEAKER
    emit: {stance: what.stance, certainty: x0.8, judged_by: AUTHOR, replaces: said, via: said.speaker}
    examples:
      - text: |
          One line.

          Another.
        gives: [A -> supports -> B, C -> supports -> D]
        todo: later
      - text: "No: nothing."
        gives: nothing
        source: a paper
)"});
    CHECK(render(loaded.diagnostics) == "");
    const Rule& rule = rule_of(loaded, "takes");
    CHECK(rule.stage == Stage::discourse);
    CHECK(rule.status == RuleStatus::draft);
    CHECK(rule.priority == 70);
    CHECK(rule.also);
    CHECK(rule.tags == std::vector<std::string>{"x", "y"});
    REQUIRE(rule.match != nullptr);
    CHECK(pattern::print(*rule.match) ==
          "(this | that) ...15(no VERB) cue:@pro ((a | an)? (good | bad)) what:NP");
    REQUIRE(rule.given.size() == 1);
    CHECK(rule.given[0].name == "said");
    CHECK(rule.given[0].within == 2U);
    CHECK(rule.given[0].unit == Given::Unit::sentences);
    REQUIRE(rule.where.size() == 2);
    CHECK(rule.where[0].form == Predicate::Form::open);
    CHECK(rule.where[0].arguments[0].slot == "statement");
    CHECK(rule.where[1].kind == pattern::Kind::quote);
    REQUIRE(rule.unless.size() == 2);
    CHECK(pattern::print(*rule.unless[0].match) == "not cue:@pro");
    CHECK(rule.unless[1].inside == pattern::Kind::quote);
    REQUIRE(rule.slots.size() == 3);
    CHECK(pattern::print(rule.slots[1].filler) == "topic(said) | what");
    CHECK(rule.slots[2].name == "target");
    CHECK(rule.slots[2].is_optional);
    CHECK(rule.emit.stance_of == "what");
    CHECK(rule.emit.certainty == 0.8);
    CHECK(rule.emit.judged_by == "AUTHOR");
    CHECK(rule.emit.replaces == "said");
    REQUIRE(rule.emit.slots.size() == 1);
    CHECK(rule.emit.slots[0].name == "via");
    REQUIRE(rule.examples.size() == 2);
    CHECK(rule.examples[0].text == "One line.\n\nAnother.");
    CHECK(rule.examples[0].gives.size() == 2);
    CHECK(rule.examples[0].todo == "later");
    CHECK(rule.examples[1].gives.empty());
    const Settings& settings = loaded.rules.settings;
    CHECK(settings.max_gap == 20);
    CHECK(settings.topic_window == 3);
    CHECK_FALSE(settings.keep_unresolved);
    CHECK(settings.author == "the desk");
    CHECK(settings.max_width == 96);
}

TEST_CASE("modifiers attach to the cue") {
    const Loaded loaded = load_texts({kStances, R"(stancegraph: 1
rules:
  - rule: negation
    stage: modifier
    match: m:(not | never)
    attach: m <advmod cue | m <det <obj cue
    effect: {negate: true, modality: possible, certainty: x0.5}
  - rule: question
    stage: modifier
    match: m:QMARK SENTENCE_END
    attach: same_sentence
    effect: {modality: question}
)"});
    CHECK(render(loaded.diagnostics) == "");
    const Rule& negation = rule_of(loaded, "negation");
    CHECK(negation.attach.size() == 2);
    CHECK(negation.effect.negates);
    CHECK(negation.effect.modality == Modality::possible);
    CHECK(negation.effect.certainty == 0.5);
    CHECK(rule_of(loaded, "question").attaches_in_sentence);
}

TEST_CASE("the places of a rule's parts are in its file") {
    const std::string text = kStances + R"(
rules:
  - rule: praise
    match: |
      "New York"
        cue:@pro subject:NP
)";
    const Loaded loaded = load_texts({text});
    const Rule& rule = rule_of(loaded, "praise");
    CHECK(text.substr(rule.location.span.begin, rule.location.span.size()) == "praise");
    const auto lists = pattern::lists_used(*rule.match);
    REQUIRE(lists.size() == 1);
    CHECK(text.substr(lists[0].span.begin, lists[0].span.size()) == "@pro");
}

TEST_CASE("a rule with a mistake is left out, the others are kept") {
    const Loaded loaded = load_texts({kStances, R"(stancegraph: 1
rules:
  - rule: bad
    match: cue:@proo subject:NP
  - rule: good
    match: cue:@pro subject:NP
)"});
    CHECK(loaded.diagnostics.count(Severity::error) == 1);
    CHECK(loaded.rules.find_rule("bad") == kNoId);
    CHECK(loaded.rules.find_rule("good") != kNoId);
}

TEST_CASE("all mistakes of all files are told in one run") {
    const Loaded loaded = load_texts({kStances, R"(stancegraph: 1
stance: attribution
rules:
  - rule: one
    match: speaker:SPEKER cue:@sya subject:NP
    priority: high
  - rule: two
    match: cue:@pro
    slots:
      speaker: cue >nsubjj
      subject: cue >what
    emit: {stance: suports}
)",
                                      "stancegraph: 1\nrules:\n  - rule: three\n    match: @pro\n"});
    CHECK(render(loaded.diagnostics) ==
          R"(b.yaml:2:1: error[SG1013]: unknown key 'stance' in a rule file
    2 | stance: attribution
      | ^~~~~~
help: did you mean 'stances'?
b.yaml:5:20: error[SG1101]: SPEKER is not a known kind
    5 |     match: speaker:SPEKER cue:@sya subject:NP
      |                    ^~~~~~
help: did you mean SPEAKER? a word in capitals is a kind of thing; write words in lower case
b.yaml:6:15: error[SG1023]: 'priority' must be a number from 0 to 100
    6 |     priority: high
      |               ^~~~
b.yaml:10:21: error[SG1104]: no relation called 'nsubjj'
   10 |       speaker: cue >nsubjj
      |                     ^~~~~~
help: did you mean 'nsubj'? roles: who, what, whom, clause, poss, prep(...)
b.yaml:12:20: error[SG1105]: there is no stance called 'suports'
   12 |     emit: {stance: suports}
      |                    ^~~~~~~
help: did you mean 'supports'?
c.yaml:4:12: error[SG1010]: a pattern that starts with @ cannot stand on the same line as 'match:'
    4 |     match: @pro
      |            ^
help: YAML reserves a leading @. Write
        match: |
          @pro
)");
}

TEST_CASE("the shipped rules load without an error") {
    Diagnostics diagnostics;
    const RuleSet rules = load_rules({std::filesystem::path(STANCEGRAPH_SOURCE_DIR "/rules")}, diagnostics);
    INFO(render(diagnostics));
    CHECK_FALSE(diagnostics.has_errors());
    CHECK(rules.stances.size() >= 20);
    CHECK_FALSE(rules.rules.empty());
}
