#include <filesystem>

#include <catch2/catch.hpp>

#include "cli/program_run.hpp"
#include "run_program.hpp"
#include "support/golden.hpp"

using namespace stancegraph;
using namespace stancegraph::cli;

namespace {

constexpr const char* kOld = R"(stancegraph: 1
stances:
  supports: {polarity: 0.7}
  opposes: {polarity: -0.7}
  praises: {polarity: 0.8}
lexicons:
  pro: {pos: verb, stance: supports, words: [back, defend, laud]}
  con: {pos: verb, stance: opposes, words: [oppose, fight]}
rules:
  - rule: stance_verb
    match: cue:(@pro | @con)
    slots: {speaker: cue >who, subject: cue >what}
  - rule: pleads
    match: speaker:SPEAKER cue:plead for subject:NP
    emit: {stance: supports}
)";

/// One word gone, one new, one with another stance, one taken by a stronger rule, one rule gone.
constexpr const char* kNew = R"(stancegraph: 1
stances:
  supports: {polarity: 0.7}
  opposes: {polarity: -0.7}
  praises: {polarity: 0.8}
lexicons:
  pro: {pos: verb, stance: supports, words: [back, "laud: praises"]}
  con: {pos: verb, stance: opposes, words: [oppose, fight, decry]}
rules:
  - rule: stance_verb
    match: cue:(@pro | @con)
    slots: {speaker: cue >who, subject: cue >what}
  - rule: fights_fire
    match: cue:fight the? fire
    emit: nothing
    priority: 90
)";

constexpr const char* kArticle = R"(Mara Quill backed the bridge. Quill defended the night ferry.

Dunstan Pell decried the toll. Pell lauded the harbour.

The crew fought the fire. The crew fought the toll. Quill pleaded for the quay.
)";

/// Folders old/, new/ and articles/; the second article has no word that differs.
std::string make_two(const std::string& name) {
    const std::string folder = fresh_folder(name);
    for (const char* part : {"old", "new", "articles"}) {
        std::filesystem::create_directories(folder + "/" + part);
    }
    std::string now = kNew;
    now.replace(now.find("\"laud: praises\""), 15, "{laud: praises}");
    write_file(folder + "/old/rules.yaml", kOld);
    write_file(folder + "/new/rules.yaml", now);
    write_file(folder + "/articles/Beacon_2025-03-04_toll.txt", kArticle);
    write_file(folder + "/articles/Herald_2025-03-05_bridge.txt", "Mara Quill backed the bridge.\n");
    return folder;
}

bool git(const std::string& folder, std::vector<std::string> arguments) {
    std::vector<std::string> command{"git", "-C", folder, "-c", "user.name=t", "-c", "user.email=t@t"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    const auto run = run_program_of_path(command);
    return run.has_value() && run->status == 0;
}

}  // namespace

TEST_CASE("rules diff tells what a change gains and loses, and why", "[cli]") {
    const std::string folder = make_two("diff");
    const std::vector<std::string> arguments{
        "rules", "diff", folder + "/old", folder + "/new", folder + "/articles", "--only-rules"};
    const Finished table = run_program(arguments);
    CHECK(table.error.empty());
    CHECK(table.code == 1);
    check_golden("rules/diff.txt", table.out);
    std::vector<std::string> as_json = arguments;
    as_json.insert(as_json.end(), {"--format", "json"});
    check_golden("rules/diff.json", run_program(as_json).out);
}

TEST_CASE("rules diff over a project gives the same as over its articles", "[cli]") {
    const std::string folder = make_two("diff_project");
    const std::string project = folder + "/out";
    const Finished built = run_program(
        {"build", folder + "/articles", "-o", project, "--rules", folder + "/old", "--only-rules", "-q"});
    REQUIRE(built.code == 0);
    const Finished stored =
        run_program({"rules", "diff", folder + "/old", folder + "/new", "-p", project, "--only-rules"});
    CHECK(stored.error.empty());
    CHECK(stored.code == 1);
    CHECK(stored.out == read_file(std::string(STANCEGRAPH_SOURCE_DIR) + "/tests/golden/rules/diff.txt"));
}

TEST_CASE("rules diff tells recall and precision on reviewed claims", "[cli]") {
    const std::string folder = make_two("diff_reviewed");
    const std::string project = folder + "/out";
    REQUIRE(run_program({"build", folder + "/articles", "-o", project, "--rules", folder + "/old",
                         "--only-rules", "-q"})
                .code == 0);
    // Lost: the right claim on the ferry, the wrong one on the fire. Kept: both on the bridge, one untouched.
    const Finished shown = run_program({"review", "-p", project}, "");
    REQUIRE(shown.out.find("1 of 7 ") != std::string::npos);
    static_cast<void>(
        run_program({"review", "-p", project, "--stance", "opposes", "-n", "9"}, "n claim\nn claim\n"));
    static_cast<void>(run_program({"review", "-p", project, "--rule", "stance_verb"}, "y\ny\ny\ny\n"));
    const Finished finished =
        run_program({"rules", "diff", folder + "/old", folder + "/new", "-p", project, "--only-rules"});
    CHECK(finished.out.find("\nagainst reviewed claims (4 right): recall 100.0 -> 50.0 %, precision 66.7 -> "
                            "66.7 %\n") != std::string::npos);
}

