#include "workbench/finding.hpp"

#include <catch2/catch.hpp>

using namespace stancegraph;

namespace {

Finding found(std::uint32_t cue, std::string line, std::string rule = "stance_verb", double certainty = 0.5) {
    Finding finding;
    finding.line = std::move(line);
    finding.cue = {cue, cue + 3};
    finding.rule_name = std::move(rule);
    finding.certainty = certainty;
    return finding;
}

std::string written(const std::vector<Finding>& before, const std::vector<Finding>& after) {
    constexpr const char* kSigns[] = {"= ", "+ ", "- ", "~ "};
    std::string lines;
    for (const FindingChange& change : compare(before, after)) {
        const Finding& shown = change.after.has_value() ? after[*change.after] : before[*change.before];
        lines += kSigns[static_cast<std::size_t>(change.kind)] + shown.line + '\n';
    }
    return lines;
}

}  // namespace

TEST_CASE("findings are compared by cue and line", "[workbench]") {
    CHECK(written({}, {}).empty());
    CHECK(written({found(4, "a"), found(9, "b")}, {found(4, "a"), found(9, "b")}) == "= a\n= b\n");
    CHECK(written({found(4, "a"), found(9, "b")}, {found(4, "c"), found(7, "d"), found(9, "b")}) ==
          "- a\n+ c\n+ d\n= b\n");
    CHECK(written({found(4, "a")}, {found(5, "a")}) == "- a\n+ a\n");
}

TEST_CASE("a finding by another rule or with another certainty has changed", "[workbench]") {
    CHECK(written({found(4, "a")}, {found(4, "a", "other_rule")}) == "~ a\n");
    CHECK(written({found(4, "a")}, {found(4, "a", "stance_verb", 0.6)}) == "~ a\n");
    CHECK(written({found(4, "a")}, {found(4, "a", "stance_verb", 0.501)}) == "= a\n");
}

TEST_CASE("of equal findings on one cue each is paired once", "[workbench]") {
    CHECK(written({found(4, "a"), found(4, "a")}, {found(4, "a")}) == "- a\n= a\n");
    CHECK(written({found(4, "a")}, {found(4, "a"), found(4, "a"), found(4, "b")}) == "+ a\n+ b\n= a\n");
}
