#include <catch2/catch.hpp>

#include "annotate/segmenter_fixture.hpp"
#include "support/row.hpp"

using stancegraph::Segmented;
using stancegraph::test::Row;

namespace {

void check(const Row& row) {
    INFO(row.what);
    const Segmented segmented(row.text);
    CHECK(segmented.tokens() == row.expected);
    CHECK(fault_of(segmented.document, segmented.annotation).empty());
}

}  // namespace

TEST_CASE("contractions are cut as the English Web Treebank cuts them", "[annotate]") {
    check(GENERATE(values<Row>({
        {"not", "They don't, can't and won't.", "They|do|n't|,|ca|n't|and|wo|n't|."},
        {"curly apostrophe", "I’m sure you’re it’s we’ve he’d she’ll",
         "I|’m|sure|you|’re|it|’s|we|’ve|he|’d|she|’ll"},
        {"two clitics", "shouldn't've", "should|n't|'ve"},
        {"possessive", "Nvidia's chips, the allies' chips", "Nvidia|'s|chips|,|the|allies|'|chips"},
        {"possessive behind a quotation", "\"Dune\"'s end", "\"|Dune|\"|'s|end"},
        {"left mark for an apostrophe", "the party‘s man", "the|party|‘s|man"},
        {"written as one word", "cannot gonna dont Im", "can|not|gon|na|do|nt|I|m"},
        {"apostrophe inside a name", "O'Brien and D’Angelo's", "O'Brien|and|D’Angelo|'s"},
        {"elisions", "get 'em ’til '16 or the '90s", "get|'em|’til|'16|or|the|'90s"},
        {"capitals", "DON'T", "DO|N'T"},
    })));
}

TEST_CASE("figures, money and times stay whole but for their units", "[annotate]") {
    check(GENERATE(values<Row>({
        {"thousands and decimals", "1,000 and 2.5 and 1,2,3", "1,000|and|2.5|and|1|,|2|,|3"},
        {"money", "$5bn US$5 £3.50 5€", "$|5|bn|US$|5|£|3.50|5|€"},
        {"percent", "20% of it", "20|%|of|it"},
        {"times", "at 10:30pm.", "at|10:30|pm|."},
        {"dates and telephones", "08/16/2000 2005-03-09 555-1234 713-664-7478",
         "08/16/2000|2005-03-09|555-1234|713-664-7478"},
        {"range", "13-17 and 1990–95", "13|-|17|and|1990|–|95"},
        {"ordinals and letters", "19th H20 1970s 3G", "19th|H20|1970s|3G"},
        {"fraction without a figure before it", "hit .250 twice", "hit|.250|twice"},
        {"list number", "2. Methods", "2.|Methods"},
        {"signed", "+1 +45 88", "+1|+45|88"},
    })));
}

TEST_CASE("addresses are one token without the sentence's own marks", "[annotate]") {
    check(GENERATE(values<Row>({
        {"link", "See https://a.org/x?y=1&z=(2).", "See|https://a.org/x?y=1&z=(2)|."},
        {"link in brackets", "(www.example.com/a).", "(|www.example.com/a|)|."},
        {"host with a path", "cra.org/resources, and/or", "cra.org/resources|,|and|/|or"},
        {"mail", "<jane.doe@example.com>,", "<|jane.doe@example.com|>|,"},
        {"handle and hash tag", "@UN_org: #chips #1", "@UN_org|:|#chips|#|1"},
        {"file and host", "report.pdf on news.example.com.", "report.pdf|on|news.example.com|."},
        {"emoticon", "fine :-) ;)", "fine|:-)|;)"},
    })));
}

TEST_CASE("hyphens split but behind the listed prefixes", "[annotate]") {
    check(GENERATE(values<Row>({
        {"compound", "a long-term export-control plan", "a|long|-|term|export|-|control|plan"},
        {"prefix", "co-founder e-mail Non-Chinese", "co-founder|e-mail|Non-Chinese"},
        {"prefix and compound", "non-state-owned", "non-state|-|owned"},
        {"dashes", "now--or never—so -- - it", "now|--|or|never|—|so|--|-|it"},
        {"slash", "w/o his/her", "w/o|his|/|her"},
        {"ampersand", "AT&T and R&D", "AT&T|and|R&D"},
    })));
}

TEST_CASE("a dot belongs to an abbreviation and to nothing else", "[annotate]") {
    check(GENERATE(values<Row>({
        {"title", "Mr. Li met Gen. Wu.", "Mr.|Li|met|Gen.|Wu|."},
        {"small letters are no title", "oxygen gen. It", "oxygen|gen|.|It"},
        {"acronym", "the U.S. and 5 p.m.", "the|U.S.|and|5|p.m."},
        {"acronym behind which a sentence ends", "in the U.S..", "in|the|U.S.|."},
        {"initial", "J. D. Vance", "J.|D.|Vance"},
        {"letter at the end", "Plan B.", "Plan|B|."},
        {"number", "No. 5 said no. Yes.", "No.|5|said|no|.|Yes|."},
        {"before a comma", "the dept., he", "the|dept.|,|he"},
        {"forgotten blank", "it was over.The end", "it|was|over|.|The|end"},
        {"ellipsis", "well... so… no....", "well|...|so|…|no|...."},
        {"calls", "what?! no!!!", "what|?!|no|!!!"},
    })));
}

TEST_CASE("quotation marks and brackets are tokens of their own", "[annotate]") {
    check(GENERATE(values<Row>({
        {"straight", "\"Yes,\" he said.", "\"|Yes|,|\"|he|said|."},
        {"doubled", "``Yes,'' he", "``|Yes|,|''|he"},
        {"single", "'Yes,' he ‘said’", "'|Yes|,|'|he|‘|said|’"},
        {"guillemets", "«Oui»", "«|Oui|»"},
        {"brackets", "(so) [it] {is}", "(|so|)|[|it|]|{|is|}"},
        {"lines", "==== ---- ****", "====|----|****"},
    })));
}

TEST_CASE("letters and marks above ASCII are read by their class", "[annotate]") {
    check(GENERATE(values<Row>({
        {"accents", "Élysée naïve Müller's", "Élysée|naïve|Müller|'s"},
        {"blanks", "a\u00A0b\u2003c\u200Bd\uFEFFe", "a|b|c|d|e"},
        {"emoji", "ok👍🏽 ❤️!", "ok|👍🏽|❤️|!"},
        {"joined emoji", "👩\u200D👧x", "👩\u200D👧|x"},
        {"other scripts", "中国 Ελλάδα", "中国|Ελλάδα"},
        {"bullet and euro", "• 5€", "•|5|€"},
        {"control characters", "a\x01 \x02 b", "a|b"},
    })));
}
