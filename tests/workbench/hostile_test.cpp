#include <catch2/catch.hpp>

#include <fmt/format.h>

#include "pattern/tree.hpp"
#include "ruleset/rule_fixture.hpp"
#include "workbench/lint.hpp"

using namespace stancegraph;

namespace {

Loaded load_and_lint(const std::string& text) {
    Loaded loaded = load_texts({text});
    lint(loaded.rules, loaded.diagnostics);
    return loaded;
}

bool has_code(const Loaded& loaded, std::string_view code) {
    for (const Diagnostic& diagnostic : loaded.diagnostics.all()) {
        if (diagnostic.code == code) {
            return true;
        }
    }
    return false;
}

}  // namespace

TEST_CASE("macros that double their size are stopped") {
    std::string text = "stancegraph: 1\nmacros:\n  m0: a b\n";
    for (int index = 1; index < 40; ++index) {
        text += fmt::format("  m{}: $m{} $m{}\n", index, index - 1, index - 1);
    }
    const Loaded loaded = load_and_lint(text + "rules:\n  - rule: x\n    match: cue:$m39 subject:NP\n");
    CHECK(has_code(loaded, "SG1110"));
    CHECK(loaded.rules.rules.empty());
}

TEST_CASE("macros and lists that lead back to themselves are told") {
    const Loaded macros = load_and_lint("stancegraph: 1\nmacros: {a: $b, b: $c, c: x $a}\n");
    CHECK(macros.diagnostics.count(Severity::error) == 1);
    CHECK(has_code(macros, "SG1125"));
    const Loaded lists = load_and_lint(
        "stancegraph: 1\nlexicons:\n  a: {extends: b, words: [x]}\n  b: {extends: a, words: [y]}\n");
    CHECK(lists.diagnostics.count(Severity::error) == 1);
    CHECK(has_code(lists, "SG1031"));
    CHECK(lists.rules.lexicons[0].entries.size() == 2);
}

TEST_CASE("lists that double their size by extending share what is the same") {
    std::string text = "stancegraph: 1\nlexicons:\n  a0: {words: [x]}\n  b0: {words: [y]}\n";
    for (int index = 1; index < 40; ++index) {
        text += fmt::format(
            "  a{0}: {{extends: [a{1}, b{1}], words: [x]}}\n  b{0}: {{extends: [a{1}, b{1}], words: [y]}}\n",
            index, index - 1);
    }
    const Loaded loaded = load_and_lint(text);
    CHECK_FALSE(loaded.diagnostics.has_errors());
    CHECK(loaded.rules.lexicons.back().entries.size() == 79);
}

TEST_CASE("stances that are their own ancestors are told") {
    const Loaded loaded = load_and_lint(
        "stancegraph: 1\nstances: {a: {polarity: 0, parent: b}, b: {polarity: 0, parent: a}}\n");
    CHECK(has_code(loaded, "SG1031"));
}

TEST_CASE("large files of mistakes are read to their end") {
    std::string lists = "stancegraph: 1\nlexicons:\n";
    std::string rules = "rules:\n";
    for (int index = 0; index < 700; ++index) {
        lists += fmt::format("  list_{}: {{words: [a{}, b, c]}}\n", index, index);
        rules += fmt::format("  - rule: r{}\n    match: cue:@lisst_{} x\n", index, index);
    }
    const Loaded loaded = load_and_lint(lists + rules);
    CHECK(loaded.diagnostics.count(Severity::error) == 700);
}

TEST_CASE("a pattern as large as it may be is read") {
    std::string pattern;
    while (pattern.size() < 16'000) {
        pattern += "(a|b)? ";
    }
    const Loaded loaded =
        load_and_lint("stancegraph: 1\nrules:\n  - rule: r\n    match: |\n      " + pattern + "\n");
    CHECK(has_code(loaded, "SG1110"));
}
