#include <catch2/catch.hpp>

#include "reader_fixture.hpp"
#include "text/html_scan.hpp"

using namespace stancegraph;
using test::to_string;

namespace {

const std::string kParagraphs =
    "<p>The council of Saltmere debated the <b>night ferry</b> on Monday and left the hall without a "
    "decision.</p>"
    "<p>Pell said that boats belonged to the past. The mayor warned of empty boats and of high fares.</p>";
const std::string kShown =
    "body The council of Saltmere debated the night ferry on Monday and left the hall without a decision.\n"
    "body Pell said that boats belonged to the past. The mayor warned of empty boats and of high fares.\n";

}  // namespace

TEST_CASE("the article of a page is told from what stands around it", "[text]") {
    struct Row {
        std::string what;
        std::string page;
        std::string expected;
    };

    const auto row = GENERATE(values<Row>({
        {"article element",
         "<body><nav><a href=/>Home</a><a href=/t>Town</a></nav><article><h1>Council splits</h1>" +
             kParagraphs +
             "<figure><img alt=x><figcaption>The mayor on Monday.</figcaption></figure></article>"
             "<aside><h2>Most read</h2><p>Pell slams the mayor.</p></aside><footer>We like "
             "letters.</footer></body>",
         "furn Home Town\nhead Council splits\n" + kShown +
             "furn The mayor on Monday.\ntease Most read\ntease Pell slams the mayor.\nfurn We like "
             "letters.\n"},
        {"articleBody inside an article",
         "<article><h1>Council splits</h1><p class=summary>What happened in the hall.</p><div "
         "itemprop=articleBody>" +
             kParagraphs +
             "</div><section class=comments><p>Pell is a fool, the readers say.</p></section></article>",
         "head Council splits\nfurn What happened in the hall.\n" + kShown +
             "furn Pell is a fool, the readers say.\n"},
        {"related box in the article",
         "<article>" + kParagraphs +
             "<div class=\"related-links\"><p>Pell slams the mayor.</p></div></article>",
         kShown + "tease Pell slams the mayor.\n"},
        {"promoted articles inside the article",
         "<article>" + kParagraphs + "<article><p>Pell slams the mayor.</p></article></article>",
         kShown + "tease Pell slams the mayor.\n"},
        {"a link alone", "<article>" + kParagraphs + "<p><a href=x>Pell slams the mayor</a></p></article>",
         kShown + "tease Pell slams the mayor\n"},
        {"main",
         "<main>" + kParagraphs + "</main><div>Union hails the crane deal. It praised the builders.</div>",
         kShown + "furn Union hails the crane deal. It praised the builders.\n"},
        {"no markup at all but divs",
         "<div><a href=1>Home</a> | <a href=2>Town</a></div><div>" + kParagraphs +
             "</div><div><a href=3>Pell slams the mayor over parking</a></div>",
         "tease Home | Town\n" + kShown + "tease Pell slams the mayor over parking\n"},
        {"a class that would take the whole article is not believed",
         "<div class=\"has-sidebar\"><article>" + kParagraphs + "</article></div>", kShown},
        {"a form around the whole page", "<form><main>" + kParagraphs + "</main></form>", kShown},
        {"hidden text",
         "<article>" + kParagraphs +
             "<p hidden>Pell slams.</p><p style='display: none'>Pell slams.</p></article>",
         kShown + "furn Pell slams.\nfurn Pell slams.\n"},
        {"line breaks",
         "<article><div>The council debated the night ferry for a long time on Monday evening.<br><br>Pell "
         "said that boats "
         "belonged to<br>the past, and the mayor agreed with him on that.</div></article>",
         "body The council debated the night ferry for a long time on Monday evening.\n"
         "body Pell said that boats belonged to the past, and the mayor agreed with him on that.\n"},
        {"entities and white space",
         "<article><p>The  council\n of &ldquo;Saltmere&rdquo; &amp; the port debated &#8217;til midnight, "
         "&lt;as ever&gt;, and left "
         "the hall without a decision. Nobody knows when it meets again.</p></article>",
         "body The council of “Saltmere” & the port debated ’til midnight, <as ever>, and left the hall "
         "without a decision. "
         "Nobody knows when it meets again.\n"},
        {"preformatted text",
         "<article><pre>The council of Saltmere debated the night ferry.\n\nPell said that boats belonged to "
         "the past of the "
         "harbour, and the mayor warned of empty boats.\n</pre></article>",
         "body The council of Saltmere debated the night ferry.\nbody Pell said that boats belonged to the "
         "past of the "
         "harbour, and the mayor warned of empty boats.\n"},
        {"a short article on a long page",
         "<article><p>The ferry sank on Monday, the port authority said.</p><p>Nobody was hurt in the "
         "accident.</p></article>"
         "<div>Pell slams the mayor. Union hails the crane deal, and it praised the builders for a long "
         "time. Readers love "
         "the lighthouse series, which ends on Friday with a long report from the island of the "
         "keepers.</div>",
         "body The ferry sank on Monday, the port authority said.\nbody Nobody was hurt in the accident.\n"
         "furn Pell slams the mayor. Union hails the crane deal, and it praised the builders for a long "
         "time. Readers love "
         "the lighthouse series, which ends on Friday with a long report from the island of the keepers.\n"},
        {"scripts and styles",
         "<article>" + kParagraphs +
             "<script>if (a<b) {'</p>'}</script><style>p{}</style><!-- <p>x</p> --></article>",
         kShown},
        {"elements never closed",
         "<article><p>The council of Saltmere debated the <b>night ferry</b> on Monday and left the hall "
         "without a decision."
         "<p>Pell said that boats belonged to the past. The mayor warned of empty boats and of high fares.",
         kShown},
    }));
    INFO(row.what);
    CHECK(to_string(test::read_one("<!DOCTYPE html><html>" + row.page + "</html>", Format::html)) ==
          row.expected);
}

