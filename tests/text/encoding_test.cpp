#include <catch2/catch.hpp>

#include "base/utf8.hpp"
#include "text/encoding.hpp"
#include "text/html_charset.hpp"

using namespace stancegraph;
using namespace std::string_literals;

TEST_CASE("utf8_text keeps valid UTF-8 byte for byte", "[text]") {
    Diagnostics diagnostics;
    const std::string text = "caf\xC3\xA9 \xF0\x9F\x98\x80\r\nend\n";
    CHECK(utf8_text("a.txt", text, diagnostics) == text);
    CHECK(utf8_text("a.txt", "\xEF\xBB\xBF" + text, diagnostics) == text);
    CHECK(diagnostics.is_empty());
}

TEST_CASE("utf8_text converts UTF-16 with a mark", "[text]") {
    Diagnostics diagnostics;
    CHECK(utf8_text("a.txt", "\xFF\xFEH\0i\0 \0\x3D\xD8\x00\xDE"s, diagnostics) == "Hi \xF0\x9F\x98\x80");
    CHECK(utf8_text("a.txt", "\xFE\xFF\0H\0i"s, diagnostics) == "Hi");
    // A lone surrogate.
    CHECK(utf8_text("a.txt", "\xFF\xFE\x3D\xD8x\0"s, diagnostics) == "\xEF\xBF\xBDx");
    CHECK(diagnostics.is_empty());
}

TEST_CASE("utf8_text reports ill-formed bytes with the place of the first and their number", "[text]") {
    Diagnostics diagnostics;
    CHECK(utf8_text("a.txt", "one\ntwo \xE9t\xE9\n", diagnostics) == "one\ntwo \xEF\xBF\xBDt\xEF\xBF\xBD\n");
    CHECK(render(diagnostics) ==
          "a.txt:2:5: warning[SG2004]: 2 byte sequences are not valid UTF-8 and were replaced, the first at "
          "offset 8\n"
          "    2 | two \\u{fffd}t\\u{fffd}\n"
          "      |     ^~~~~~~~\n"
          "help: if the file is in another encoding, convert it: iconv -f WINDOWS-1252 -t UTF-8\n");
}

TEST_CASE("binary_kind knows files that are no text", "[text]") {
    CHECK(binary_kind("%PDF-1.7 \x01") == "PDF document");
    CHECK(binary_kind("PK\x03\x04rest") == "ZIP archive or office document");
    CHECK(binary_kind("abc\0def"s) == "binary file");
    CHECK(binary_kind("\xFF\xFEH\0i\0"s).empty());
    CHECK(binary_kind("Nothing but text.").empty());
    CHECK(binary_kind("").empty());
}

TEST_CASE("page_to_utf8 reads a page by its mark, its bytes, its declaration", "[text]") {
    struct Row {
        std::string what;
        std::string bytes;
        std::string expected;
        std::string report;
    };

    const auto row = GENERATE(values<Row>({
        {"declared", "<meta charset=\"windows-1252\">\x93Hi\x94", "<meta charset=\"windows-1252\">“Hi”", ""},
        {"by content type", "<META http-equiv=Content-Type content='text/html; charset=ISO-8859-2'>\xB9",
         "<META http-equiv=Content-Type content='text/html; charset=ISO-8859-2'>š", ""},
        {"latin 1 means windows", "<meta charset=latin1>\x93", "<meta charset=latin1>“", ""},
        {"undeclared", "caf\xE9", "café", ""},
        {"declared wrongly, but UTF-8", "<meta charset=latin1>caf\xC3\xA9", "<meta charset=latin1>café", ""},
        {"xml", "<?xml version='1.0' encoding='ISO-8859-15'?>\xA4",
         "<?xml version='1.0' encoding='ISO-8859-15'?>€", ""},
        {"unknown", "<meta charset=klingon>\xE9", "<meta charset=klingon>é", "SG2033"},
        {"UTF-8 with a fault", "<meta charset=utf-8>caf\xE9", "<meta charset=utf-8>caf\uFFFD", "SG2004"},
        {"not even windows", "a\x81z", "a\uFFFDz", "SG2004"},
    }));
    INFO(row.what);
    Diagnostics diagnostics;
    CHECK(page_to_utf8("a.html", row.bytes, diagnostics) == row.expected);
    CHECK((diagnostics.is_empty() ? "" : diagnostics.all().front().code) == row.report);
}
