#include "pattern/parser.hpp"

#include <catch2/catch.hpp>

#include "pattern/printer.hpp"
#include "pattern/tree.hpp"
#include "pattern_fixture.hpp"

using namespace stancegraph;
using namespace stancegraph::pattern;

namespace {

std::string errors_of_pattern(const std::string& text) {
    Diagnostics diagnostics;
    const auto node = parse_pattern(source_of(text), diagnostics);
    CHECK_FALSE(node);
    return render(diagnostics);
}

std::string errors_of_filler(const std::string& text) {
    Diagnostics diagnostics;
    const auto filler = parse_filler(source_of(text), diagnostics);
    CHECK_FALSE(filler);
    return render(diagnostics);
}

}  // namespace

TEST_CASE("patterns become trees") {
    struct Row {
        const char* what;
        const char* text;
        const char* tree;
    };

    const auto row = GENERATE(values<Row>({
        {"words", "according to", "(seq 'according' 'to')"},
        {"a capture binds one atom", "cue:say? NP", "(seq (repeat 0 1 false (cue: 'say')) NP)"},
        {"a group captured", "cue:(@pro | @con)", "(cue: (or @pro @con))"},
        {"exact words", "\"New York\" u.s.", "(seq 'New York'! 'u.s.')"},
        {"gap", "...3(no VERB | QUOTE) x", "(seq (gap 3 (or VERB QUOTE)) 'x')"},
        {"gap and group", "...3 (no | not)", "(seq (gap 3 ) (or 'no' 'not'))"},
        {"word before a gap", "a...2 b", "(seq 'a' (gap 2 ) 'b')"},
        {"lazy repeats", "(a | b)*? c{2,4}?",
         "(seq (repeat 0 4294967295 true (or 'a' 'b')) (repeat 2 4 true 'c'))"},
        {"look-around", "(not followed by of the) (preceded by NP) x",
         "(seq (look true true (seq 'of' 'the')) (look false false NP) 'x')"},
        {"words that begin like look-around", "(not | followed)", "(or 'not' 'followed')"},
        {"test", "[lemma==Say & pos=VERB | !feat.Number=Plur]",
         "(any (all (compare 1  'Say' false true) (compare 3  'VERB' false false)) "
         "(not (compare 6 Number 'Plur' false false)))"},
        {"regular expression", "[word=/a\\/b\\d|c/]", "(compare 0  'a/b\\d|c' true false)"},
        {"macro", "$verdict x", "(seq $verdict 'x')"},
        {"not a letter of English", "über école", "(seq 'über' 'école')"},
    }));
    INFO(row.what);
    Diagnostics diagnostics;
    const auto node = parse_pattern(source_of(row.text), diagnostics);
    INFO(render(diagnostics));
    REQUIRE(node);
    CHECK(dump(*node) == row.tree);
}

TEST_CASE("fillers become trees") {
    struct Row {
        const char* text;
        const char* tree;
    };

    const auto row = GENERATE(values<Row>({
        {"cue >who SPEAKER", "(first (path cue (down role=who) kind=SPEAKER))"},
        {"cue <obj [@express] >who", "(first (path cue (up label=obj) [(in express)] (down role=who)))"},
        {"cue >prep(about, on) | topic", "(first (path cue (down prep=about;on;)) (topic ))"},
        {"cue >(obj | obl:agent)* >conj?",
         "(first (path cue (down label=obj label=obl:agent repeated) (down label=conj optional)))"},
        {"said.speaker | topic(said) | enclosing | AUTHOR | cue",
         "(first (slot said speaker) (topic said) (enclosing) (author) (path cue))"},
        {"topics >obj", "(first (path topics (down label=obj)))"},
    }));
    Diagnostics diagnostics;
    const auto filler = parse_filler(source_of(row.text), diagnostics);
    INFO(row.text << "\n" << render(diagnostics));
    REQUIRE(filler);
    CHECK(dump(*filler) == row.tree);
}

TEST_CASE("attach paths lead to a part") {
    Diagnostics diagnostics;
    const auto paths = parse_attach(source_of("m <neg cue | m <det <obj cue"), diagnostics);
    REQUIRE(paths);
    REQUIRE(paths->size() == 2);
    CHECK(print(paths->front()) == "m <neg cue");
    CHECK(paths->back().end == "cue");
    CHECK_FALSE(parse_attach(source_of("m <advmod"), diagnostics));
    CHECK(render(diagnostics) ==
          "p:1:1: error[SG1117]: this path leads nowhere\n"
          "    1 | m <advmod\n"
          "      | ^~~~~~~~~\n"
          "help: end it with the part it must reach, for example m <advmod cue\n");
}

