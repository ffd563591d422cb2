#include <string>

#include <catch2/catch.hpp>

#include "workbench/claim_changes.hpp"

using namespace stancegraph;

namespace {

/// `14 stance_verb Quill opposes` and so on, one a line: cue, rule, words; with `*` another certainty.
std::vector<ComparedClaim> claims_of(const std::string& lines) {
    std::vector<ComparedClaim> claims;
    for (std::size_t begin = 0; begin < lines.size();) {
        const std::size_t end = lines.find('\n', begin);
        const std::string line = lines.substr(begin, end - begin);
        const std::size_t first = line.find(' ');
        const std::size_t second = line.find(' ', first + 1);
        ComparedClaim claim{.cue = static_cast<std::uint32_t>(std::stoul(line.substr(0, first))),
                            .words = line.substr(second + 1),
                            .rule = line.substr(first + 1, second - first - 1)};
        if (claim.words.back() == '*') {
            claim.words.pop_back();
            claim.certainty = 0.5;
        }
        claims.push_back(std::move(claim));
        begin = end + 1;
    }
    return claims;
}

std::string told(const ClaimChanges& changes) {
    std::string text;
    for (const ClaimPair& pair : changes.pairs) {
        text += (pair.before == nullptr ? "" : pair.before->words) + " => " +
                (pair.now == nullptr ? "" : pair.now->words) + '\n';
    }
    return text + std::to_string(changes.other_rule) + ' ' + std::to_string(changes.other_certainty);
}

}  // namespace

TEST_CASE("claims of two runs are compared by what they say on a cue", "[workbench]") {
    struct Row {
        const char* what;
        std::string before;
        std::string now;
        std::string expected;
    };

    const auto row = GENERATE(values<Row>({
        {"nothing", "", "", "0 0"},
        {"the same", "5 a Quill opposes\n", "5 a Quill opposes\n", "0 0"},
        {"gained", "", "5 a Quill opposes\n", " => Quill opposes\n0 0"},
        {"lost", "5 a Quill opposes\n", "", "Quill opposes => \n0 0"},
        {"changed", "5 a Quill opposes\n", "5 a Pell opposes\n", "Quill opposes => Pell opposes\n0 0"},
        {"on another cue", "5 a Quill opposes\n", "9 a Quill opposes\n",
         "Quill opposes => \n => Quill opposes\n0 0"},
        {"by another rule", "5 a Quill opposes\n", "5 b Quill opposes\n", "1 0"},
        {"with another certainty", "5 a Quill opposes\n", "5 a Quill opposes*\n", "0 1"},
        {"one of two on a cue", "5 a Pell opposes\n5 a Quill opposes\n", "5 a Quill opposes\n",
         "Pell opposes => \n0 0"},
        {"one kept, one changed, one gained", "5 a Kim opposes\n5 a Quill opposes\n",
         "5 a Lee opposes\n5 a Quill opposes\n5 a Zane opposes\n",
         "Kim opposes => Lee opposes\n => Zane opposes\n0 0"},
        {"the same twice", "5 a Quill opposes\n5 a Quill opposes\n", "5 a Quill opposes\n",
         "Quill opposes => \n0 0"},
    }));
    INFO(row.what);
    const auto before = claims_of(row.before);
    const auto now = claims_of(row.now);
    CHECK(told(changes_between(before, now)) == row.expected);
}
