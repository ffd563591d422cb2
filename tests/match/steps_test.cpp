#include <fmt/core.h>
#include <catch2/catch.hpp>
#include <memory>
#include <string>

#include "match/match_fixture.hpp"
#include "match/matcher.hpp"
#include "match/try_log.hpp"
#include "ruleset/load.hpp"
#include "support/conllu_text.hpp"

/// What matching costs, in counted steps: never more than linear in the text, whatever the rules.
namespace stancegraph::test {
namespace {

const std::string kQuotations = std::string(kLists) + R"(stage: attribution
rules:
  - rule: before
    match: statement:QUOTE PUNCT? speaker:SPEAKER ...3(no VERB | QUOTE) cue:@say
    examples: []
  - rule: after
    match: speaker:SPEAKER ...8(no VERB | QUOTE) cue:@say ...10(no VERB) statement:QUOTE
    examples: []
  - rule: that
    match: cue:@say
    slots: {speaker: cue >who, statement: cue >clause}
    examples: []
)";

std::string repeated(const std::string& trees, int times) {
    std::string text;
    for (int at = 0; at < times; ++at) {
        text += trees;
    }
    return text;
}

/// One sentence: "Kim backed it and Kim backed it and …".
std::string joined_clauses(int clauses) {
    std::string text;
    for (int at = 0; at < clauses; ++at) {
        const int verb = 4 * at + 2;
        const std::string above = at == 0 ? "0 root" : "2 conj";
        text += fmt::format(
            "\nKim Kim PROPN NNP {0} nsubj\nbacked back VERB VBD {1}\nit it PRON PRP {0} obj\n"
            "and and CCONJ CC {0} cc",
            verb, above);
    }
    return text;
}

/// Steps that matching takes.
std::uint64_t steps_of(const std::string& rules, const std::string& trees) {
    Diagnostics diagnostics;
    const RuleSet loaded = load_rules({std::make_shared<const InputFile>("a.yaml", rules)}, diagnostics);
    Vocabulary vocabulary;
    const AnnotatedText text = annotated(trees, vocabulary);
    Matcher matcher(compile(loaded, diagnostics), vocabulary);
    REQUIRE(!matcher.find_mentions(text.document, text.annotation).mentions.empty());
    return matcher.steps();
}

}  // namespace

TEST_CASE("twice the text takes twice the steps, in one paragraph too", "[match]") {
    const std::string sentence = R"(
“ “ PUNCT `` 3 punct
It it PRON PRP 3 nsubj
works work VERB VBZ 7 ccomp
, , PUNCT , 3 punct
” ” PUNCT '' 3 punct
Kim Kim PROPN NNP 7 nsubj
said say VERB VBD 0 root
. . PUNCT . 7 punct
)";
    const auto steps_for = [&](int sentences) {
        return steps_of(kQuotations, repeated(sentence, sentences));
    };
    const std::uint64_t once = steps_for(100);
    CHECK(once > 0);
    CHECK(steps_for(200) <= 2 * once + once / 10);
}

TEST_CASE("tries are counted for rules and list entries, with their steps", "[match]") {
    const std::string rules = std::string(kLists) + R"(stage: stance
rules:
  - rule: verb
    match: cue:@pro
    slots: {speaker: cue >who, subject: cue >what}
    examples: []
)";
    Diagnostics diagnostics;
    const RuleSet loaded = load_rules({std::make_shared<const InputFile>("a.yaml", rules)}, diagnostics);
    Vocabulary vocabulary;
    const AnnotatedText text = annotated(joined_clauses(7), vocabulary);
    Matcher matcher(compile(loaded, diagnostics), vocabulary);
    std::uint64_t time = 0;
    TryLog log(loaded, [&time] { return time += 10; });
    matcher.log_tries(&log);
    CHECK(matcher.find_mentions(text.document, text.annotation).mentions.size() == 7);
    matcher.log_tries(nullptr);
    CHECK(matcher.find_mentions(text.document, text.annotation).mentions.size() == 7);
    const TryCounts& counts = log.by_rule()[loaded.find_rule("verb")];
    CHECK(counts.tries == 7);
    CHECK(counts.steps >= 14);
    CHECK(counts.time == 70);
    std::uint64_t of_entries = 0;
    for (const TryCounts& entry : log.by_entry()[loaded.find_lexicon("pro")]) {
        of_entries += entry.tries;
    }
    CHECK(of_entries == 7);
}

TEST_CASE("twice as many claims in one sentence take twice the steps, with `unless` too", "[match]") {
    const std::string rules = std::string(kLists) + R"(stage: stance
rules:
  - rule: verb
    match: cue:@pro
    slots: {speaker: cue >who, subject: cue >what}
    unless: [never ...8 cue:@pro]
    examples: []
)";
    const auto steps_for = [&](int clauses) { return steps_of(rules, joined_clauses(clauses)); };
    const std::uint64_t once = steps_for(100);
    CHECK(once > 0);
    CHECK(steps_for(200) <= 2 * once + once / 10);
}

}  // namespace stancegraph::test
