#include <catch2/catch.hpp>

#include <string>

#include "support/row.hpp"
#include "text/paragraphs.hpp"

using namespace stancegraph;
using test::Row;

namespace {

std::string shown(std::string_view text) {
    std::string lines;
    for (const ByteSpan paragraph : find_paragraphs(text)) {
        std::string one(slice(text, paragraph));
        for (char& character : one) {
            character = character == '\n' || character == '\r' ? '/' : character;
        }
        lines += one + "\n";
    }
    return lines;
}

}  // namespace

TEST_CASE("find_paragraphs cuts at blank lines, and at every line where lines are not wrapped", "[text]") {
    const std::string wrapped =
        "The council of Saltmere debated the night ferry for the first\n"
        "time on Monday, and it left the hall without a decision after\n"
        "four long hours of talk about money, fog and the old harbour.\n";
    const auto row = GENERATE_COPY(values<Row>({
        {"empty", "", ""},
        {"white space", " \n\t\n\xC2\xA0\n", ""},
        {"one line", "Pell objects.", "Pell objects.\n"},
        {"blank lines", "One.\n\n\nTwo.\n", "One.\nTwo.\n"},
        {"carriage returns", "One.\r\n\r\nTwo.\r\nThree.\r\n", "One.\nTwo.\nThree.\n"},
        {"indented and trailing blanks", "  One.  \n\xE3\x80\x80Two.\xC2\xA0\n", "One.\nTwo.\n"},
        {"short lines are lines", "Share\nCopy link\nPell objects.\n", "Share\nCopy link\nPell objects.\n"},
        {"wrapped", wrapped + "\nPell objects.\n",
         "The council of Saltmere debated the night ferry for the first/"
         "time on Monday, and it left the hall without a decision after/"
         "four long hours of talk about money, fog and the old harbour.\nPell objects.\n"},
        {"wrapped with a list", wrapped + "- one item of the list\n- another item\n",
         "The council of Saltmere debated the night ferry for the first/"
         "time on Monday, and it left the hall without a decision after/"
         "four long hours of talk about money, fog and the old harbour.\n- one item of the list\n- another "
         "item\n"},
        {"a title above wrapped lines", "Council splits over ferry\n" + wrapped,
         "Council splits over ferry\n"
         "The council of Saltmere debated the night ferry for the first/"
         "time on Monday, and it left the hall without a decision after/"
         "four long hours of talk about money, fog and the old harbour.\n"},
    }));
    INFO(row.what);
    CHECK(shown(row.text) == row.expected);
}

TEST_CASE("trimmed never leaves the span", "[text]") {
    const std::string text = "ab \xC2\xA0 cd";
    CHECK(trimmed(text, {2, 5}) == ByteSpan{5, 5});
    CHECK(trimmed(text, {1, 6}) == ByteSpan{1, 2});
    CHECK(trimmed(text, {0, 0}) == ByteSpan{0, 0});
}
