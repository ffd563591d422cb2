#include "match/statement_end.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "match/match_fixture.hpp"
#include "support/row.hpp"

namespace stancegraph::test {
namespace {

const std::string kRules = std::string(kLists) + R"(rules:
  - rule: said_that
    match: cue:@say
    slots: {speaker: cue >who, statement: cue >clause}
    examples: []
)";

/// One end that the counts leave open, and one in a quotation.
const std::string_view kTrees = R"(
Kim Kim PROPN NNP 2 nsubj
said say VERB VBD 0 root
that that SCONJ IN 5 mark
ferries ferry NOUN NNS 5 nsubj
work work VERB VBP 2 ccomp
, , PUNCT , 9 punct
though though SCONJ IN 9 mark
Kim Kim PROPN NNP 9 nsubj
sold sell VERB VBD 5 advcl
one one NUM CD 9 obj
. . PUNCT . 2 punct)";

}  // namespace

TEST_CASE("a statement ends at a pause by what is counted of it", "[match]") {
    constexpr std::string_view kWhole =
        "said_that: speaker=Kim statement=that ferries work, though Kim sold one [states]\n";
    constexpr std::string_view kCut = "said_that: speaker=Kim statement=that ferries work [states]\n";

    struct Row {
        std::string_view what;
        std::string_view section;
        std::string_view expected;
    };

    const auto row = GENERATE_COPY(values<Row>({
        {"nothing counted", "", kWhole},
        {"unlikely", "odds: 0.5", kWhole},
        {"as likely as not", "odds: 1", kWhole},
        {"likely", "odds: 1.1", kCut},
        {"by the rule", "odds: 0.5\n  rule: {said_that: {odds: 3}}", kCut},
        {"by the cue", "odds: 0.5\n  cue: {say: {odds: 3}}", kCut},
        {"by the cue's clause", "odds: 0.5\n  clause: {root: {odds: 3}}", kCut},
        {"by the relation", "odds: 0.5\n  relation: {advcl head: {odds: 3}}", kCut},
        {"by the first word", "odds: 0.5\n  opening: {though: {odds: 3}}", kCut},
        {"by its tag", "odds: 0.5\n  tag: {IN: {odds: 3}}", kCut},
        {"by the subject", "odds: 0.5\n  subject: {PROPN: {odds: 3}}", kCut},
        {"by the tense", "odds: 0.5\n  tense: {VBP VBD: {odds: 3}}", kCut},
        {"by the words before it", "odds: 0.5\n  words: {2 to 3: {odds: 3}}", kCut},
        {"by the pauses behind it", "odds: 0.5\n  pauses: {\"0\": {odds: 3}}", kCut},
        {"by the speaker", "odds: 0.5\n  speaker: {again: {odds: 3}}", kCut},
        {"by two together", "odds: 0.5\n  cue: {say: {odds: 1.5}}\n  tag: {IN: {odds: 1.5}}", kCut},
        {"by what is not there", "odds: 0.5\n  opening: {while: {odds: 3}}", kWhole},
    }));
    INFO(row.what);
    const std::string section =
        row.section.empty() ? std::string() : "statement_ends:\n  " + std::string(row.section) + "\n";
    CHECK(found_by(kRules + section, kTrees) == row.expected);
}

TEST_CASE("a statement never ends inside a quotation or before its cue", "[match]") {
    const auto row = GENERATE(values<Row>({
        {"a pause in a quotation", R"(
Kim Kim PROPN NNP 2 nsubj
said say VERB VBD 0 root
that that SCONJ IN 5 mark
ferries ferry NOUN NNS 5 nsubj
work work VERB VBP 2 ccomp
“ “ PUNCT `` 8 punct
here here ADV RB 5 advmod
, , PUNCT , 9 punct
there there ADV RB 7 conj
” ” PUNCT '' 7 punct
. . PUNCT . 2 punct)",
         "said_that: speaker=Kim statement=that ferries work “here, there” [states]\n"},
        {"a statement before its cue", R"(
Ferries ferry NOUN NNS 2 nsubj
work work VERB VBP 7 ccomp
, , PUNCT , 4 punct
here here ADV RB 2 advmod
, , PUNCT , 7 punct
Kim Kim PROPN NNP 7 nsubj
said say VERB VBD 0 root
. . PUNCT . 7 punct)",
         "said_that: speaker=Kim statement=Ferries work, here [states]\n"},
    }));
    INFO(row.what);
    CHECK(found_by(kRules + "statement_ends: {odds: 9}\n", row.text) == row.expected);
}

}  // namespace stancegraph::test
