#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "run_program.hpp"
#include "small_project.hpp"
#include "support/golden.hpp"

using namespace stancegraph;
using namespace stancegraph::cli;

namespace {

/// A small project that was built, and the options that name its rules and its folder.
struct Built {
    std::string folder;
    std::vector<std::string> options;
};

Built built_project(const std::string& name) {
    const std::string folder = make_small_project(name);
    const std::vector<std::string> rules{"--rules", folder + "/rules", "--only-rules"};
    std::vector<std::string> arguments{"build", folder + "/articles", "-q", "-o", folder + "/articles/out"};
    arguments.insert(arguments.end(), rules.begin(), rules.end());
    REQUIRE(run_program(arguments).code == 0);
    Built built{folder, rules};
    built.options.insert(built.options.end(), {"-p", folder + "/articles/out"});
    return built;
}

Finished explain(const std::string& text, const Built& built) {
    std::vector<std::string> arguments{"explain", text};
    arguments.insert(arguments.end(), built.options.begin(), built.options.end());
    return run_program(arguments);
}

/// The id of the first record of a file of the project.
std::string first_id(const Built& built, const std::string& file) {
    const std::string lines = read_file(built.folder + "/articles/out/" + file);
    return lines.substr(lines.find("\":\"") + 3, 18);
}

}  // namespace

TEST_CASE("a claim and an attribution are explained by their ids", "[cli]") {
    const Built built = built_project("explain_ids");
    const Finished claim = explain(first_id(built, "claims.jsonl"), built);
    CHECK(claim.code == 0);
    CHECK(claim.error.empty());
    check_golden("explain/claim.txt", claim.out);
    const Finished attribution = explain(first_id(built, "attributions.jsonl").substr(0, 9) + "…", built);
    CHECK(attribution.code == 0);
    check_golden("explain/attribution.txt", attribution.out);
}

TEST_CASE("where the project holds claims alone, there is no trace", "[cli]") {
    const Built built = built_project("explain_gone");
    const std::string id = first_id(built, "claims.jsonl");
    const std::string with_trace = explain(id, built).out;
    std::filesystem::remove(built.folder + "/articles/out/stances.db");
    const Finished without = explain(id, built);
    CHECK(without.code == 0);
    CHECK(with_trace.starts_with(without.out));
    CHECK(with_trace.size() > without.out.size());
}

TEST_CASE("an id that is not there, or that says too little, gets a next step", "[cli]") {
    const Built built = built_project("explain_wrong_ids");
    const std::string project = built.folder + "/articles/out";
    std::string id = first_id(built, "claims.jsonl");
    const std::string right = id;
    id.back() = id.back() == '0' ? '1' : '0';
    const Finished slip = explain(id, built);
    CHECK(slip.code == 2);
    CHECK(slip.error == "error[SG0015]: there is no claim '" + id + "' in '" + project +
                            "'\nhelp: did you mean '" + right + "'?\n");
    std::filesystem::remove(project + "/stances.db");  // as in a folder that `merge` wrote
    write_file(project + "/claims.jsonl",
               "{\"id\":\"c:9f3a000000000000\"}\n{\"id\":\"c:9f3b000000000000\"}\n");
    CHECK(explain("c:9f3", built).error ==
          "error[SG0016]: 'c:9f3' is the beginning of 2 claims\n"
          "help: write more of it: c:9f3a000000000000, c:9f3b000000000000\n");
    CHECK(explain("a:dead", built).error ==
          "error[SG0015]: there is no attribution 'a:dead' in '" + project +
              "'\nhelp: the ids are in its claims.jsonl and attributions.jsonl; another project: -p\n");
    CHECK(run_program({"explain", "c:9f3a", "-p", built.folder}).error ==
          "error[SG0009]: '" + built.folder +
              "' holds no claims.jsonl\n"
              "help: run stancegraph build first, or name its folder with -p\n");
}

TEST_CASE("a claim that is wanted: the exit code tells whether it is there", "[cli]") {
    const Built built = built_project("explain_want");
    const auto ask = [&](const std::string& text, const std::string& claim) {
        return run_program(
            {"explain", text, "--want", claim, "--rules", built.folder + "/rules", "--only-rules"});
    };
    const Finished there = ask("Mara Quill opposes the night ferry.", "Quill -> opposes -> the night ferry");
    CHECK(there.code == 0);
    CHECK(there.out ==
          "wanted    Quill -> opposes -> the night ferry\n"
          "found     Mara Quill -> opposes -> night ferry\n"
          "          by rule stance_verb (small.yaml:9), list entry “oppose”\n");
    const Finished missing =
        ask("Mara Quill spurned the night ferry.", "Mara Quill -> opposes -> night ferry");
    CHECK(missing.code == 1);
    check_golden("explain/want.txt", missing.out);
    CHECK(ask(built.folder + "/articles/Beacon_2025-03-04_debate.txt:1", "Dunstan Pell -> supports -> bridge")
              .code == 0);
    CHECK(ask(built.folder + "/articles/Beacon_2025-03-04_debate.txt:1", "Dunstan Pell -> opposes -> bridge")
              .code == 1);
}

TEST_CASE("a claim that cannot be read is shown with its place", "[cli]") {
    const std::string form =
        "help: write it like this: --want \"Mara Lindqvist -> criticises -> ferry toll\"\n";
    CHECK(run_program({"explain", "x", "--want", "Quill opposes"}).error ==
          "--want:1:1: error[SG0017]: a claim has three parts: SPEAKER -> STANCE -> SUBJECT\n"
          "    1 | Quill opposes\n      | ^~~~~~~~~~~~~\n" +
              form);
    CHECK(run_program({"explain", "x", "--want", "Quill ->  -> ferry"}).error ==
          "--want:1:11: error[SG0017]: the stance is missing\n"
          "    1 | Quill ->  -> ferry\n      |           ^\n" +
              form);
    CHECK(run_program({"explain", "x", "--want", "Quill → oposes → ferry"}).error ==
          "--want:1:9: error[SG0017]: there is no stance 'oposes'\n"
          "    1 | Quill → oposes → ferry\n      |         ^~~~~~\nhelp: did you mean 'opposes'?\n");
    CHECK(run_program({"explain", "x", "--want", ""}).code == 0);
}

TEST_CASE("suggestions can be pasted, and say what they find elsewhere", "[cli]") {
    const Built built = built_project("suggest");
    const std::vector<std::string> rules{"--rules", built.folder + "/rules", "--only-rules"};
    std::vector<std::string> arguments{"rules", "suggest",
                                       "[Mara Quill]{speaker} [spurned]{cue} the [night ferry]{subject}.",
                                       built.folder + "/articles/Herald_2025-03-05_again.txt"};
    arguments.insert(arguments.end(), rules.begin(), rules.end());
    const Finished finished = run_program(arguments);
    CHECK(finished.code == 0);
    CHECK(finished.error.empty());
    check_golden("explain/suggest.txt", finished.out);
    arguments[2] = "It [rained]{cue} on the [ferry]{subject}, {said Mara}.";
    arguments.insert(arguments.end(), {"--stance", "oposes"});
    const Finished wrong = run_program(arguments);
    CHECK(wrong.code == 2);
    CHECK(wrong.error ==
          "error[SG0005]: --stance: there is no stance 'oposes'\nhelp: did you mean 'opposes'?\n");
}
