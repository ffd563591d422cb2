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

TEST_CASE("where the article changed or is gone, the record alone is shown", "[cli]") {
    const Built built = built_project("explain_gone");
    const std::string id = first_id(built, "claims.jsonl");
    const std::string with_trace = explain(id, built).out;
    write_file(built.folder + "/articles/Beacon_2025-03-04_debate.txt", "Nobody opposes anything here.\n");
    const std::string without = explain(id, built).out;
    CHECK(with_trace.starts_with(without));
    CHECK(with_trace.size() > without.size());
    std::filesystem::remove(built.folder + "/articles/Beacon_2025-03-04_debate.txt");
    CHECK(explain(id, built).out == without);
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
