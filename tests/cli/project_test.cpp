#include <catch2/catch.hpp>

#include "run_program.hpp"
#include "small_project.hpp"
#include "support/golden.hpp"

using namespace stancegraph;
using namespace stancegraph::cli;

namespace {

/// The output folder of a small project that was built.
std::string built_project(const std::string& name) {
    const std::string folder = make_small_project(name);
    const Finished finished = run_program({"build", folder + "/articles", "-q", "--rules", folder + "/rules",
                                           "--only-rules", "-o", folder + "/out"});
    REQUIRE(finished.code == 0);
    return folder + "/out";
}

}  // namespace

TEST_CASE("query answers with a table, with JSON, with CSV, and with proof", "[cli]") {
    const std::string project = built_project("query");
    CHECK(run_program({"query", "-p", project, "--actor", "quill", "--format", "csv"}).out ==
          "actor,stance,subject,polarity,belief,contested,claims,documents,stories,outlets,first,last\r\n"
          "Mara Quill,opposes,night ferry,-0.7,0.96,false,2,2,2,2,2025-03-04,2025-03-05\r\n");
    CHECK(
        run_program({"query", "-p", project, "--subject", "bridge"}).out ==
        "actor         stance    subject  polarity  belief  claims  documents  stories  outlets       first  "
        "      last\n"
        "Dunstan Pell  supports  bridge       +0.7    0.80       1          1        1        1  2025-03-04  "
        "2025-03-04\n");
    const Finished proof = run_program({"query", "-p", project, "--stance", "supports", "--evidence"});
    CHECK(proof.code == 0);
    CHECK(proof.out.find("Dunstan Pell [supports] the bridge.") != std::string::npos);
    CHECK(proof.out.find("Beacon_2025-03-04_debate.txt:1") != std::string::npos);
}

TEST_CASE("query asks back where a name is unknown", "[cli]") {
    const Finished finished = run_program({"query", "-p", built_project("unknown"), "--actor", "Mara Qill"});
    CHECK(finished.code == 2);
    CHECK(finished.out.empty());
    CHECK(finished.error.find("error[SG3001]") != std::string::npos);
    CHECK(finished.error.find("Mara Quill") != std::string::npos);
}

TEST_CASE("a folder that is no project is named with the next step", "[cli]") {
    const std::string folder = fresh_folder("no_project");
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"query", "-p", folder},
                                                      {"export", "-", "-f", "dot", "-p", folder},
                                                      {"export", "attributions.jsonl", "-p", folder}}) {
        const Finished finished = run_program(arguments);
        INFO(arguments.front());
        CHECK(finished.code == 2);
        CHECK(finished.error.find("error[SG0009]: '" + folder + "' holds no ") == 0);
    }
}

TEST_CASE("export writes by the ending of the file, or to standard output", "[cli]") {
    const std::string project = built_project("export");
    const Finished written = run_program({"export", project + "/again.gexf", project + "/copy.jsonl",
                                          project + "/attributions.jsonl", "-p", project});
    CHECK(written.code == 0);
    CHECK(written.error.empty());
    CHECK(read_file(project + "/again.gexf") == read_file(project + "/graph.gexf"));
    CHECK(read_file(project + "/copy.jsonl") == read_file(project + "/claims.jsonl"));
    CHECK(run_program({"export", "-", "--format", "dot", "-p", project}).out ==
          read_file(project + "/graph.dot"));
}

TEST_CASE("export names the endings it knows, and says why a file cannot be written", "[cli]") {
    const std::string project = built_project("export_errors");
    const Finished unknown = run_program({"export", "graph.xyz", "-p", project});
    CHECK(unknown.code == 2);
    CHECK(unknown.error.find(
              "error[SG0011]: 'graph.xyz' has no ending of a known format\nhelp: use one of .jsonl, "
              ".gexf, .graphml, .dot") == 0);
    const Finished full = run_program({"export", "/dev/full", "--format", "dot", "-p", project});
    CHECK(full.code == 4);
    CHECK(full.error.find("error[SG4004]: cannot write '/dev/full': No space left on device") == 0);
}

TEST_CASE("merging claims with themselves changes nothing", "[cli]") {
    const std::string project = built_project("merge");
    const std::string claims = project + "/claims.jsonl";
    const Finished finished =
        run_program({"merge", claims, claims, "-", "-o", project + "/merged"}, read_file(claims));
    CHECK(finished.code == 0);
    for (const char* name : {"claims.jsonl", "graph.gexf", "graph.graphml", "graph.dot", "report.html"}) {
        INFO(name);
        CHECK(read_file(project + "/merged/" + name) == read_file(project + "/" + name));
    }
    const Finished missing = run_program({"merge", project + "/none.jsonl", "-o", project + "/merged"});
    CHECK(missing.code == 4);
    CHECK(missing.error.find("error[SG4006]: cannot read '" + project + "/none.jsonl'") == 0);
}