TEST_CASE("mistakes in patterns are shown where they are") {
    struct Row {
        const char* text;
        const char* first_line;
        const char* caret;
    };

    const auto row = GENERATE(values<Row>({
        {"cue:@say Bessent", "p:1:10: error[SG1101]: 'Bessent' has capitals and small letters",
         "         ^~~~~~~"},
        {"cue:@say é CLAIM", "p:1:12: error[SG1111]: CLAIM cannot stand in a pattern", "           ^~~~~"},
        {"a )", "p:1:3: error[SG1103]: this ')' closes nothing", "  ^"},
        {"a | | b", "p:1:5: error[SG1108]: an alternative is missing here", "    ^"},
        {"a ? b", "p:1:3: error[SG1108]: '?' does not belong here", "  ^"},
        {"a** b", "p:1:3: error[SG1108]: '*' does not belong here", "  ^"},
        {"a{3,2}", "p:1:2: error[SG1116]: these bounds cannot be", " ^~~~~"},
        {"a{1,65}", "p:1:2: error[SG1116]: these bounds cannot be", " ^~~~~~"},
        {"a{x}", "p:1:2: error[SG1116]: this is not a number of repeats", " ^"},
        {"...0 a", "p:1:4: error[SG1116]: a gap is 1 to 64 words wide", "   ^"},
        {"...? a", "p:1:1: error[SG1116]: this cannot be repeated", "^~~~"},
        {"...3(VERB) a",
         "p:1:5: error[SG1108]: a bracket right behind a gap says which words it must not go over", "    ^"},
        {"speaker: NP", "p:1:1: error[SG1108]: 'speaker:' must stand right before what it names",
         "^~~~~~~~~"},
        {"\"say", "p:1:1: error[SG1103]: this quotation mark is never closed", "^"},
        {"“say”", "p:1:1: error[SG1108]: '“' does not belong here", "^"},
        {"@", "p:1:1: error[SG1108]: a list's name is missing after '@'", "^"},
        {"$5", "p:1:1: error[SG1108]: a macro's name is missing after '$'", "^"},
        {"[say]", "p:1:2: error[SG1112]: 'say' is not an attribute of a token", " ^~~"},
        {"[lemma!=say]", "p:1:7: error[SG1108]: a test compares: attribute = value", "      ^~~~~"},
        {"[lemma=say", "p:1:1: error[SG1103]: this '[' is never closed", "^"},
        {"[lemma= & @a]", "p:1:9: error[SG1108]: a value is missing here", "        ^"},
        {"[dep=nsubjj]", "p:1:6: error[SG1104]: no relation called 'nsubjj'", "     ^~~~~~"},
        {"[word=/a(/]", "p:1:7: error[SG1113]: this regular expression is wrong: missing ): a(",
         "      ^~~~"},
        {"[feat=x]", "p:1:2: error[SG1112]: feat needs the name of a feature", " ^~~~"},
        {"(not followed by )", "p:1:18: error[SG1108]: an alternative is missing here", "                 ^"},
    }));
    const std::string said = errors_of_pattern(row.text);
    INFO(said);
    CHECK(said.substr(0, said.find('\n')) == row.first_line);
    CHECK(said.find(std::string("      | ") + row.caret + "\n") != std::string::npos);
}

TEST_CASE("mistakes in fillers are shown where they are") {
    struct Row {
        const char* text;
        const char* first_line;
    };

    const auto row = GENERATE(values<Row>({
        {">nsubj", "p:1:1: error[SG1117]: a path starts with the name of a part of the match"},
        {"cue >prep", "p:1:6: error[SG1117]: prep needs its words in brackets"},
        {"cue >prep(about,)", "p:1:6: error[SG1117]: prep needs its words in brackets"},
        {"cue > nsubj >", "p:1:14: error[SG1117]: a relation is missing here"},
        {"cue >(obj | obl", "p:1:6: error[SG1103]: this '(' is never closed"},
        {"cue >who SPEKER", "p:1:10: error[SG1101]: SPEKER is not a known kind"},
        {"cue >who speaker", "p:1:10: error[SG1117]: 'speaker' does not belong here"},
        {"AUTOR", "p:1:1: error[SG1117]: AUTOR is not something to fill a slot with"},
        {"topic(", "p:1:6: error[SG1117]: topic takes the name of one result"},
        {"said.", "p:1:1: error[SG1117]: the slot's name is missing after '.'"},
        {"", "p: error[SG1117]: a path starts with the name of a part of the match"},
    }));
    const std::string said = errors_of_filler(row.text);
    INFO(row.text << "\n" << said);
    CHECK(said.substr(0, said.find('\n')) == row.first_line);
}

TEST_CASE("no depth of brackets overflows the stack") {
    struct Row {
        const char* open;
        const char* close;
    };

    const auto row = GENERATE(values<Row>({{"(", ")"},
                                           {"[(", ")]"},
                                           {"[!(", ")]"},
                                           {"a:", "b"},
                                           {"(not followed by ", ")"},
                                           {"...(no ", ")"},
                                           {"(a|", ")"}}));
    std::string text;
    for (int depth = 0; depth < 1000; ++depth) {
        text += row.open;
    }
    text += "b";
    for (int depth = 0; depth < 1000; ++depth) {
        text += row.close;
    }
    INFO(row.open);
    CHECK(errors_of_pattern(text).find("error[SG11") != std::string::npos);
    CHECK(errors_of_pattern(std::string(kMaxPatternBytes + 1, 'a')).find("SG1110") != std::string::npos);
}

TEST_CASE("spans are places in the file") {
    Diagnostics diagnostics;
    SourceText source = source_of("cue:@say NP");
    source.place = [](ByteSpan span) { return ByteSpan{span.begin + 100, span.end + 100}; };
    const auto node = parse_pattern(source, diagnostics);
    REQUIRE(node);
    CHECK(node->span == ByteSpan{100, 111});
    const auto lists = lists_used(*node);
    REQUIRE(lists.size() == 1);
    CHECK(lists.front().span == ByteSpan{104, 108});
}

TEST_CASE("macros are inserted as trees with the place of their reference") {
    Diagnostics diagnostics;
    const auto node = parse_pattern(source_of("x $either y"), diagnostics);
    const auto content = parse_pattern(source_of("a | b c"), diagnostics);
    REQUIRE(node);
    REQUIRE(content);
    const Node inserted =
        insert_macros(*node, [&content](std::string_view) { return std::make_shared<const Node>(*content); });
    CHECK(print(inserted) == "x (a | b c) y");
    for_each_node(inserted, [](const Node& part) {
        if (const auto* word = std::get_if<Word>(&part.form); word != nullptr && word->text == "b") {
            CHECK(part.span == ByteSpan{2, 9});
        }
    });
}
