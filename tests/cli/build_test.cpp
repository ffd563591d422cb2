#include <filesystem>

#include <catch2/catch.hpp>

#include "run_program.hpp"
#include "small_project.hpp"
#include "store/build_lock.hpp"
#include "support/golden.hpp"

using namespace stancegraph;
using namespace stancegraph::cli;

namespace {

/// `text` with every `from` as `to`.
std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

Finished build(const std::string& folder, const std::vector<std::string>& more) {
    std::vector<std::string> arguments{"build",        "--rules", folder + "/rules",
                                       "--only-rules", "-o",      folder + "/out"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    Finished finished = run_program(arguments);
    finished.error = replaced(finished.error, folder + "/", "");
    return finished;
}

}  // namespace

TEST_CASE("build prints who takes which stance on what and writes every file of a project", "[cli]") {
    const std::string folder = make_small_project("build");
    const Finished finished = build(folder, {folder + "/articles"});
    CHECK(finished.code == 0);
    CHECK(finished.error ==
          "read 2 articles (2 inputs, 0 rejected)   claims 3   actors 2   subjects 2   -> out\n");
    CHECK(finished.out ==
          "actor         stance    subject      polarity  belief  claims  documents  stories  outlets       "
          "first        last\n"
          "Mara Quill    opposes   night ferry      -0.7    0.96       2          2        2        2  "
          "2025-03-04  2025-03-05\n"
          "Dunstan Pell  supports  bridge           +0.7    0.80       1          1        1        1  "
          "2025-03-04  2025-03-04\n");
    for (const char* name : {"claims.jsonl", "attributions.jsonl", "graph.gexf", "graph-net.gexf",
                             "graph.graphml", "graph.dot", "report.html"}) {
        INFO(name);
        CHECK_FALSE(read_file(folder + "/out/" + name).empty());
    }
}

TEST_CASE("build gives the same bytes for any number of threads, and when it is run again", "[cli]") {
    const std::string folder = make_small_project("threads");
    for (int article = 0; article < 40; ++article) {
        write_file(folder + "/articles/more-" + std::to_string(article) + ".txt",
                   "Actor Number" + std::to_string(article) + " backs the bridge. He opposes the plan.\n");
    }
    std::string first;
    for (const char* threads : {"1", "2", "8"}) {
        REQUIRE(build(folder, {folder + "/articles", "--threads", threads}).code == 0);
        std::string all;
        for (const char* name : {"claims.jsonl", "attributions.jsonl", "graph.gexf", "graph-net.gexf",
                                 "graph.graphml", "graph.dot", "report.html"}) {
            all += read_file(folder + "/out/" + name);
        }
        first = first.empty() ? all : first;
        INFO(threads << " threads");
        CHECK(all == first);
    }
}

TEST_CASE("a bad input is reported and the rest is built", "[cli]") {
    const std::string folder = make_small_project("bad_input");
    write_file(folder + "/articles/bytes.txt", "Mara \xff Quill backs the bridge.\n");
    write_file(folder + "/articles/lines.jsonl",
               "{\"text\": \n{\"id\": \"a\", \"text\": \"Ann Lee backs the bridge.\"}\n");
    const Finished finished = build(folder, {folder + "/articles", folder + "/none.txt", "-q"});
    CHECK(finished.code == 0);
    CHECK(finished.out.empty());
    CHECK(finished.error.find("there is no file or folder called 'none.txt'") != std::string::npos);
    CHECK(finished.error.find("bytes.txt:1:6: warning[SG2004]") != std::string::npos);
    CHECK(finished.error.find("lines.jsonl:1:") != std::string::npos);
    CHECK(read_file(folder + "/out/claims.jsonl").find("Ann Lee") != std::string::npos);
}

TEST_CASE("where nothing can be read, nothing is written", "[cli]") {
    const std::string folder = make_small_project("nothing");
    std::filesystem::create_directories(folder + "/empty");
    const Finished finished = build(folder, {folder + "/empty"});
    CHECK(finished.code == 3);
    CHECK(finished.out.empty());
    CHECK(finished.error.find("there are no articles in this folder") != std::string::npos);
    CHECK(finished.error.find("error[SG0013]: no article was read, so nothing was written\n") !=
          std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder + "/out/claims.jsonl"));
}

