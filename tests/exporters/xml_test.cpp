#include "exporters/xml.hpp"

#include <catch2/catch.hpp>

#include "exporters/evidence_text.hpp"

using namespace stancegraph;

TEST_CASE("text is escaped for XML attributes and element content", "[exporters]") {
    struct Row {
        std::string what;
        std::string text;
        std::string attribute;
        std::string content;
    };

    const auto row = GENERATE(values<Row>({
        {"nothing", "", "", ""},
        {"plain", "H20 sales", "H20 sales", "H20 sales"},
        {"quotes", "\"a\" 'b'", "&quot;a&quot; 'b'", "\"a\" 'b'"},
        {"markup", "a < b & c", "a &lt; b &amp; c", "<![CDATA[a < b & c]]>"},
        {"lines", "a\n\tb", "a&#10;&#9;b", "<![CDATA[a\n\tb]]>"},
        {"outer blanks", " a ", " a ", "<![CDATA[ a ]]>"},
        {"end of section", "]]>", "]]&gt;", "<![CDATA[]]]]><![CDATA[>]]>"},
        {"twice", "]]>]]>", "]]&gt;]]&gt;", "<![CDATA[]]]]><![CDATA[>]]]]><![CDATA[>]]>"},
        {"control",
         "a\x01"
         "b",
         "a\uFFFDb", "a\uFFFDb"},
        {"broken UTF-8",
         "a\xFF"
         "b\xE2\x82",
         "a\uFFFDb\uFFFD", "a\uFFFDb\uFFFD"},
        {"noncharacter", "\xEF\xBF\xBF", "\uFFFD", "\uFFFD"},
        {"beyond the basic plane", "\U0001F680", "\U0001F680", "\U0001F680"},
    }));
    INFO(row.what);
    std::string attribute;
    xml::append_attribute(attribute, row.text);
    CHECK(attribute == row.attribute);
    std::string content;
    xml::append_content(content, row.text);
    CHECK(content == row.content);
}

TEST_CASE("long texts are cut at a code point and end in an ellipsis", "[exporters]") {
    CHECK(shortened("four", 4) == "four");
    CHECK(shortened("fives", 4) == "fiv…");
    CHECK(shortened("  a \n b\t", 10) == "a b");
    CHECK(shortened("赵明昊赵明昊", 3) == "赵明…");
    CHECK(shortened("ab cd", 4) == "ab…");
    CHECK(shortened("", 4).empty());
}
