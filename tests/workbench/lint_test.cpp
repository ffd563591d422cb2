#include "workbench/lint.hpp"

#include <catch2/catch.hpp>

#include "ruleset/rule_fixture.hpp"
#include "support/golden.hpp"

using namespace stancegraph;

namespace {

const std::string kLists = R"(stancegraph: 1
stances:
  praises: {polarity: 1}
  rejects: {polarity: -1}
  states: {polarity: 0}
lexicons:
  preposition: {words: [about, "on", over]}
  say: {pos: verb, stance: states, words: [say]}
  pro: {pos: verb, stance: praises, words: [praise, hail]}
  all: {pos: verb, stance: praises, extends: pro, words: [laud]}
)";

/// What is found, but for missing examples, with everything beneath it.
std::string findings_of(const std::string& text) {
    Loaded loaded = load_texts({kLists, "stancegraph: 1\n" + text});
    REQUIRE(render(loaded.diagnostics) == "");
    Diagnostics all;
    lint(loaded.rules, all);
    all.sort();
    Diagnostics kept;
    for (const Diagnostic& diagnostic : all.all()) {
        if (diagnostic.code != "SG1212" && diagnostic.code != "SG1213") {
            kept.add(diagnostic);
        }
    }
    return render(kept);
}

struct Case {
    std::string what;
    std::string text;
};

/// The cases with what is found in them, one below the other.
std::string found_in(const std::vector<Case>& cases) {
    std::string text;
    for (const Case& one : cases) {
        const std::string found = findings_of(one.text);
        text += "=== " + one.what + "\n" + one.text + "---\n" + (found.empty() ? "nothing\n" : found) + "\n";
    }
    return text;
}

std::string rules(const std::string& text) {
    return "rules:\n" + text;
}

}  // namespace

TEST_CASE("lint tells of words that no text has", "[workbench]") {
    const std::vector<Case> cases{
        {"a contraction", rules("  - {rule: a, match: cue:don't subject:NP, emit: {stance: praises}}\n")},
        {"an inflected verb", rules("  - {rule: a, match: cue:said subject:NP, emit: {stance: states}}\n")},
        {"that form alone",
         rules("  - rule: a\n    match: |\n      cue:\"said\" subject:NP\n    emit: {stance: states}\n")},
        {"a list",
         "lexicons:\n  rare: {pos: verb, stance: praises, words: [u.s.-backed, hailed, long-praise about, "
         "praise]}\n" +
             rules("  - {rule: a, match: cue:@rare subject:NP}\n")},
        {"tests",
         rules("  - rule: a\n    match: |\n      subject:[lemma=said | lemma==Trump | word=\"a b\" | pos=/V/ "
               "| ner=PERSN | "
               "feat.Number=Plural | dep=dobj] cue:@pro\n")},
        {"tests that pass",
         rules("  - rule: a\n    match: |\n      subject:[lemma=say | word==Trump | tag=/VB.*/ | ner=PERSON "
               "| feat.Number=Plur | "
               "!dep=obj | shape=XXdd | lemma=left] cue:@pro\n")},
        {"tests that exclude each other",
         rules("  - rule: a\n    match: |\n      subject:[NOUN & pos=VERB] cue:@pro\n")},
        {"names", "actors:\n  - {name: U.S.-China Council, aliases: [‘Council’]}\n"},
    };
    check_golden("lint/words.txt", found_in(cases));
}

TEST_CASE("lint tells of rules that never win", "[workbench]") {
    struct Row {
        const char* what;
        const char* winner;
        const char* loser;
        bool is_shadowed;
    };

    const auto row = GENERATE(values<Row>({
        {"the same", "cue:@pro subject:NP", "cue:@pro subject:NP", true},
        {"a shorter pattern", "cue:@pro subject:NP", "speaker:SPEAKER cue:@pro subject:NP", true},
        {"a longer pattern", "speaker:SPEAKER cue:@pro subject:NP", "cue:@pro subject:NP", false},
        {"a list that the other extends", "cue:@all subject:NP", "cue:@pro subject:NP", true},
        {"a list of its own", "cue:@pro subject:NP", "cue:@all subject:NP", false},
        {"one of several ways", "cue:(@pro | @say) subject:NP", "cue:@pro subject:NP", true},
        {"more ways than the other", "cue:@pro subject:NP", "cue:(@pro | @say) subject:NP", false},
        {"a wider gap", "cue:@pro ...6 subject:NP", "cue:@pro ...3(no VERB) subject:NP", true},
        {"a gap that nothing needs to fill", "cue:@pro ...6 subject:NP", "cue:@pro subject:NP", true},
        {"a narrower gap", "cue:@pro ...3 subject:NP", "cue:@pro ...6 subject:NP", false},
        {"a gap with another condition", "cue:@pro ...6(no ADV) subject:NP",
         "cue:@pro ...6(no VERB) subject:NP", false},
        {"an optional part", "cue:@pro the? subject:NP", "cue:@pro subject:NP", true},
        {"a part that it needs", "cue:@pro the subject:NP", "cue:@pro subject:NP", false},
        {"a condition of the other alone", "cue:@pro subject:NP", "cue:@pro subject:NP (not followed by the)",
         true},
        {"a condition of its own", "cue:@pro subject:NP (not followed by the)", "cue:@pro subject:NP", false},
        {"a test that asks less", "[VERB | AUX] cue:@pro subject:NP", "[VERB & tag=VBD] cue:@pro subject:NP",
         true},
        {"a test that asks more", "[VERB & tag=VBD] cue:@pro subject:NP", "[VERB] cue:@pro subject:NP",
         false},
        {"another cue", "cue:say @pro subject:NP", "say cue:@pro subject:NP", false},
        {"another part", "cue:@pro subject:NP", "cue:@pro subject:QUOTE", false},
        {"repeats", "cue:@pro ADJ* subject:NP", "cue:@pro ADJ{1,3} subject:NP", true},
    }));
    INFO(row.what);
    const auto literal = [](const std::string& pattern) { return "|\n      " + pattern; };
    const std::string found =
        findings_of(rules("  - rule: a\n    match: " + literal(row.winner) +
                          "\n    priority: 60\n  - rule: b\n    match: " + literal(row.loser) + "\n"));
    CHECK((found.find("SG1205") != std::string::npos) == row.is_shadowed);
}