TEST_CASE("the head of a page fills the source", "[text]") {
    struct Row {
        std::string what;
        std::string head;
        std::string expected;
    };

    const auto row = GENERATE(values<Row>({
        {"open graph",
         "<title>x</title><meta property='og:title' content='Council splits'><meta property='og:site_name' "
         "content='Wire'>"
         "<meta property='article:published_time' content='2025-03-05T10:00Z'><meta name=author content='A. "
         "Roe'>"
         "<link rel=canonical href='https://wire.example/1'>",
         "Wire | Council splits | A. Roe | 2025-03-05 | https://wire.example/1"},
        {"linked data",
         R"(<title>x</title><script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "W"}, {"@type": ["NewsArticle"],)"
         R"( "headline": "Council splits", "publisher": {"name": "Wire"}, "author": [{"name": "A. Roe"}, "B. Poe"],)"
         R"( "datePublished": "2025-03-05", "mainEntityOfPage": {"@id": "https://wire.example/1"}}]}</script>)",
         "Wire | Council splits | A. Roe, B. Poe | 2025-03-05 | https://wire.example/1"},
        {"faulty linked data",
         R"(<title>Council splits</title><script type="application/ld+json">{"@type": </script>)",
         " | Council splits |  |  | "},
        {"title with the outlet", "<title>Council splits over night ferry | Wire</title>",
         " | Council splits over night ferry |  |  | "},
        {"an author who is an address",
         "<title>Council splits</title><meta property='article:author' content='https://a.example/roe'>",
         " | Council splits |  |  | "},
        {"time", "<title>Council splits</title></head><body><time datetime='2025-03-05'>Wednesday</time>",
         " | Council splits |  | 2025-03-05 | "},
    }));
    INFO(row.what);
    const std::string page = "<html><head>" + row.head + "<article>" + kParagraphs + "</article></html>";
    CHECK(to_string(test::read_one(page, Format::html).source) == row.expected);
}

TEST_CASE("the title stands in front unless the page has a first heading", "[text]") {
    CHECK(to_string(test::read_one(
              "<html><title>Council splits</title><article>" + kParagraphs + "</article>", Format::html)) ==
          "head Council splits\n" + kShown);
    CHECK(to_string(
              test::read_one("<html><title>Council splits - Wire</title><h1>Council splits</h1><article>" +
                                 kParagraphs + "</article>",
                             Format::html)) == "head Council splits\n" + kShown);
}

