#include <catch2/catch.hpp>
#include <filesystem>
#include <random>

#include "annotate/segmenter_fixture.hpp"
#include "ruleset/load.hpp"

using namespace stancegraph;

TEST_CASE("a document becomes paragraphs with their class, tokens and sentences", "[annotate]") {
    Document document = document_of_lines("A Headline\nThe text. It’s DONE.\n\nShare");
    document.blocks[0].block_class = BlockClass::headline;
    document.blocks[2].block_class = BlockClass::furniture;
    Vocabulary vocabulary;
    Annotation annotation;
    annotation.names.push_back({});
    const Segmenter segmenter(test_lexicons());
    segmenter.segment(document, vocabulary, annotation);
    segmenter.segment(document, vocabulary, annotation);  // nothing of the first run is left

    REQUIRE(annotation.paragraphs.size() == 3);
    CHECK(annotation.paragraphs[0].block_class == BlockClass::headline);
    CHECK(annotation.paragraphs[1].first_sentence == 1);
    CHECK(annotation.paragraphs[1].sentence_count == 2);
    CHECK(annotation.paragraphs[2].block_class == BlockClass::furniture);
    CHECK(annotation.names.empty());
    CHECK(annotation.token_count() == 10);
    CHECK(annotation.lemma.size() == 10);
    CHECK(annotation.head == std::vector<TokenIndex>(10, kNoToken));
    CHECK(vocabulary.text(annotation.form[6]) == "’s");
    CHECK(vocabulary.text(annotation.lower[6]) == "'s");
    CHECK(vocabulary.text(annotation.lower[7]) == "done");
    CHECK(fault_of(document, annotation).empty());
}

TEST_CASE("what the input brings is taken in place of our own", "[annotate]") {
    Document document = document_of_lines("\"No way,\" he said\nBye now");
    auto given = std::make_shared<GivenAnnotation>();
    const auto add = [&given](std::uint32_t begin, std::uint32_t end, TokenIndex head) {
        given->tokens.push_back({.span = {begin, end},
                                 .lemma = "x",
                                 .upos = Upos::noun,
                                 .xpos = Xpos::nn,
                                 .head = head,
                                 .deprel = Deprel::obj});
    };
    add(0, 1, 2);
    add(1, 3, 2);
    add(4, 7, kNoToken);
    add(7, 8, 2);
    add(8, 9, 2);
    add(10, 17, 2);
    add(18, 25, kNoToken);
    given->sentences = {{0, 6}, {6, 7}};
    document.given = given;
    Vocabulary vocabulary;
    Annotation annotation;
    Segmenter(test_lexicons()).segment(document, vocabulary, annotation);
    REQUIRE(annotation.paragraphs.size() == 2);
    CHECK(annotation.paragraphs[0].tokens == TokenSpan{0, 6});
    CHECK(annotation.paragraphs[1].tokens == TokenSpan{6, 7});
    CHECK(annotation.sentences[1].paragraph == 1);
    CHECK(annotation.sentences[0].has_tree);
    CHECK(annotation.upos[1] == Upos::noun);
    CHECK(annotation.head[0] == 2);
    CHECK(annotation.head[2] == kNoToken);
    CHECK(vocabulary.text(annotation.lemma[0]) == "x");
    REQUIRE(annotation.quotations.size() == 1);
    CHECK(annotation.quotations[0].tokens == TokenSpan{0, 5});
}

TEST_CASE("an empty document and blank blocks have no tokens", "[annotate]") {
    const std::string text = GENERATE(values<std::string>({"", " ", "\n\n", "\u200B\u00A0 \x01"}));
    const Segmented segmented(text);
    CHECK(segmented.annotation.token_count() == 0);
    CHECK(segmented.annotation.sentences.empty());
    CHECK(fault_of(segmented.document, segmented.annotation).empty());
}

