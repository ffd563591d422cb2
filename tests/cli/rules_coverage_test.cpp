#include <filesystem>

#include <catch2/catch.hpp>

#include "run_program.hpp"
#include "support/golden.hpp"

using namespace stancegraph;
using namespace stancegraph::cli;

namespace {

constexpr const char* kRules = R"(stancegraph: 1
stances:
  states: {polarity: 0}
  opposes: {polarity: -0.7}
actors:
  - {name: Harbour Board, kind: organisation}
subjects:
  - subject: night ferry
lexicons:
  it_pronoun: {words: [it]}
  light_verb: {pos: verb, words: [have, make]}
  say: {pos: verb, stance: states, words: [say, point out]}
  con: {pos: verb, stance: opposes, words: [oppose]}
rules:
  - rule: said_that
    stage: attribution
    match: cue:@say
    slots: {speaker: cue >who, statement: cue >clause}
  - rule: quoted
    stage: attribution
    match: statement:QUOTE PUNCT? speaker:SPEAKER cue:@say
  - rule: opposes
    match: cue:@con
    slots: {speaker: cue >who, subject: cue >what}
    unless: [cue:@con (followed by nobody)]
)";

/// Every kind of gap, and beside each the like of it that is none.
constexpr const char* kFirst = R"(Mara Quill said the toll is too high. Quill opposes the night ferry.

The toll was opposed in May. The Harbour Board opposes nobody at all.

“We will close the old quay in June,” Dunstan Pell said. “We never liked the toll at all,” Pell boasted.

The sign read: “No landing after nine in the evening.” The paper called it “a scandal”.
)";

constexpr const char* kSecond =
    R"(Mara Quill boasted that the ferry would pay. It boasted that the ferry would pay.

Pell pointed at the quay. Pell has “We will win” on his cap. Port officials said it is over.

The Harbour Board said the toll stays.
)";

std::string make_corpus(const std::string& name) {
    const std::string folder = fresh_folder(name);
    std::filesystem::create_directories(folder + "/rules");
    std::filesystem::create_directories(folder + "/articles");
    write_file(folder + "/rules/rules.yaml", kRules);
    write_file(folder + "/articles/Beacon_2025-03-04_toll.txt", kFirst);
    write_file(folder + "/articles/Herald_2025-03-05_ferry.txt", kSecond);
    return folder;
}

std::string coverage_of(const std::string& folder, std::vector<std::string> more) {
    std::vector<std::string> arguments{"rules",   "coverage",        folder + "/articles",
                                       "--rules", folder + "/rules", "--only-rules"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Finished finished = run_program(arguments);
    CHECK(finished.error.empty());
    CHECK(finished.code == 0);
    return finished.out;
}

}  // namespace

TEST_CASE("rules coverage tells what the rules miss", "[cli]") {
    const std::string folder = make_corpus("coverage");
    check_golden("rules/coverage.txt", coverage_of(folder, {}));
    check_golden("rules/coverage.json", coverage_of(folder, {"--format", "json"}));
    std::string lists;
    for (const char* list : {"cues", "quotes", "verbs", "statements", "subjects", "speakers"}) {
        lists += coverage_of(folder, {"--list", list}) + '\n';
    }
    check_golden("rules/coverage_lists.txt", lists);
}

TEST_CASE("rules coverage shows as many rows and sentences as are asked for", "[cli]") {
    const std::string folder = make_corpus("coverage_rows");
    CHECK(coverage_of(folder, {"--list", "verbs", "-n", "1", "--sentences", "1"}) ==
          "verbs in a speech frame that are in no list  2; the list for them is @say (rules.yaml:12)\n"
          "\n"
          "2  boast\n"
          "  Beacon_2025-03-04_toll.txt:5  “We never liked the toll at all,” Pell boasted.\n"
          "      - boast\n");
}

TEST_CASE("rules coverage without an article it can read", "[cli]") {
    const Finished finished = run_program({"rules", "coverage", "/there-is-no-such-folder"});
    CHECK(finished.code == 3);
    CHECK(finished.out.empty());
    CHECK(finished.error.find("error[SG0013]: no article was read") != std::string::npos);
}
