#include <catch2/catch.hpp>

#include "run_program.hpp"
#include "small_project.hpp"
#include "support/golden.hpp"

using namespace stancegraph;
using namespace stancegraph::cli;

namespace {

/// A built project with three claims of one rule: two in the first article, one in the second.
std::string make_built_project(const std::string& name) {
    const std::string folder = make_small_project(name);
    REQUIRE(run_program({"build", folder + "/articles", "-o", folder + "/out", "--rules", folder + "/rules",
                         "--only-rules", "-q"})
                .code == 0);
    return folder;
}

Finished review(const std::string& folder, std::vector<std::string> options, const std::string& input) {
    std::vector<std::string> arguments{"review", "-p", folder + "/out"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return run_program(arguments, input);
}

std::string last_line(const std::string& text) {
    const std::size_t end = text.find_last_not_of('\n');
    return text.substr(text.rfind('\n', end) + 1, end - text.rfind('\n', end));
}

}  // namespace

TEST_CASE("review shows claims and takes verdicts from a pipe", "[cli]") {
    const std::string folder = make_built_project("review");
    const Finished session = review(folder, {}, "y\nn\ns\nsubject\nskip\n");
    CHECK(session.error.empty());
    CHECK(session.code == 0);
    check_golden("rules/review.txt", session.out);

    SECTION("judged claims are not shown again, but with --all") {
        const Finished left = review(folder, {}, "q\n");
        CHECK(left.out.find("1 of 1 ") != std::string::npos);
        CHECK(review(folder, {"--all"}, "").out.find("1 of 3 ") != std::string::npos);
    }
    SECTION("rules measure counts them") {
        const Finished measured = run_program({"rules", "measure", "-p", folder + "/out"});
        CHECK(measured.error.empty());
        CHECK(measured.out.find("claims: 1 of 2 right, 50 % (9-91 %)\n  wrong subject: 1\n") == 0);
    }
    SECTION("rules stats tells the precision of each rule") {
        const std::vector<std::string> arguments{"rules",   "stats",           "-p",          folder + "/out",
                                                 "--rules", folder + "/rules", "--only-rules"};
        const Finished stats = run_program(arguments);
        CHECK(stats.error.empty());
        CHECK(stats.out.find("\nreviewed claims of  right  precision    95 %\n"
                             "stance_verb           1/2       50 %  9-91 %\n"
                             "all rules             1/2       50 %  9-91 %\n") != std::string::npos);
        std::vector<std::string> as_json = arguments;
        as_json.insert(as_json.end(), {"-f", "json"});
        CHECK(run_program(as_json).out.find(R"("reviewed":{"stance_verb":{"right":1,"of":2,"share":0.5,)") !=
              std::string::npos);
    }
    SECTION("they outlive a build, also where the rule has another name") {
        std::string rules = read_file(folder + "/rules/small.yaml");
        rules.replace(rules.find("stance_verb"), 11, "takes_stance");
        write_file(folder + "/rules/small.yaml", rules);
        REQUIRE(run_program({"build", folder + "/articles", "-o", folder + "/out", "--rules",
                             folder + "/rules", "--only-rules", "-q"})
                    .code == 0);
        CHECK(review(folder, {}, "q\n").out.find("1 of 1 ") != std::string::npos);
    }
}

TEST_CASE("review understands the beginnings of words, and asks again", "[cli]") {
    struct Row {
        const char* what;
        std::string input;
        std::string expected;
    };

    const auto row = GENERATE(values<Row>({
        {"in one line", "n sp\nN  Stance\nno c\n",
         "3 judged, 0 right: 0 % (0-56 %)   wrong claim 1   wrong speaker 1   wrong stance 1"},
        {"nonsense", "maybe\n\nyes\n", "1 judged, 1 right: 100 % (21-100 %)"},
        {"back, and judged again", "y\nb\nn claim\n", "1 judged, 0 right: 0 % (0-79 %)   wrong claim 1"},
        {"the end of the input in a question", "y\nn\n", "1 judged, 1 right: 100 % (21-100 %)"},
        {"nothing", "", "0 judged, 0 right"},
        {"quit", "q\ny\n", "0 judged, 0 right"},
    }));
    INFO(row.what);
    const std::string folder = make_built_project("review_words");
    CHECK(last_line(review(folder, {}, row.input).out) == row.expected);
}

TEST_CASE("review asks about some claims", "[cli]") {
    const std::string folder = make_built_project("review_some");
    CHECK(review(folder, {"-n", "1"}, "").out.find("1 of 1 ") != std::string::npos);
    CHECK(review(folder, {"--stance", "supports"}, "").out.find("1 of 1 ") != std::string::npos);
    const Finished unknown = review(folder, {"--rule", "stance_verbs"}, "");
    CHECK(unknown.code == 2);
    CHECK(unknown.error ==
          "error[SG0031]: no claim of the project has the rule 'stance_verbs'\nhelp: did you mean "
          "'stance_verb'?\n");
    const Finished none = run_program({"review", "-p", folder + "/none"});
    CHECK(none.code == 2);
    CHECK(none.error ==
          "error[SG0009]: '" + folder +
              "/none' holds no stances.db\nhelp: run stancegraph build first, or name its folder "
              "with -p\n");
    static_cast<void>(review(folder, {}, "y\ny\ny\n"));
    const Finished all = review(folder, {}, "");
    CHECK(all.code == 0);
    CHECK(all.error == "every such claim has been judged; --all shows them again\n");
}

TEST_CASE("explain finds a line of the project's articles by the place that other commands tell", "[cli]") {
    const std::string folder = make_built_project("explain_place");
    const Finished finished = run_program({"explain", "Beacon_2025-03-04_debate.txt:1", "-p", folder + "/out",
                                           "--rules", folder + "/rules", "--only-rules"});
    CHECK(finished.error.empty());
    CHECK(finished.code == 0);
    CHECK(finished.out.find("Dunstan Pell -> supports -> bridge") != std::string::npos);
}

TEST_CASE("verdicts become examples that rules test runs", "[cli]") {
    const std::string folder = make_built_project("review_examples");
    const std::vector<std::string> rules{"--rules", folder + "/rules", "--only-rules", "--export-examples"};
    const auto exported = [&](const std::string& file) {
        std::vector<std::string> options = rules;
        options.push_back(file);
        return review(folder, options, "");
    };
    const Finished nothing = exported("-");
    CHECK(nothing.code == 1);
    CHECK(nothing.error == "error[SG0014]: no verdict is on a result of '" + folder +
                               "/out'\nhelp: judge some claims first: stancegraph review\n");
    static_cast<void>(review(folder, {"--stance", "supports"}, "n subject\n"));
    static_cast<void>(review(folder, {}, "y\n"));
    const Finished finished = exported("-");
    CHECK(finished.code == 0);
    check_golden("rules/review_examples.txt", finished.out);
    CHECK(exported(folder + "/examples.yaml").out.empty());
    CHECK(read_file(folder + "/examples.yaml") == finished.out);

    // Pasted under the rule, the right one passes and the wrong one fails until the rule is mended.
    std::string text = read_file(folder + "/rules/small.yaml");
    write_file(folder + "/rules/small.yaml", text + finished.out);
    const Finished tested = run_program({"rules", "test", folder + "/rules", "--only-rules"});
    CHECK(tested.code == 1);
    CHECK((tested.out + tested.error).find("3 examples of 1 rule: 2 passed, 1 failed") != std::string::npos);
}
