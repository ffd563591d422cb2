#include <catch2/catch.hpp>

#include "annotate/segmenter_fixture.hpp"
#include "support/row.hpp"

using stancegraph::Segmented;
using stancegraph::test::Row;

TEST_CASE("sentences end where they should", "[annotate]") {
    const auto row = GENERATE(values<Row>({
        {"stops", "One came. Two left! Three? Four.", "One came.|Two left!|Three?|Four."},
        {"paragraphs", "A headline\nThe text. It ends", "A headline|The text.|It ends"},
        {"titles never end one", "Mr. Li met Dr. Wu in Jan. He left.", "Mr. Li met Dr. Wu in Jan. He left."},
        {"a company may", "He runs Foo Inc. The firm grew. Foo Inc. Chairman Li left.",
         "He runs Foo Inc.|The firm grew.|Foo Inc. Chairman Li left."},
        {"a country may", "It left the U.S. She stayed. The U.S. Senate met.",
         "It left the U.S.|She stayed.|The U.S. Senate met."},
        {"closing marks stay with it", "He said \"no.\" (It was late.) She left.",
         "He said \"no.\"|(It was late.)|She left."},
        {"speech of several sentences", "\"We will not sell the chips to them. It is over now,\" he said.",
         "\"We will not sell the chips to them.|It is over now,\" he said."},
        {"a short quotation is not split", "Their \"Stop. Think.\" posters hung there.",
         "Their \"Stop. Think.\" posters hung there."},
        {"a bracket inside is not split", "The plan (see p. 5. It is long.) failed.",
         "The plan (see p. 5. It is long.) failed."},
        {"a call before the speaker", "\"Is it over?\" Dana Lee asked. \"Is it over?\" The crowd left.",
         "\"Is it over?\" Dana Lee asked.|\"Is it over?\"|The crowd left."},
        {"a call before a small letter", "\"Is it over?\" he asked.", "\"Is it over?\" he asked."},
        {"small letters", "we went out tonight. it was fun! really",
         "we went out tonight.|it was fun!|really"},
        {"ellipsis", "Well... he left... The end.", "Well... he left...|The end."},
        {"dots with blanks", "It ends . . . The rest.", "It ends . . .|The rest."},
        {"dateline", "TOKYO - The chips left. - And so on.", "TOKYO -|The chips left.|- And so on."},
        {"dateline with day and agency", "NEW YORK, Dec. 22 (UPI) — The chips left.",
         "NEW YORK, Dec. 22 (UPI) —|The chips left."},
        {"dateline before speech", "RENO, Nev. (AP) -- \"No,\" he said.",
         "RENO, Nev. (AP) --|\"No,\" he said."},
        {"no dateline: a pair of dashes", "CNN - the network - left.", "CNN - the network - left."},
        {"no dateline: words before the dash", "I WON and left - She stayed.",
         "I WON and left - She stayed."},
        {"no dateline: all in capitals", "STORM NEWS - PORT CLOSED", "STORM NEWS - PORT CLOSED"},
        {"list numbers", "2. Methods are new. 3. Results.", "2. Methods are new.|3. Results."},
        {"reference", "It fell in 1999.[12] It rose later.", "It fell in 1999.[12]|It rose later."},
        {"curly", "“No.” “Yes.” ‘It is.’ Then.", "“No.”|“Yes.”|‘It is.’|Then."},
        {"lines across the page", "Regards ________ John", "Regards|________|John"},
    }));
    INFO(row.what);
    const Segmented segmented(row.text);
    CHECK(segmented.sentences() == row.expected);
    CHECK(fault_of(segmented.document, segmented.annotation).empty());
}

TEST_CASE("a sentence without end is cut", "[annotate]") {
    std::string text;
    for (int word = 0; word < 5000; ++word) {
        text += "word ";
    }
    const Segmented segmented(text);
    CHECK(segmented.annotation.sentences.size() == 3);
    CHECK(fault_of(segmented.document, segmented.annotation).empty());
}

TEST_CASE("a blank line inside a block ends a sentence", "[annotate]") {
    stancegraph::Document document;
    document.text = "A heading\n\nthe text";
    document.blocks.push_back({.span = {0, static_cast<std::uint32_t>(document.text.size())}});
    stancegraph::Vocabulary vocabulary;
    stancegraph::Annotation annotation;
    stancegraph::Segmenter(stancegraph::test_lexicons()).segment(document, vocabulary, annotation);
    CHECK(annotation.sentences.size() == 2);
}
