#include <catch2/catch.hpp>

#include "annotate/segmenter_fixture.hpp"
#include "support/row.hpp"

using stancegraph::Quotation;
using stancegraph::Segmented;
using stancegraph::test::Row;

namespace {

/// Each quotation as its text, with > for its depth, + where it carries on an earlier one, ... where it is
/// open.
std::string dump(const Segmented& segmented) {
    std::string out;
    for (const Quotation& quotation : segmented.annotation.quotations) {
        out += out.empty() ? "" : "|";
        out += std::string(quotation.depth, '>');
        if (quotation.continues != Quotation::kNone) {
            out += "+" + std::to_string(quotation.continues);
        }
        out += segmented.text_of(quotation.span) + (quotation.is_open ? "..." : "");
    }
    return out;
}

}  // namespace

TEST_CASE("quotations are found in every style of marks", "[annotate]") {
    const auto row = GENERATE(values<Row>({
        {"straight", "\"No,\" he said. \"Never.\"", "\"No,\"|\"Never.\""},
        {"curly", "He said “no” and “yes”.", "“no”|“yes”"},
        {"doubled", "``No,'' he said.", "``No,''"},
        {"doubled apostrophes only", "''No,'' he said. ''Yes''", "''No,''|''Yes''"},
        {"guillemets", "Il dit «non».", "«non»"},
        {"single curly", "He said ‘no way’ today.", "‘no way’"},
        {"single straight", "He said 'no way' today.", "'no way'"},
        {"scare quotes", "the \"ban\" and 'deal'", "\"ban\"|'deal'"},
        {"apostrophes are none", "the Smiths' dogs' food isn't Bob's '90s", ""},
        {"apostrophe inside", "He said 'it isn't the Smiths' car' today", "'it isn't the Smiths' car'"},
        {"curly apostrophe inside", "‘the companies’ plans are bad’, he said",
         "‘the companies’ plans are bad’"},
        {"nested", "“He told me ‘no way’ today,” she said.", "“He told me ‘no way’ today,”|>‘no way’"},
        {"nested straight", "\"He told me 'no way' today,\" she said.",
         "\"He told me 'no way' today,\"|>'no way'"},
        {"nested ends together", "\"He told me 'no way.'\"", "\"He told me 'no way.'\"|>'no way.'"},
        {"guillemets around curly", "«He told “all” of it»", "«He told “all” of it»|>“all”"},
        {"never closed", "He said \"no and left.", "\"no and left...."},
        {"never opened", "He said no\" and left.", ""},
        {"inches", "A 6\" pipe and a 12\" pipe", ""},
        {"the wrong mark closes", "They call it “abhorrent“ in public", "“abhorrent“"},
        {"the wrong mark opens", "They call it ”abhorrent” in public", "”abhorrent”"},
        {"mixed styles", "They call it “abhorrent\" here", "“abhorrent\""},
        {"opens again before it closed", "He said \"no. Then \"yes\" came.", "\"no. Then...|\"yes\""},
        {"behind brackets and dashes", "(\"a b\") —\"c d\"", "\"a b\"|\"c d\""},
        {"blanks on both sides", "he said \" no \" today", "\" no \""},
        {"three marks close two", "''He told me 'no way,''' she said", "''He told me 'no way,'''|>'no way,'"},
        {"feet and inches", "“He is like 6’2”,” she said", "“He is like 6’2”,”"},
        {"empty", "he said \"\" today", ""},
        {"speech over paragraphs", "He said: \"One.\n\"Two.\n\"Three.\" He left.",
         "\"One....|+0\"Two....|+1\"Three.\""},
        {"speech over paragraphs, curly", "“One.\n“Two.”", "“One....|+0“Two.”"},
        {"speech over paragraphs, single", "‘One.\n‘Two.’", "‘One....|+0‘Two.’"},
        {"an open one that nothing carries on", "He said \"one.\nThen.\n\"Two.\"", "\"one....|\"Two.\""},
        {"another style does not carry it on", "He said \"one.\n‘Two.’", "\"one....|‘Two.’"},
    }));
    INFO(row.what);
    const Segmented segmented(row.text);
    CHECK(dump(segmented) == row.expected);
    CHECK(fault_of(segmented.document, segmented.annotation).empty());
}

TEST_CASE("a speech goes on over furniture between its paragraphs", "[annotate]") {
    stancegraph::Document document = stancegraph::document_of_lines("\"One.\nShare this\n\"Two.\"");
    document.blocks[1].block_class = stancegraph::BlockClass::furniture;
    stancegraph::Vocabulary vocabulary;
    stancegraph::Annotation annotation;
    stancegraph::Segmenter(stancegraph::test_lexicons()).segment(document, vocabulary, annotation);
    REQUIRE(annotation.quotations.size() == 2);
    CHECK(annotation.quotations[1].continues == 0);
}

TEST_CASE("a hundred thousand quotation marks are read soundly", "[annotate]") {
    const std::string mark =
        GENERATE(values<std::string>({"\" ", "\"a ", "\"", "“", "“a ", "‘a ", "'a ", "‘“«a ", "a’ ", "s’ a ",
                                      "“ ‘a ", "'\"a ", "``", "''"}));
    std::string text;
    for (int count = 0; count < 100000; ++count) {
        text += mark;
    }
    const Segmented segmented(text);  // quadratic work would take minutes
    CHECK(fault_of(segmented.document, segmented.annotation).empty());
}
