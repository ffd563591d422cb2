#include <catch2/catch.hpp>

#include "run_program.hpp"
#include "small_project.hpp"

using namespace stancegraph::cli;

namespace {

std::string built(const std::string& name) {
    const std::string folder = make_small_project(name);
    const Finished finished = run_program({"build", folder + "/articles", "--rules", folder + "/rules",
                                           "--only-rules", "-o", folder + "/out", "--quiet"});
    REQUIRE(finished.code == 0);
    return folder + "/out";
}

}  // namespace

TEST_CASE("export writes networks, whole and filtered, as matrices too", "[cli]") {
    const std::string project = built("networks_export");
    CHECK(run_program({"export", "-", "-f", "matrix", "-p", project}).out ==
          "actor,bridge,night ferry\r\nDunstan Pell,1,0\r\nMara Quill,0,2\r\n");
    CHECK(run_program(
              {"export", "-", "-f", "csv", "--matrix", "--network", "affiliation-subtract", "-p", project})
              .out == "actor,bridge,night ferry\r\nDunstan Pell,1,0\r\nMara Quill,0,-2\r\n");
    CHECK(run_program(
              {"export", "-", "-f", "matrix", "--duplicates", "ever", "--min-documents", "2", "-p", project})
              .out == "actor,night ferry\r\nMara Quill,1\r\n");
    CHECK(run_program({"export", "-", "-f", "matrix", "--from", "2025-03-05", "-p", project}).out ==
          "actor,night ferry\r\nMara Quill,1\r\n");
    CHECK(run_program({"export", "-", "-f", "matrix", "--min-sources", "2", "--actor", "pell", "-p", project})
              .out == "actor\r\n");
}

TEST_CASE("options that do not fit a network are named", "[cli]") {
    struct Row {
        std::vector<std::string> arguments;
        std::string error;
    };

    const auto row = GENERATE(values<Row>({
        {{"--network", "congruence", "--normalise", "activity"},
         "error[SG0021]: --normalise activity does not fit the network 'congruence'\n"
         "help: networks of one mode know none, average, jaccard and cosine\n"},
        {{"--network", "affiliation", "--normalise", "cosine"},
         "error[SG0021]: --normalise cosine does not fit the network 'affiliation'\n"
         "help: networks of two modes know none, activity and prominence\n"},
        {{"--network", "affiliation", "--min-weight", "much"},
         "error[SG0022]: --min-weight 'much' is no number\n"
         "help: write a number that is not negative, such as 0.5\n"},
    }));
    static const std::string kProject = built("networks_errors");
    std::vector<std::string> arguments{"export", "-", "-f", "gexf", "-p", kProject};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const Finished finished = run_program(arguments);
    CHECK(finished.code == 2);
    CHECK(finished.out.empty());
    CHECK(finished.error == row.error);
}

TEST_CASE("networks prints one table or the most telling ones", "[cli]") {
    const std::string project = built("networks_tables");
    CHECK(run_program({"networks", "-p", project, "--table", "positions"}).out ==
          "name          subject      for  against  index\n"
          "Dunstan Pell  bridge         1        0      1\n"
          "Mara Quill    night ferry    0        2     -1\n");
    const Finished all = run_program({"networks", "-p", project});
    CHECK(all.code == 0);
    CHECK(all.error.empty());
    CHECK(all.out.starts_with("overview\n"));
    CHECK(run_program({"networks", "-p", project, "--format", "csv", "--table", "subjects"}).out ==
          "subject,contested,for,against,undecided,claims\r\nbridge,0,1,0,0,1\r\nnight ferry,0,0,1,0,2\r\n");
}
