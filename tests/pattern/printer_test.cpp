#include "pattern/printer.hpp"

#include <catch2/catch.hpp>

#include "pattern_fixture.hpp"
#include "random_pattern.hpp"

using namespace stancegraph;
using namespace stancegraph::pattern;

TEST_CASE("a printed pattern is parsed to the same tree") {
    RandomPattern random(20251122);
    for (int round = 0; round < 3000; ++round) {
        const Node node = random.node(3);
        const std::string text = print(node);
        INFO(text);
        Diagnostics diagnostics;
        const auto again = parse_pattern(source_of(text), diagnostics);
        INFO(render(diagnostics));
        REQUIRE(again);
        REQUIRE(dump(*again) == dump(node));
        REQUIRE(print(*again) == text);
    }
}

TEST_CASE("a printed filler is parsed to the same tree") {
    RandomPattern random(7);
    for (int round = 0; round < 3000; ++round) {
        const Filler filler = random.filler();
        const std::string text = print(filler);
        INFO(text);
        Diagnostics diagnostics;
        const auto again = parse_filler(source_of(text), diagnostics);
        INFO(render(diagnostics));
        REQUIRE(again);
        REQUIRE(dump(*again) == dump(filler));
    }
}

TEST_CASE("patterns are printed in one form") {
    struct Row {
        const char* what;
        const char* text;
        const char* printed;
    };

    const auto row = GENERATE(values<Row>({
        {"blanks", "  cue:@say \n  NP ", "cue:@say NP"},
        {"needless brackets", "(cue:((say)))", "cue:say"},
        {"a group in a sequence", "(a b) c", "(a b) c"},
        {"default gap", "a ...6 b", "a ... b"},
        {"bounds", "a{1,1}? b{0,1} c{1,} d{,3} e{0,}", "a{1}? b? c+ d{0,3} e*"},
        {"apostrophe", "don’t", "don't"},
        {"quoted value", "[lemma=\"say\"]", "[lemma=say]"},
        {"precedence in tests", "[(NOUN | VERB) & !(@a | @b) | @c]", "[(NOUN | VERB) & !(@a | @b) | @c]"},
        {"choice", "a b | (c | d) e", "a b | (c | d) e"},
    }));
    INFO(row.what);
    Diagnostics diagnostics;
    const auto node = parse_pattern(source_of(row.text), diagnostics);
    INFO(render(diagnostics));
    REQUIRE(node);
    CHECK(print(*node) == row.printed);
}
