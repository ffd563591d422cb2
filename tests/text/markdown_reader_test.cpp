#include <catch2/catch.hpp>

#include "reader_fixture.hpp"
#include "support/row.hpp"
#include "text/markdown_inline.hpp"

using namespace stancegraph;
using test::Row;
using test::to_string;

TEST_CASE("markdown_text gives what the reader of the page sees", "[text]") {
    struct Row {
        std::string raw;
        std::string expected;
    };

    const auto row = GENERATE(values<Row>({
        {"plain text", "plain text"},
        {"*any* trial, **bold** and ***both***", "any trial, bold and both"},
        {"_any_ trial, __bold__, snake_case_name", "any trial, bold, snake_case_name"},
        {"**bold *inside* it**", "bold inside it"},
        {"2 * 3 * 4 and a*b", "2 * 3 * 4 and a*b"},
        {"*never closed", "*never closed"},
        {"~~gone~~ and ~kept~", "gone and ~kept~"},
        {"`code *x*` and ``a ` b``", "code *x* and a ` b"},
        {"`never closed", "`never closed"},
        {"[Halden](https://halden.example \"t\") said", "Halden said"},
        {"[Halden][1] said [sic]", "Halden said [sic]"},
        {"[**Halden**](x) and [a](b(c)d)", "Halden and a"},
        {"![a boat](boat.jpg) left", " left"},
        {"[![a](b)](c) left", " left"},
        {"! left [open", "! left [open"},
        {"<b>Pell</b> <!-- no --> said <https://a.example> 1 < 2", "Pell  said https://a.example 1 < 2"},
        {"a \\* b \\_c\\_ \\z", "a * b _c_ \\z"},
        {"AT&amp;T &ldquo;hi&rdquo; &#8217; &#0; &x;", "AT&T \u201Chi\u201D \u2019 \uFFFD &x;"},
        {"", ""},
    }));
    INFO(row.raw);
    CHECK(markdown_text(row.raw) == row.expected);
}

TEST_CASE("front matter fills the source", "[text]") {
    const Document document = test::read_one(
        "---\r\ntitle: \"Pell: no\"\npublication: Wire\nauthors: [A. Roe, B. Poe]\ndate: "
        "2025-03-05T10:00:00Z\n"
        "link: https://wire.example/1\ntags: [ferry]\n---\n\nPell opposes the ferry.\n",
        Format::markdown);
    CHECK(to_string(document.source) ==
          "Wire | Pell: no | A. Roe, B. Poe | 2025-03-05 | https://wire.example/1");
    CHECK(to_string(document) == "head Pell: no\nbody Pell opposes the ferry.\n");
    CHECK(document.text == "Pell: no\n\nPell opposes the ferry.");
}

TEST_CASE("Markdown blocks become blocks of text", "[text]") {
    const auto row = GENERATE(values<Row>({
        {"headings",
         "# One #\n\nText one.\n## Two\nText two.\n\nThree\n=====\nText three.\n\nFour\n---\nText four.\n",
         "head One\nbody Text one.\nhead Two\nbody Text two.\nhead Three\nbody Text three.\nhead Four\nbody "
         "Text four.\n"},
        {"wrapped lines", "Pell opposes\nthe *night\nferry*.\n\nHe said so.\n",
         "body Pell opposes the night ferry.\nbody He said so.\n"},
        {"lists", "He wants\n\n- lower fares\n  for nurses.\n- a boat.\n\n1. One.\n2) Two.\n",
         "head He wants\nbody lower fares for nurses.\nbody a boat.\nbody One.\nbody Two.\n"},
        {"quoted blocks", "He wrote.\n\n> I am against it.\n> It costs too much.\n\n> > Twice.\n",
         "body He wrote.\nbody I am against it. It costs too much.\nbody Twice.\n"},
        {"code, comments, rules, definitions",
         "One.\n\n```\nx = 1\n```\n\n<!--\nhidden\n-->\n\n    indented code\n\n* * *\n\n[1]: "
         "https://a.example\n\nTwo.\n",
         "body One.\nbody Two.\n"},
        {"a fence that is never closed", "One.\n\n~~~\nTwo.\n", "body One.\n"},
        {"tables are furniture", "One is.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nTwo is.\n",
         "body One is.\nfurn | a | b |\nfurn |---|---|\nfurn | 1 | 2 |\nbody Two is.\n"},
        {"a title above", "# What the quay thinks\n\nShop owners are optimistic.\n",
         "head What the quay thinks\nbody Shop owners are optimistic.\n"},
        {"a teaser in a quoted block", "Pell opposes it. So do others.\n\n> Related: Pell slams the mayor\n",
         "body Pell opposes it. So do others.\ntease Related: Pell slams the mayor\n"},
    }));
    INFO(row.what);
    CHECK(to_string(test::read_one(row.text, Format::markdown)) == row.expected);
}

TEST_CASE("faulty front matter is reported and the text read all the same", "[text]") {
    Diagnostics diagnostics;
    const Document document =
        test::read_one("---\ntitle: Pell: no\n---\nPell opposes the ferry.\n", Format::markdown, diagnostics);
    CHECK(to_string(document) == "body Pell opposes the ferry.\n");
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all().front().code == "SG2020");
    CHECK(render(diagnostics).starts_with("article:2:"));
}

TEST_CASE("a date that nobody understands is reported", "[text]") {
    Diagnostics diagnostics;
    static_cast<void>(
        test::read_one("---\ndate: 03/04/2025\n---\nPell opposes it.\n", Format::markdown, diagnostics));
    CHECK(render(diagnostics) ==
          "article:2:7: warning[SG2015]: the date '03/04/2025' was not understood\n"
          "    2 | date: 03/04/2025\n"
          "      |       ^\n"
          "help: write dates as 2025-08-20\n");
}

TEST_CASE("a text that begins with a rule has no front matter", "[text]") {
    CHECK(to_string(test::read_one("---\n\nPell opposes the ferry.\n", Format::markdown)) ==
          "body Pell opposes the ferry.\n");
}
