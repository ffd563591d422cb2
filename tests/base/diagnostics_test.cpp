#include "base/diagnostics.hpp"

#include <catch2/catch.hpp>

using namespace stancegraph;

namespace {

Diagnostic at(const std::shared_ptr<const InputFile>& file, ByteSpan span) {
    return {.code = "SG1104",
            .severity = Severity::error,
            .message = "no relation called 'x'",
            .location = {.file = file, .span = span},
            .hint = {},
            .notes = {}};
}

}  // namespace

TEST_CASE("a diagnostic shows its line with a caret under the exact part") {
    struct Row {
        const char* what;
        const char* text;
        ByteSpan span;
        const char* shown;
    };

    const auto row = GENERATE(values<Row>({
        {"middle of a line",
         "a\nfoo bar baz\n",
         {6, 9},
         "a.yaml:2:5: error[SG1104]: no relation called 'x'\n    2 | foo bar baz\n      |     ^~~\n"},
        {"nothing marked",
         "foo\n",
         {1, 1},
         "a.yaml:1:2: error[SG1104]: no relation called 'x'\n    1 | foo\n      |  ^\n"},
        {"columns in code points, carets in columns",
         "é中x\n",
         {5, 6},
         "a.yaml:1:3: error[SG1104]: no relation called 'x'\n    1 | é中x\n      |    ^\n"},
        {"over the line's end",
         "foo\nbar\n",
         {1, 7},
         "a.yaml:1:2: error[SG1104]: no relation called 'x'\n    1 | foo\n      |  ^~\n"},
        {"behind the end",
         "foo",
         {90, 95},
         "a.yaml:1:4: error[SG1104]: no relation called 'x'\n    1 | foo\n      |    ^\n"},
        {"control and bidirectional characters",
         "a\x1B\xE2\x80\xAE"
         "b",
         {5, 6},
         "a.yaml:1:4: error[SG1104]: no relation called 'x'\n    1 | a\\u{1b}\\u{202e}b\n      |             "
         "   ^\n"},
        {"an empty file", "", {0, 0}, "a.yaml: error[SG1104]: no relation called 'x'\n"},
    }));
    INFO(row.what);
    CHECK(render(at(std::make_shared<InputFile>("a.yaml", row.text), row.span)) == row.shown);
}

TEST_CASE("of a long line the part around the mark is shown") {
    const std::string line = std::string(200, 'a') + "MARK" + std::string(200, 'b');
    const std::string shown = render(at(std::make_shared<InputFile>("a.yaml", line), {200, 204}));
    CHECK(shown == "a.yaml:1:201: error[SG1104]: no relation called 'x'\n    1 | …" + std::string(60, 'a') +
                       "MARK" + std::string(30, 'b') + "…\n      | " + std::string(61, ' ') + "^~~~\n");
}

TEST_CASE("hints and notes follow the excerpt") {
    const auto file = std::make_shared<InputFile>("a.yaml", "one\ntwo\n");
    Diagnostic diagnostic = at(file, {4, 7});
    diagnostic.severity = Severity::warning;
    diagnostic.hint = "did you mean 'y'?";
    diagnostic.notes.push_back({.message = "first here", .location = {.file = file, .span = {0, 3}}});
    CHECK(render(diagnostic) ==
          "a.yaml:2:1: warning[SG1104]: no relation called 'x'\n"
          "    2 | two\n"
          "      | ^~~\n"
          "help: did you mean 'y'?\n"
          "a.yaml:1:1: note: first here\n"
          "    1 | one\n"
          "      | ^~~\n");
}

TEST_CASE("diagnostics are sorted by file and place, those without a file first") {
    const auto a = std::make_shared<InputFile>("a", "xyz");
    const auto b = std::make_shared<InputFile>("b", "xyz");
    Diagnostics diagnostics;
    diagnostics.add(at(b, {1, 2}));
    diagnostics.add(at(a, {2, 3}));
    diagnostics.add(at(a, {0, 1}));
    diagnostics.add(at(nullptr, {}));
    diagnostics.sort();
    std::string order;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        order += (diagnostic.location.file == nullptr ? "-" : diagnostic.location.file->name()) +
                 std::to_string(diagnostic.location.span.begin) + " ";
    }
    CHECK(order == "-0 a0 a2 b1 ");
    CHECK(diagnostics.count(Severity::error) == 4);
}

TEST_CASE("the nearest name is suggested only where it is near") {
    const std::vector<std::string> names{"nsubj", "nmod", "obj", "obl", "priority"};
    CHECK(nearest("nsubjj", names) == "nsubj");
    CHECK(nearest("prioirty", names) == "priority");
    CHECK(nearest("obk", names) == "obj");
    CHECK(nearest("x", names).empty());
    CHECK(nearest("subject", names).empty());
    CHECK(did_you_mean("ob", {"obj"}) == "did you mean 'obj'?");
    CHECK(did_you_mean("zzz", names).empty());
}
