#include <catch2/catch.hpp>

#include "reader_fixture.hpp"
#include "text/paragraphs.hpp"

using namespace stancegraph;
using test::to_string;

namespace {

/// Lines with one blank between columns, as they are easier to read; blanks become tabs.
std::string tabbed(std::string text) {
    bool is_comment = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        is_comment = (at == 0 || text[at - 1] == '\n') ? text[at] == '#' : is_comment;
        if (text[at] == ' ' && !is_comment) {
            text[at] = '\t';
        }
    }
    return text;
}

std::vector<Document> read(const std::string& text, Diagnostics& diagnostics) {
    return read_documents("a.conllu", tabbed(text), Format::conllu, test::shipped_options(), diagnostics);
}

/// `surface/lemma/UPOS/XPOS/DEPREL<head`, head as index in the document.
std::string words(const Document& document) {
    std::string lines;
    for (const GivenToken& token : document.given->tokens) {
        lines += std::string(slice(document.text, token.span)) + "/" + token.lemma + "/" +
                 std::string(name_of(token.upos)) + "/" + std::string(name_of(token.xpos)) + "/" +
                 std::string(name_of(token.deprel)) + "<" +
                 (token.head == kNoToken ? "-" : std::to_string(token.head)) + " ";
    }
    return lines;
}

const std::string kPell =
    "1 Pell Pell PROPN NNP _ 2 nsubj _ _\n"
    "2 objects object VERB VBZ _ 0 root _ SpaceAfter=No\n"
    "3 . . PUNCT . _ 2 punct _ _\n\n";

/// A sentence in which each word hangs on the one before.
std::string endless_sentence(int words) {
    std::string lines;
    for (int at = 1; at <= words; ++at) {
        lines += std::to_string(at) + " so so ADV RB _ " + std::to_string(at - 1) + " dep _ _\n";
    }
    return lines + "\n";
}

}  // namespace

TEST_CASE("CoNLL-U gives text and words", "[text]") {
    Diagnostics diagnostics;
    const auto documents = read(
        "# newdoc id = d1\n# newpar\n# title = Pell\n# date = 2025-03-05\n# outlet = Wire\n# sent_id = 1\n" +
            kPell +
            "# sent_id = 2\n"
            "1 He he PRON PRP _ 4 nsubj _ _\n"
            "2-3 don't _ _ _ _ _ _ _ _\n"
            "2 do do AUX VBP _ 4 aux _ _\n"
            "3 n't not PART RB _ 4 advmod _ _\n"
            "4 like like VERB VB _ 0 root _ _\n"
            "5 it it PRON PRP _ 4 obj 4:obj|7:nsubj SpaceAfter=No\n"
            "5.1 empty empty VERB VB _ _ _ 4:conj _\n"
            "6 . . PUNCT . _ 4 punct _ _\n\n# newpar\n" +
            kPell,
        diagnostics);
    CHECK(render(diagnostics).empty());
    REQUIRE(documents.size() == 1);
    const Document& document = documents.front();
    CHECK(document.name == "a.conllu");
    CHECK(document.text == "Pell objects. He don't like it.\n\nPell objects.");
    CHECK(to_string(document) == "body Pell objects. He don't like it.\nbody Pell objects.\n");
    CHECK(to_string(document.source) == "Wire | Pell |  | 2025-03-05 | ");
    CHECK(words(document) ==
          "Pell/Pell/PROPN/NNP/nsubj<1 objects/object/VERB/VBZ/root<- ././PUNCT/./punct<1 "
          "He/he/PRON/PRP/nsubj<6 do/do/AUX/VBP/aux<6 n't/not/PART/RB/advmod<6 like/like/VERB/VB/root<- "
          "it/it/PRON/PRP/obj<6 ././PUNCT/./punct<6 "
          "Pell/Pell/PROPN/NNP/nsubj<10 objects/object/VERB/VBZ/root<- ././PUNCT/./punct<10 ");
    CHECK(document.given->sentences == std::vector<TokenSpan>{{0, 3}, {3, 9}, {9, 12}});
}