TEST_CASE("lint says which rule always wins", "[workbench]") {
    CHECK(findings_of(rules("  - {rule: a, match: cue:@all subject:NP, priority: 60}\n"
                            "  - {rule: b, match: speaker:SPEAKER cue:@pro subject:NP}\n")) ==
          "b.yaml:4:12: warning[SG1205]: rule b can never win: a matches wherever it does, with no other "
          "demands and "
          "higher priority (60 > 50)\n"
          "    4 |   - {rule: b, match: speaker:SPEAKER cue:@pro subject:NP}\n"
          "      |            ^\n"
          "help: raise its priority, or remove it\n"
          "b.yaml:3:12: note: the other one\n"
          "    3 |   - {rule: a, match: cue:@all subject:NP, priority: 60}\n"
          "      |            ^\n");
    // What its slots need, another match may not have.
    CHECK(findings_of(
              rules("  - {rule: a, match: cue:@all subject:NP, priority: 60, slots: {speaker: cue >who}}\n"
                    "  - {rule: b, match: speaker:SPEAKER cue:@pro subject:NP}\n")) == "");
    CHECK(
        findings_of(rules("  - {rule: a, match: cue:@all subject:NP, priority: 60, unless: [not cue:@all]}\n"
                          "  - {rule: b, match: cue:@pro subject:NP}\n")) == "");
}

TEST_CASE("lint tells of entries that say the same or contradict each other", "[workbench]") {
    const std::vector<Case> cases{
        {"written otherwise",
         "lexicons:\n  a: {pos: verb, words: [rage over/about, Rage about, rage \"on\", rage]}\n"},
        {"two stances in one list",
         "lexicons:\n  a: {pos: verb, stance: praises, words: [\"rage about: rejects\", rage about/over]}\n"},
        {"two lists",
         "lexicons:\n  a: {pos: verb, stance: praises, words: [rage about/on]}\n  b: {pos: verb, stance: "
         "rejects, words: [rage about, rage]}\n" +
             rules("  - {rule: a, match: cue:(@a | @b) subject:NP}\n")},
    };
    check_golden("lint/entries.txt", found_in(cases));
}

TEST_CASE("lint tells of what a rule never gets", "[workbench]") {
    const std::vector<Case> cases{
        {"an empty list in a sequence",
         "lexicons:\n  none: {words: []}\n" + rules("  - {rule: a, match: cue:@pro @none subject:NP}\n")},
        {"an empty list among others",
         "lexicons:\n  none: {words: []}\n" +
             rules("  - {rule: a, match: cue:@pro (@none | the) subject:NP}\n")},
        {"an empty list in an optional part",
         "lexicons:\n  none: {words: []}\n" +
             rules("  - {rule: a, match: \"cue:@pro @none? subject:NP\"}\n")},
        {"a slot that no rule gives",
         rules("  - {rule: a, stage: attribution, match: speaker:SPEAKER cue:@say statement:QUOTE}\n"
               "  - {rule: b, stage: discourse, match: cue:@pro, given: \"said:ATTRIBUTION within 1 sentence "
               "before\", "
               "slots: {subject: said.target}}\n")},
        {"nobody in between",
         "lexicons:\n  tell_of: {pos: verb, stance: praises, words: [rave about]}\n" +
             rules("  - {rule: a, match: cue:@tell_of, slots: {target: cue >whom, subject: cue >what}}\n")},
        {"a stance from a list without any",
         "lexicons:\n  plain: {words: [big]}\n" + rules("  - {rule: a, match: \"cue:look label:@plain "
                                                        "subject:NP\", emit: {stance: label.stance}}\n")},
    };
    check_golden("lint/reach.txt", found_in(cases));
}

TEST_CASE("lint tells of slow rules, with the part that costs", "[workbench]") {
    const std::vector<Case> cases{
        {"anything to the end", rules("  - {rule: a, match: cue:@pro ANY+ subject:NP}\n")},
        {"anything to an end that is meant",
         rules("  - {rule: a, match: cue:@pro ANY+ subject:NP SENTENCE_END}\n")},
        {"a large program",
         rules("  - {rule: a, match: \"cue:@pro (DET (ADJ | NOUN){1,12}){1,12} subject:QUOTE\"}\n")},
        {"without a start",
         rules("  - {rule: a, match: speaker:SPEAKER VERB subject:NP, emit: {stance: praises}}\n")},
    };
    check_golden("lint/slow.txt", found_in(cases));
}
