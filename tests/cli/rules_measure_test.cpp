#include <catch2/catch.hpp>

#include <sstream>

#include "base/json.hpp"
#include "run_program.hpp"
#include "small_project.hpp"
#include "support/golden.hpp"

using namespace stancegraph;
using namespace stancegraph::cli;

namespace {

/// A verdict on each line of the file, the first `right` of which are right.
std::string verdicts_on(const std::string& file, int right) {
    std::istringstream lines(read_file(file));
    std::string verdicts;
    int number = 0;
    for (std::string line; std::getline(lines, line); ++number) {
        verdicts +=
            "{\"id\": \"" + json::parse(line).value->text_of("id") +
            (number < right ? "\", \"right\": true}\n" : "\", \"right\": false, \"wrong\": \"subject\"}\n");
    }
    return verdicts;
}

/// A built project; gives its folder.
std::string built(const std::string& name) {
    const std::string folder = make_small_project(name);
    const Finished finished = run_program({"build", folder + "/articles", "-o", folder + "/out", "--rules",
                                           folder + "/rules", "--only-rules", "-q"});
    REQUIRE(finished.code == 0);
    return folder;
}

}  // namespace

TEST_CASE("rules measure counts verdicts on claims and attributions", "[cli]") {
    const std::string folder = built("measure");
    write_file(folder + "/verdicts.jsonl", verdicts_on(folder + "/out/claims.jsonl", 2) +
                                               verdicts_on(folder + "/out/attributions.jsonl", 3));
    const Finished finished =
        run_program({"rules", "measure", folder + "/verdicts.jsonl", "-p", folder + "/out", "--entries"});
    CHECK(finished.code == 0);
    CHECK(finished.error.empty());
    check_golden("rules/measure.txt", finished.out);
    const Finished as_json =
        run_program({"rules", "measure", folder + "/verdicts.jsonl", "-p", folder + "/out", "-f", "json"});
    check_golden("rules/measure.json", as_json.out);
}

TEST_CASE("rules measure fits a certainty file, and puts a calibration table into it", "[cli]") {
    const std::string folder = built("measure_fit");
    write_file(folder + "/verdicts.jsonl", verdicts_on(folder + "/out/claims.jsonl", 2));
    const std::string fitted = folder + "/rules/certainty.yaml";
    const std::vector<std::string> measure{
        "rules",         "measure", folder + "/verdicts.jsonl", "-p",
        folder + "/out", "--rules", folder + "/rules",          "--only-rules"};
    std::vector<std::string> fit = measure;
    fit.insert(fit.end(), {"--fit", fitted});
    CHECK(run_program(fit).code == 0);
    check_golden("rules/fitted.yaml", read_file(fitted));

    std::vector<std::string> check = measure;
    check.insert(check.end(), {"--check", fitted});
    CHECK(run_program(check).code == 0);
    check_golden("rules/checked.yaml", read_file(fitted));

    // The file is a rule file: the next build uses it.
    CHECK(run_program({"build", folder + "/articles", "-o", folder + "/out", "--rules", folder + "/rules",
                       "--only-rules", "-q"})
              .code == 0);
    const std::string claims = read_file(folder + "/out/claims.jsonl");
    CHECK(claims.find("\"certainty\":0.") != std::string::npos);
    CHECK(claims.find("\"certainty\":1") == std::string::npos);
}

TEST_CASE("rules measure says when verdicts are on something else, or files are missing", "[cli]") {
    const std::string folder = built("measure_nothing");
    write_file(folder + "/verdicts.jsonl", "{\"id\": \"c:0\", \"right\": true}\n");
    const Finished other =
        run_program({"rules", "measure", folder + "/verdicts.jsonl", "-p", folder + "/out"});
    CHECK(other.code == 1);
    CHECK(other.out.empty());
    CHECK(other.error == "error[SG0014]: no verdict is on a result of '" + folder +
                             "/out'\nhelp: judge claims of this build with review; ids change when rules or "
                             "articles change\n");
    const Finished missing = run_program({"rules", "measure", folder + "/none.jsonl", "-p", folder + "/out"});
    CHECK(missing.code == 2);
    CHECK(missing.error == "error[SG4006]: cannot read '" + folder +
                               "/none.jsonl'\nhelp: name a file with a verdict on each line\n");
    CHECK(run_program({"rules", "measure", folder + "/verdicts.jsonl", "-p", folder}).code == 2);
}
