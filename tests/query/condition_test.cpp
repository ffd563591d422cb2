#include "query/condition.hpp"

#include <catch2/catch.hpp>

#include "graph/build.hpp"
#include "support/sample_claims.hpp"

using namespace stancegraph;
using stancegraph::testing::harbour_claims;

namespace {

const StanceGraph& harbour() {
    static const StanceGraph graph = build_graph(ClaimSet(harbour_claims()), {.has_layout = false});
    return graph;
}

/// How many claims fulfil it, or the whole text of the mistake.
std::string counted(const std::string& text) {
    Diagnostics diagnostics;
    const auto condition = Condition::parse(text, diagnostics);
    if (!condition) {
        return render(diagnostics);
    }
    CHECK(diagnostics.is_empty());
    int count = 0;
    for (EdgeIndex index = 0; index < harbour().edge_count(); ++index) {
        for (const ClaimIndex claim : harbour().evidence(harbour().edge(index))) {
            count += condition->holds(harbour(), harbour().edge(index), claim) ? 1 : 0;
        }
    }
    const auto again = Condition::parse(condition->to_string(), diagnostics);
    REQUIRE(again);
    CHECK(again->to_string() == condition->to_string());
    return std::to_string(count);
}

}  // namespace

TEST_CASE("a condition picks claims", "[query]") {
    struct Row {
        std::string text;
        std::string expected;
    };

    const auto row = GENERATE(values<Row>({
        {"actor = 'mara quill'", "3"},
        {"actor = QUILL", "3"},
        {"actor ~ quill", "3"},
        {"actor ~ ui", "3"},
        {"actor != 'Mara Quill'", "22"},
        {"outlet in (Beacon, \"Herald\")", "17"},
        {"not outlet in (Beacon, Herald)", "8"},
        {"polarity < 0", "11"},
        {"polarity >= 0.7 and polarity != 0.9", "4"},
        {"polarity < 0 and outlet != 'Herald' and date >= 2025-04", "4"},
        {"polarity < 0 and (outlet = Herald or outlet = Beacon)", "7"},
        {"polarity < 0 and outlet = Herald or outlet = Beacon", "12"},
        {"date = 2025-03", "7"},
        {"date < 2025-03-05", "2"},
        {"date > 2025-03", "15"},
        {"date <= 2025", "22"},
        {"date != 2025-03", "15"},
        {"kind = person", "13"},
        {"subject ~ ferry and contested", "3"},
        {"contested = no", "22"},
        {"not contested", "22"},
        {"contested != yes", "22"},
        {"NEGATED", "0"},
        {"quote ~ 'Dockers'' Union'", "1"},
        {"documents > 1 and belief > 0.7", "6"},
        {"stance = doubts or stance = critical", "3"},
        {"line = 3", "4"},
        {"story = 'beacon-01.txt'", "2"},
        {"certainty > +0.79", "25"},
    }));
    INFO(row.text);
    CHECK(counted(row.text) == row.expected);
}

TEST_CASE("a mistake in a condition is shown with its place and the remedy", "[query]") {
    struct Row {
        std::string text;
        std::string expected;
    };

    const std::string example = "help: for example: polarity < 0 and outlet != 'The Herald'\n";
    const auto row = GENERATE_COPY(values<Row>({
        {"polarty < 0",
         "--where:1:1: error[SG3008]: no field called 'polarty'\n"
         "    1 | polarty < 0\n"
         "      | ^~~~~~~\n"
         "help: did you mean 'polarity'?\n"},
        {"polarity < 0 outlet = X",
         "--where:1:14: error[SG3009]: expected 'and', 'or' or the end, found 'outlet'\n"
         "    1 | polarity < 0 outlet = X\n"
         "      |              ^~~~~~\n" +
             example},
        {"polarity < high",
         "--where:1:12: error[SG3010]: 'high' is not a number\n"
         "    1 | polarity < high\n"
         "      |            ^~~~\n"
         "help: write for example polarity > 0.5\n"},
        {"date >= yesterday",
         "--where:1:9: error[SG3010]: 'yesterday' is not a date\n"
         "    1 | date >= yesterday\n"
         "      |         ^~~~~~~~~\n"
         "help: write 2025, 2025-08 or 2025-08-20\n"},
        {"actor < Quill",
         "--where:1:7: error[SG3009]: expected =, !=, ~ or in after 'actor', found '<'\n"
         "    1 | actor < Quill\n"
         "      |       ^\n" +
             example},
        {"polarity ~ 1",
         "--where:1:10: error[SG3009]: expected =, !=, <, <=, > or >= after 'polarity', found '~'\n"
         "    1 | polarity ~ 1\n"
         "      |          ^\n" +
             example},
        {"(actor = Quill",
         "--where:1:15: error[SG3009]: expected ')', found the end\n"
         "    1 | (actor = Quill\n"
         "      |               ^\n" +
             example},
        {"actor = 'Quill",
         "--where:1:9: error[SG3009]: these quotation marks are not closed\n"
         "    1 | actor = 'Quill\n"
         "      |         ^\n"
         "help: end the words with '\n"},
        {"contested = maybe",
         "--where:1:13: error[SG3010]: 'maybe' is not yes or no\n"
         "    1 | contested = maybe\n"
         "      |             ^~~~~\n"
         "help: write contested = yes\n"},
        {"actor in ()",
         "--where:1:11: error[SG3009]: expected a value for 'actor', found ')'\n"
         "    1 | actor in ()\n"
         "      |           ^\n" +
             example},
        {"and",
         "--where:1:1: error[SG3008]: no field called 'and'\n"
         "    1 | and\n"
         "      | ^~~\n"
         "help: the fields are actor, kind, stance, subject, polarity, certainty, belief, date, outlet, "
         "author, title, document, story, line, quote, modality, negated, guess, target, via, rule, entry, "
         "contested, claims, documents, stories, outlets\n"},
        {" ",
         "--where:1:2: error[SG3009]: expected a field such as actor or date, found the end\n"
         "    1 |  \n"
         "      |  ^\n" +
             example},
    }));
    INFO(row.text);
    CHECK(counted(row.text) == row.expected);
}

TEST_CASE("a condition has limits", "[query]") {
    CHECK(counted(std::string(200, '(')).find("more than 64 levels of parentheses") != std::string::npos);
    CHECK(counted("actor = " + std::string(5000, 'x')).find("at most 4096 bytes") != std::string::npos);
    std::string nested = "contested";
    for (int depth = 0; depth < 64; ++depth) {
        nested = depth % 2 == 0 ? "not " + nested : "(" + nested + ")";
    }
    CHECK(counted(nested) == "3");
}