TEST_CASE("the words of a contraction share its letters", "[text]") {
    struct Row {
        std::string what;
        std::string surface;
        std::string first;
        std::string second;
        std::string expected;
    };

    const auto row = GENERATE(values<Row>({
        {"spelled out", "cannot", "can", "not", "can not"},
        {"another case", "CAN'T", "ca", "n't", "CA N'T"},
        {"other letters", "won't", "will", "not", "wo n't"},
        {"an accent", "d\u00E9l", "de", "el", "d \u00E9l"},
        {"too short for its words", "x", "a", "b", "a b"},
    }));
    INFO(row.what);
    Diagnostics diagnostics;
    const auto documents = read("1-2 " + row.surface + " _ _ _ _ _ _ _ _\n1 " + row.first +
                                    " x VERB VB _ 0 root _ _\n2 " + row.second + " x VERB VB _ 1 conj _ _\n",
                                diagnostics);
    REQUIRE(documents.size() == 1);
    const auto& tokens = documents.front().given->tokens;
    CHECK(std::string(slice(documents.front().text, tokens[0].span)) + " " +
              std::string(slice(documents.front().text, tokens[1].span)) ==
          row.expected);
    CHECK(tokens[0].span.end == tokens[1].span.begin);
}

TEST_CASE("a faulty sentence is reported and the others are kept", "[text]") {
    struct Row {
        std::string what;
        std::string sentence;
        std::string expected;
    };

    const auto row = GENERATE(values<Row>({
        {"too few columns", "1 Pell\n\n",
         "4:1: error[SG2040]: this sentence is left out: a word's line has ten columns"},
        {"no form", "1  x VERB VB _ 0 root _ _\n\n",
         "4:1: error[SG2040]: this sentence is left out: a word's line has ten"},
        {"numbers", "1 a a X FW _ 0 root _ _\n3 b b X FW _ 1 dep _ _\n\n",
         "5:1: error[SG2040]: this sentence is left out: the word's number is '3', and 2 was expected"},
        {"head", "1 a a X FW _ x root _ _\n\n",
         "4:1: error[SG2040]: this sentence is left out: the head 'x' is no number"},
        {"head beyond", "1 a a X FW _ 7 root _ _\n\n",
         "4:1: error[SG2040]: this sentence is left out: the head 7 is beyond"},
        {"circle", "1 a a X FW _ 2 dep _ _\n2 b b X FW _ 1 dep _ _\n\n",
         "4:1: error[SG2040]: this sentence is left out: the heads go in a circle"},
        {"itself", "1 a a X FW _ 1 dep _ _\n\n",
         "4:1: error[SG2040]: this sentence is left out: the heads go in a circle"},
        {"range", "2-3 ab _ _ _ _ _ _ _ _\n1 a a X FW _ 0 root _ _\n\n",
         "4:1: error[SG2040]: this sentence is left out: '2-3' is no range of the words that follow"},
        {"range beyond", "1-2 ab _ _ _ _ _ _ _ _\n1 a a X FW _ 0 root _ _\n\n",
         "4:1: error[SG2040]: this sentence is left out: a range goes beyond the last word"},
        {"number too large", "99999999999 a a X FW _ 0 root _ _\n\n",
         "4:1: error[SG2040]: this sentence is left out"},
        {"too many words", endless_sentence(2001),
         "4:1: error[SG2040]: this sentence is left out: it has 2001 words, and sentences have at most 2000"},
    }));
    INFO(row.what);
    Diagnostics diagnostics;
    const std::string first = "1 One one NUM CD _ 0 root _ SpaceAfter=No\n2 . . PUNCT . _ 1 punct _ _\n\n";
    const auto documents = read(first + row.sentence + kPell, diagnostics);
    REQUIRE(documents.size() == 1);
    CHECK(documents.front().text == "One. Pell objects.");
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(render(diagnostics).starts_with("a.conllu:" + row.expected));
}

TEST_CASE("unknown labels are reported once each and stand for the most general one", "[text]") {
    Diagnostics diagnostics;
    const auto documents =
        read("1 a a NAM N _ 0 root _ _\n2 b b NAM N _ 1 child _ _\n3 c _ _ _ _ _ _ _ _\n\n", diagnostics);
    REQUIRE(documents.size() == 1);
    CHECK(words(documents.front()) == "a/a/X/_/root<- b/b/X/_/dep<0 c//_/_/_<- ");
    std::string messages;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        messages += diagnostic.code + " " + diagnostic.message + "\n";
    }
    CHECK(messages ==
          "SG2041 unknown DEPREL child, once in this file\n"
          "SG2041 unknown UPOS NAM, 2 times in this file\n"
          "SG2041 unknown XPOS N, 2 times in this file\n");
}

TEST_CASE("a file with several documents gives each the file's name and its own", "[text]") {
    Diagnostics diagnostics;
    const auto documents =
        read("# newdoc id = x\n" + kPell + "# newdoc\n" + kPell + "# newdoc id = x\n" + kPell, diagnostics);
    REQUIRE(documents.size() == 3);
    CHECK(documents[0].name == "a.conllu#x");
    CHECK(documents[1].name == "a.conllu#2");
    CHECK(documents[2].name == "a.conllu#x#2");
}