TEST_CASE("scan_page keeps text and drops what would hurt the parser", "[text]") {
    struct Row {
        std::string what;
        std::string page;
        std::string expected;
        std::size_t dropped;
    };

    std::string deep;
    std::string deep_kept;
    for (int level = 0; level < 300; ++level) {
        deep += "<div>";
        deep_kept += level < 256 ? "<div>" : " ";
    }
    std::string many = "<p";
    for (int number = 0; number < 300; ++number) {
        many += " a" + std::to_string(number) + "=1";
    }
    const auto row = GENERATE_COPY(values<Row>({
        {"plain", "<p class=a>Hi</p>", "<p class=a>Hi</p>", 0},
        {"comment", "a<!-- <p> -->b<!-- open", "ab", 0},
        {"script", "a<script>x</SCRIPT >b<style>y", "a b ", 0},
        {"less than", "1 < 2 <3", "1 &lt; 2 &lt;3", 0},
        {"ampersands", "A & B &&amp; &#39; R&D", "A &amp; B &amp;&amp; &#39; R&D", 0},
        {"control characters", std::string("a\0b\x01<p\x02>", 8), "a b <p >", 0},
        {"end tags", "<div><b>x</div>y</b></span>", "<div><b>x</b></div>y", 0},
        {"quoted sign", "<a title='x>y'>z</a>", "<a title='x>y'>z</a>", 0},
        {"attributes", many + ">x", "<p>x", 1},
        {"depth", deep + "x", deep_kept + "x", 44},
        {"a tag that never ends", "a<p class=x", "a<p>", 1},
        {"a quote that never ends", "<p class=\"x>Hi</p>", "<p>Hi</p>", 1},
        {"no name", "<p\"x>Hi", "Hi", 1},
    }));
    INFO(row.what);
    const ScannedPage scanned = scan_page(row.page);
    CHECK(scanned.markup == row.expected);
    CHECK(scanned.dropped_tags == row.dropped);
}

TEST_CASE("hostile pages are read in linear time and without a crash", "[text]") {
    const auto repeated = [](const std::string& unit, std::size_t bytes) {
        std::string page;
        while (page.size() < bytes) {
            page += unit;
        }
        return page;
    };
    const std::string unit =
        GENERATE(as<std::string>(), "<div>", "<p>", "<a b=\"", "<a b='>", "</div>", "<li><ul>",
                 "<table><tr><td>", "<b><i>", "<svg>", "<script", "&", "&#x41;", "<", "<!--",
                 "<x y=1 y=1 y=1 ", "<p class='a b c'>x", "\xFF", "<option><select>", "]]>", "<font><p>x");
    INFO(unit);
    Diagnostics diagnostics;
    const std::string page =
        "<html><article><p>Pell opposes the ferry.</p></article>" + repeated(unit, 200000);
    const auto documents = read_documents("a.html", page, Format::html, test::shipped_options(), diagnostics);
    REQUIRE(documents.size() == 1);
    CHECK(documents.front().text.find("Pell opposes the ferry.") != std::string::npos);
}

TEST_CASE("a page beyond the limits is cut and reported", "[text]") {
    ReadOptions options = test::shipped_options();
    options.limits.text_bytes = 120;
    Diagnostics diagnostics;
    const auto documents = read_documents("a.html", "<article>" + kParagraphs + "</article>", Format::html,
                                          options, diagnostics);
    REQUIRE(documents.size() == 1);
    CHECK(to_string(documents.front()) == kShown.substr(0, kShown.find('\n') + 1));
    CHECK(render(diagnostics) ==
          "a.html: warning[SG2032]: the page has more than 120 bytes of text\n"
          "help: the rest was left out; split the page\n");
}

TEST_CASE("a page without an article is reported", "[text]") {
    Diagnostics diagnostics;
    static_cast<void>(read_documents("a.html", "<html><nav><a href=1>Home</a></nav></html>", Format::html,
                                     test::shipped_options(), diagnostics));
    CHECK(render(diagnostics) ==
          "a.html: warning[SG2034]: no article was found in this page\n"
          "help: check that the page shows the whole article, or save its text as .txt\n");
}
