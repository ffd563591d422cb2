#include <catch2/catch.hpp>

#include "run_program.hpp"
#include "small_project.hpp"
#include "support/golden.hpp"

using namespace stancegraph;
using namespace stancegraph::cli;

namespace {

constexpr const char* kCounted = R"(stancegraph: 1
certainty:
  attribution:
    odds: 1
    rule:
      stance_verb: {odds: 3, right: 75, of: 100}
    entry:
      oppose: {odds: 1.5, right: 40, of: 50}
  claim:
    odds: 4
    attribution: 0
    rule:
      stance_verb: {odds: 1, right: 8, of: 10}
    checked:
      - {from: 0.8, to: 0.9, expected: 0.8, right: 8, of: 10}
)";

}  // namespace

TEST_CASE("rules stats tells what was counted before", "[cli]") {
    const std::string folder = make_small_project("stats");
    write_file(folder + "/rules/counted.yaml", kCounted);
    const Finished finished =
        run_program({"rules", "stats", "--rules", folder + "/rules", "--only-rules", "--entries"});
    CHECK(finished.code == 0);
    CHECK(finished.error.empty());
    check_golden("rules/stats.txt", finished.out);
}

TEST_CASE("rules stats counts what rules find in articles", "[cli]") {
    const std::string folder = make_small_project("stats_articles");
    write_file(folder + "/rules/counted.yaml", kCounted);
    const std::vector<std::string> arguments{
        "rules", "stats", folder + "/articles", "--rules", folder + "/rules", "--only-rules", "--entries"};
    const Finished table = run_program(arguments);
    CHECK(table.code == 0);
    CHECK(table.error.empty());
    check_golden("rules/stats_articles.txt", table.out);

    std::vector<std::string> as_json = arguments;
    as_json.insert(as_json.end(), {"--format", "json"});
    check_golden("rules/stats_articles.json", run_program(as_json).out);
}

TEST_CASE("rules stats tells first of rules that never fired, and of the slow ones", "[cli]") {
    const std::string folder = make_small_project("stats_silent");
    write_file(
        folder + "/rules/silent.yaml",
        "stancegraph: 1\nstage: stance\nrules:\n  - {rule: never_met, match: cue:zyx subject:NP, emit: "
        "{stance: "
        "opposes}}\n  - {rule: never_fits, match: cue:@con QUOTE ...8 subject:NP}\n  - {rule: beaten, match: "
        "cue:@pro subject:NP, priority: 1}\n");
    const std::vector<std::string> arguments{"rules",   "stats",           folder + "/articles",
                                             "--rules", folder + "/rules", "--only-rules"};
    const Finished plain = run_program(arguments);
    CHECK(plain.out.substr(plain.out.find("\n\n") + 2) ==
          "3 of 4 rules never fired\n"
          "rule        place          why\n"
          "never_met   silent.yaml:4  nothing that it starts from is in the articles\n"
          "never_fits  silent.yaml:5  tried 2 times\n"
          "beaten      silent.yaml:6  tried once, beaten once\n"
          "\n"
          "1 of 3 list entries that rules start from never fired; --entries names them\n"
          "\n"
          "the slowest rules\n"
          "rule         steps each  tries  place\n"
          "beaten                4      1  silent.yaml:6\n"
          "stance_verb           4      3  small.yaml:9\n"
          "never_fits            1      2  silent.yaml:5\n");
    std::vector<std::string> timed = arguments;
    timed.emplace_back("--time");
    const Finished with_times = run_program(timed);
    CHECK(with_times.out.find("us each") != std::string::npos);
    timed.insert(timed.end(), {"--format", "json"});
    CHECK(run_program(timed).out.find("\"nanoseconds\":") != std::string::npos);
}

TEST_CASE("rules stats without an article it can read", "[cli]") {
    const Finished finished = run_program({"rules", "stats", "/there-is-no-such-folder"});
    CHECK(finished.code == 3);
    CHECK(finished.out.empty());
    CHECK(finished.error.find("error[SG0013]: no article was read, so nothing was counted") !=
          std::string::npos);
}

TEST_CASE("rules without an action, or with one that there is not", "[cli]") {
    const Finished unknown = run_program({"rules", "statss"});
    CHECK(unknown.code == 2);
    CHECK(unknown.error == "error[SG0002]: unknown command 'rules statss'\nhelp: did you mean 'stats'?\n");
    CHECK(run_program({"rules"}).code == 2);
    const Finished help = run_program({"rules", "stats", "--help"});
    CHECK(help.code == 0);
    CHECK(help.out.find("what each rule finds, and how often it is right") == 0);
}
