#include "training/treebank.hpp"

#include <catch2/catch.hpp>

using namespace stancegraph;

TEST_CASE("parse_treebank reads words, contractions, trees and blanks", "[training]") {
    const auto sentences = parse_treebank(
        "# newdoc id = a\n# newpar\n# sent_id = 1\n"
        "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
        "1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_\n"
        "2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n"
        "3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n"
        "3.1\tempty\t_\t_\t_\t_\t_\t_\t_\t_\n"
        "\r\n"
        "1\tYes\tyes\tINTJ\tUH\t_\t2\tdiscourse\t_\t_\n"
        "2\tno\tno\tINTJ\tUH\t_\t1\tdiscourse\t_\t_\n");
    REQUIRE(sentences.size() == 2);
    CHECK(sentences[0].forms == std::vector<std::string>{"Do", "n't", "go"});
    CHECK(sentences[0].heads == std::vector<std::int32_t>{2, 2, TreebankSentence::kRoot});
    CHECK(sentences[0].deprels[1] == Deprel::advmod);
    CHECK(sentences[0].surfaces == std::vector<std::string>{"Don't", "go"});
    CHECK(sentences[0].surface == std::vector<std::uint32_t>{0, 0, 1});
    CHECK(sentences[0].space_after == std::vector<bool>{false, true});
    CHECK(sentences[0].opens_paragraph);
    CHECK_FALSE(sentences[1].has_tree());  // The two words hang on each other.
    CHECK(sentences[1].upos == std::vector<Upos>{Upos::intj, Upos::intj});
}

TEST_CASE("broken treebanks lose sentences, not the program", "[training]") {
    const auto* const text = GENERATE("", "\n\n\n", "1\tA\n", "1\tA\t_\t_\t_\t_\t9\tdep\t_\t_\n",
                                      "x\tA\t_\t_\t_\t_\t-5\tdep\t_\t_\n", "2-1\tA\t_\t_\t_\t_\t_\t_\t_\t_\n",
                                      "\t\t\t\t\t\t\t\t\t");
    for (const TreebankSentence& sentence : parse_treebank(text)) {
        CHECK_FALSE(sentence.has_tree());
    }
}

TEST_CASE("names go to the sentences with the same words", "[training]") {
    auto treebank = parse_treebank(
        "1\tAnn\tAnn\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_\n");
    add_names(treebank, parse_names("Ann\tB-PER\nleft\tO\n\nBob\tB-PER\tx\nLee\tI-PER\tx\n\nOslo\tB-LOC\n"));
    REQUIRE(treebank.size() == 3);
    CHECK(treebank[0].names == std::vector<NameTag>{NameTag::begin_person, NameTag::outside});
    CHECK(treebank[1].names == std::vector<NameTag>{NameTag::begin_person, NameTag::inside_person});
    CHECK_FALSE(treebank[1].has_tree());
    CHECK(treebank[2].names == std::vector<NameTag>{NameTag::begin_place});
}
