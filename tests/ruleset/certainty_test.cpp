#include <catch2/catch.hpp>

#include "rule_fixture.hpp"

using namespace stancegraph;

TEST_CASE("the certainty section is read with its counts and its calibration table") {
    const Loaded loaded = load_texts({R"(stancegraph: 1
certainty:
  notes: counted by hand
  attribution:
    odds: 1.5
    rule:
      said_that: {odds: 2, right: 8, of: 10}
    entry:
      "accuse _ of": {odds: 0.5, right: 1, of: 4}
    checked:
      - {from: 0.8, to: 0.9, expected: 0.85, right: 17, of: 20}
  claim:
    odds: 0.5
    attribution: 0.7
    form:
      word: {odds: 0.25}
)"});
    CHECK(render(loaded.diagnostics) == "");
    const CertaintyTable& table = loaded.rules.certainty;
    CHECK(table.attribution.odds == 1.5);
    const auto& rules = table.attribution.evidence[static_cast<std::size_t>(EvidenceKind::rule)];
    REQUIRE(rules.contains("said_that"));
    CHECK(rules.find("said_that")->second.odds == 2.0);
    CHECK(rules.find("said_that")->second.right == 8);
    CHECK(rules.find("said_that")->second.of == 10);
    CHECK(table.attribution.evidence[static_cast<std::size_t>(EvidenceKind::entry)].contains("accuse _ of"));
    REQUIRE(table.attribution.checked.size() == 1);
    CHECK(table.attribution.checked[0].expected == 0.85);
    CHECK(table.attribution.checked[0].right == 17);
    CHECK(table.claim.attribution == 0.7);
    const auto& forms = table.claim.evidence[static_cast<std::size_t>(EvidenceKind::form)];
    CHECK(forms.find("word")->second.odds == 0.25);
    CHECK(forms.find("word")->second.of == 0);
}

TEST_CASE("the section of statement ends is read with its counts") {
    const Loaded loaded = load_texts({R"(stancegraph: 1
statement_ends:
  odds: 0.5
  opening:
    though: {odds: 3, right: 8, of: 10}
  words: {"8 to 15": {odds: 0.5}}
)"});
    CHECK(render(loaded.diagnostics) == "");
    const StatementEnds& ends = loaded.rules.statement_ends;
    CHECK(ends.odds == 0.5);
    const auto& openings = ends.evidence[static_cast<std::size_t>(EndKind::opening)];
    REQUIRE(openings.contains("though"));
    CHECK(openings.find("though")->second.odds == 3.0);
    CHECK(openings.find("though")->second.right == 8);
    CHECK(ends.evidence[static_cast<std::size_t>(EndKind::words)].contains("8 to 15"));
}

TEST_CASE("of two certainty sections the later one counts as a whole") {
    const Loaded loaded =
        load_texts({"stancegraph: 1\ncertainty:\n  attribution: {odds: 2}\n  claim: {odds: 3}\n",
                    "stancegraph: 1\ncertainty:\n  claim: {odds: 4}\n"});
    CHECK(render(loaded.diagnostics) == "");
    CHECK(loaded.rules.certainty.claim.odds == 4.0);
    CHECK(loaded.rules.certainty.attribution.odds == 0.0);
}

TEST_CASE("mistakes in the certainty section are reported with their places") {
    struct Row {
        const char* what;
        const char* section;
        const char* expected;
    };

    const auto row = GENERATE(values<Row>({
        {"no mapping", "certainty: high\n",
         "a.yaml:2:12: error[SG1022]: 'certainty' must be 'key: value' lines, this is a text\n"},
        {"unknown sort", "certainty:\n  claims: {odds: 1}\n",
         "a.yaml:3:3: error[SG1013]: unknown key 'claims' in certainty\n"},
        {"no odds", "certainty:\n  claim: {rule: {}}\n",
         "a.yaml:3:10: error[SG1030]: certainty of claims has no odds\n"},
        {"odds of nothing", "certainty:\n  claim: {odds: 0}\n",
         "a.yaml:3:17: error[SG1023]: odds must be a number from 0.0001 to 10000\n"},
        {"a bare number", "certainty:\n  claim:\n    odds: 1\n    rule: {said_that: 2}\n",
         "a.yaml:5:23: error[SG1022]: 'said_that' must be 'key: value' lines, this is a text\n"},
        {"a count below nothing", "certainty:\n  claim:\n    odds: 1\n    rule: {r: {odds: 1, of: -1}}\n",
         "a.yaml:5:29: error[SG1023]: of must be a number from 0 to 1000000000\n"},
        {"ends without odds", "statement_ends: {rule: {}}\n",
         "a.yaml:2:17: error[SG1030]: statement_ends has no odds\n"},
        {"an unknown thing to end at", "statement_ends: {odds: 1, opner: {}}\n",
         "a.yaml:2:27: error[SG1013]: unknown key 'opner' in statement_ends\n"},
        {"a table that is no list", "certainty:\n  claim: {odds: 1, checked: {from: 0}}\n",
         "a.yaml:3:29: error[SG1022]: 'checked' is a list\n"},
    }));
    INFO(row.what);
    const Loaded loaded = load_texts({std::string("stancegraph: 1\n") + row.section});
    const std::string said = render(loaded.diagnostics);
    CHECK(said.substr(0, said.find('\n') + 1) == row.expected);
}