TEST_CASE("rules diff of equal rules finds nothing", "[cli]") {
    const std::string folder = make_two("diff_equal");
    const Finished finished = run_program(
        {"rules", "diff", folder + "/old", folder + "/old", folder + "/articles", "--only-rules"});
    CHECK(finished.code == 0);
    CHECK(finished.out ==
          "claims +0 -0 ~0   0 before, 0 now, in 0 of 2 articles; the others have no word that the "
          "change "
          "touches\n");
}

TEST_CASE("rules diff shows a sample spread over the claims", "[cli]") {
    const std::string folder = make_two("diff_sample");
    const Finished finished = run_program({"rules", "diff", folder + "/new", folder + "/old",
                                           folder + "/articles", "--only-rules", "--sample", "1"});
    CHECK(finished.code == 1);
    CHECK(finished.out.find("\n+ … 1 more\n") != std::string::npos);
}

TEST_CASE("rules diff of git revisions", "[cli]") {
    const std::string folder = make_two("diff_git");
    const std::string rules = folder + "/repository/rules";
    std::filesystem::create_directories(rules);
    write_file(rules + "/rules.yaml", kOld);
    if (!git(folder + "/repository", {"init", "-q"})) {
        WARN("git cannot be run here");
        return;
    }
    REQUIRE(git(folder + "/repository", {"add", "."}));
    REQUIRE(git(folder + "/repository", {"commit", "-q", "-m", "first"}));
    std::filesystem::copy_file(folder + "/new/rules.yaml", rules + "/rules.yaml",
                               std::filesystem::copy_options::overwrite_existing);
    const std::vector<std::string> options{"--rules", rules, "--only-rules", "-p", folder + "/out"};
    const auto diff = [&](std::vector<std::string> sides) {
        std::vector<std::string> arguments{"rules", "diff"};
        arguments.insert(arguments.end(), sides.begin(), sides.end());
        arguments.insert(arguments.end(), options.begin(), options.end());
        return run_program(arguments);
    };
    REQUIRE(run_program({"build", folder + "/articles", "-o", folder + "/out", "--rules", folder + "/old",
                         "--only-rules", "-q"})
                .code == 0);
    const std::string expected =
        read_file(std::string(STANCEGRAPH_SOURCE_DIR) + "/tests/golden/rules/diff.txt");
    CHECK(diff({"HEAD"}).out == expected);  // with the files as they are

    REQUIRE(git(folder + "/repository", {"commit", "-q", "-a", "-m", "second"}));
    CHECK(diff({"HEAD~1", "HEAD"}).out == expected);

    const Finished missing = diff({"HEAD~7"});
    CHECK(missing.code == 2);
    CHECK(missing.error.find(
              "error[SG0030]: 'HEAD~7' is no folder, and no revision of the rules: git says '") == 0);
    const Finished alone = diff({folder + "/old"});
    CHECK(alone.code == 2);
    CHECK(alone.error == "error[SG0004]: NEW is required where OLD is a folder\nhelp: rules diff OLD NEW\n");
}

TEST_CASE("rules diff without a project", "[cli]") {
    const std::string folder = make_two("diff_nowhere");
    const Finished finished = run_program(
        {"rules", "diff", folder + "/old", folder + "/new", "-p", folder + "/none", "--only-rules"});
    CHECK(finished.code == 2);
    CHECK(finished.error ==
          "error[SG0009]: '" + folder +
              "/none' holds no stances.db\nhelp: run stancegraph build first, name its folder "
              "with -p, or name articles\n");
}

TEST_CASE("a program is run without a shell", "[cli]") {
    const auto echo = run_program_of_path({"echo", "$HOME; exit 3"});
    REQUIRE(echo.has_value());
    CHECK(echo->status == 0);
    CHECK(echo->out == "$HOME; exit 3\n");
    const auto missing = run_program_of_path({"there-is-no-such-program"});
    CHECK((!missing.has_value() || missing->status == 127));
    const auto failing = run_program_of_path({"ls", "/there-is-no-such-folder"});
    REQUIRE(failing.has_value());
    CHECK(failing->status != 0);
    CHECK(!failing->error.empty());
}