TEST_CASE("whatever the text, tokens cover it in order and sentences tile it", "[annotate]") {
    const std::vector<std::string> pieces{"a",  "Word", "don't",  "cannot",  "U.S.",   "Mr.", "5",   "1,000",
                                          "-",  "--",   ".",      "...",     ",",      "'",   "\"",  "“",
                                          "”",  "‘",    "’",      "(",       ")",      "[1]", "@",   "#",
                                          "/",  ":",    ";",      " ",       "  ",     "\n",  "\t",  "é",
                                          "中", "👍",    "\uFE0F", "\u200D",  "\u200B", "$",   "US$", "%",
                                          "&",  "*",    "www.",   "http://", "x@y.z",  "<",   ">",   "_",
                                          "+",  "=",    "`",      "«",       "»",      "…",   "?!",  "\x01"};
    std::mt19937 random(7);
    for (int run = 0; run < 3000; ++run) {
        std::string text;
        const auto length = random() % 40;
        for (std::size_t piece = 0; piece < length; ++piece) {
            text += pieces[random() % pieces.size()];
        }
        const Segmented segmented(text);
        INFO(text);
        REQUIRE(fault_of(segmented.document, segmented.annotation) == "");
    }
}

TEST_CASE("long hostile chunks take linear time", "[annotate]") {
    const std::string piece = GENERATE(
        values<std::string>({"a",       "1-",  "a-", "co-", "a.", "a'", "1,000,",  "@a",    "a@", "www.",
                             "http://", "a/",  ".",  "*a",  "(",  "[1", "👍\u200D", "U.S.-", "+1", "#a",
                             "=",       ":-)", "‘a", "1:",  "a&", "A&", "a_",      "can't"}));
    std::string text;
    while (text.size() < 400000) {
        text += piece;
    }
    const Segmented segmented(text);  // quadratic work would take minutes
    CHECK(fault_of(segmented.document, segmented.annotation) == "");
}

TEST_CASE("the shipped lists cut an article's sentences", "[annotate]") {
    Diagnostics diagnostics;
    const std::filesystem::path file = std::filesystem::path(STANCEGRAPH_SOURCE_DIR) / "rules/05-text.yaml";
    const RuleSet rules = load_rules({file}, diagnostics);
    CHECK(diagnostics.is_empty());
    const SegmenterLexicons lexicons =
        make_segmenter_lexicons([&rules](std::string_view list) { return rules.words_of(list); });
    const Segmented segmented(
        "WASHINGTON, Oct. 7 (Reuters) - Gov. Ann Li (D-Calif.) didn't meet Acme Inc. executives. She'll call "
        "re-elected U.S. Rep. J. Doe at 5 p.m. on Jan. 3, e.g. about the $5bn plan. \"Why now?\" Mr. Doe "
        "asked "
        "etc. It lets firms import 30km trams into the U.S. The end.",
        lexicons);
    CHECK(
        segmented.sentences() ==
        "WASHINGTON, Oct. 7 (Reuters) -|Gov. Ann Li (D-Calif.) didn't meet Acme Inc. executives.|She'll call "
        "re-elected U.S. Rep. J. Doe at 5 p.m. on Jan. 3, e.g. about the $5bn plan.|\"Why now?\" Mr. Doe "
        "asked "
        "etc.|It lets firms import 30km trams into the U.S.|The end.");
    CHECK(
        segmented.tokens() ==
        "WASHINGTON|,|Oct.|7|(|Reuters|)|-|Gov.|Ann|Li|(|D|-|Calif.|)|did|n't|meet|Acme|Inc.|executives|.|"
        "She|'ll|call|re-elected|U.S.|Rep.|J.|Doe|at|5|p.m.|on|Jan.|3|,|e.g.|about|the|$|5|bn|plan|.|\"|Why|"
        "now|?|\"|Mr.|Doe|asked|etc.|It|lets|firms|import|30|km|trams|into|the|U.S.|The|end|.");
}