TEST_CASE("rules with errors stop a build before it reads anything", "[cli]") {
    const std::string folder = make_small_project("bad_rules");
    write_file(folder + "/rules/worse.yaml",
               "stancegraph: 1\nrules:\n  - rule: r\n    stage: stance\n    mtach: x\n");
    const Finished wrong = build(folder, {folder + "/articles"});
    CHECK(wrong.code == 2);
    CHECK(wrong.out.empty());
    CHECK(wrong.error.find("rules/worse.yaml:5:5: error[SG") != std::string::npos);
    CHECK(wrong.error.ends_with("nothing was done, because the rules have errors\n"));
    CHECK_FALSE(std::filesystem::exists(folder + "/out"));

    const Finished missing = build(folder, {folder + "/articles", "--rules", folder + "/nowhere"});
    CHECK(missing.code == 2);
    CHECK(missing.error.find("nowhere: there is no such file or folder") != std::string::npos);
}

TEST_CASE("build does not write among somebody's files", "[cli]") {
    const std::string folder = make_small_project("foreign");
    std::filesystem::create_directories(folder + "/out");
    write_file(folder + "/out/letter.txt", "Dear Ann,");
    const Finished refused = build(folder, {folder + "/articles"});
    CHECK(refused.code == 2);
    CHECK(refused.error.find("error[SG0007]: 'out' holds files and none of them is claims.jsonl") !=
          std::string::npos);
    CHECK(build(folder, {folder + "/articles", "--force"}).code == 0);
    CHECK(build(folder, {folder + "/articles"}).code == 0);
    CHECK(read_file(folder + "/out/letter.txt") == "Dear Ann,");
}

TEST_CASE("--strict makes a rejected input a failure", "[cli]") {
    const std::string folder = make_small_project("strict");
    write_file(folder + "/articles/zero.txt", std::string("\0\0\0\0\1\2\3\0", 8));
    CHECK(build(folder, {folder + "/articles"}).code == 0);
    CHECK(build(folder, {folder + "/articles", "--strict"}).code == 3);
}

TEST_CASE("an article on standard input has the name -", "[cli]") {
    const std::string folder = make_small_project("stdin");
    const Finished finished =
        run_program({"build", "-", "--rules", folder + "/rules", "--only-rules", "-o", folder + "/out"},
                    "Ann Lee backs the bridge.");
    CHECK(finished.code == 0);
    CHECK(read_file(folder + "/out/claims.jsonl").find("\"doc\":\"-\"") != std::string::npos);
}

TEST_CASE("a second build tells what it did, and writes nothing but the project file where told so",
          "[cli]") {
    const std::string folder = make_small_project("again");
    REQUIRE(build(folder, {folder + "/articles"}).code == 0);
    const std::string graph = read_file(folder + "/out/graph.gexf");
    write_file(folder + "/articles/third.txt", "Mara Quill supports the tunnel.\n");
    const Finished again = build(folder, {folder + "/articles", "--no-files"});
    CHECK(again.code == 0);
    CHECK(again.out.empty());
    CHECK(again.error ==
          "read 3 articles (3 inputs, 0 rejected)   -> out/stances.db\n"
          "since the build before: 1 annotated, 0 matched again, 0 removed   claims +1 -0\n");
    CHECK(read_file(folder + "/out/graph.gexf") == graph);
    const Finished query = run_program({"query", "-p", folder + "/out", "--subject", "tunnel"});
    CHECK(query.out.find("tunnel") != std::string::npos);
}

TEST_CASE("a build of a project that another one holds ends with 5 and the next step", "[cli]") {
    const std::string folder = make_small_project("held");
    REQUIRE(build(folder, {folder + "/articles"}).code == 0);
    const BuildLock lock(folder + "/out", std::chrono::milliseconds(0), [] {});
    const Finished second = build(folder, {folder + "/articles", "--wait", "0"});
    CHECK(second.code == 5);
    CHECK(
        second.error ==
        "another build of this project is running; waiting for it\n"
        "error[SG5001]: the project file cannot be used: another build holds the project\n"
        "help: wait until the other build is done, longer with --wait, or write to another folder with -o\n");
}

TEST_CASE("a damaged project file ends every command with 6 and the next step", "[cli]") {
    const std::string folder = make_small_project("damaged");
    REQUIRE(build(folder, {folder + "/articles"}).code == 0);
    write_file(folder + "/out/stances.db", "no database at all, but long enough to look at it for a while");
    const Finished finished = run_program({"query", "-p", folder + "/out"});
    CHECK(finished.code == 6);
    CHECK(replaced(finished.error, folder + "/", "") ==
          "error[SG6001]: the project file cannot be used: out/stances.db: file is not a database\n"
          "help: delete the project folder and build it again from the articles\n");
}
