#include "base/utf8.hpp"

#include <catch2/catch.hpp>

using namespace stancegraph;

TEST_CASE("ill-formed sequences become one replacement for each maximal subpart") {
    struct Row {
        const char* what;
        std::string bytes;
        std::string repaired;
        std::vector<std::uint32_t> faults;
    };

    // The Unicode Standard, chapter 3.9, tables 3-8 to 3-11.
    const auto row = GENERATE(values<Row>({
        {"well-formed", "aé中😀", "aé中😀", {}},
        {"overlong", "\xC0\xAF\xE0\x80\xBF", "�����", {0, 1, 2, 3, 4}},
        {"surrogates", "\xED\xA0\x80\xED\xBF\xBF", "������", {0, 1, 2, 3, 4, 5}},
        {"beyond Unicode",
         "\xF4\x91\x92\x93\xFF"
         "A",
         "�����A",
         {0, 1, 2, 3, 4}},
        {"truncated",
         "\xE1\x80\xE2\xF0\x91\x92\xF1\xBF"
         "A",
         "����A",
         {0, 2, 3, 6}},
        {"at the end", "a\xE4\xB8", "a�", {1}},
        {"stray continuation", "\x80", "�", {0}},
    }));
    INFO(row.what);
    const auto repaired = utf8::repair(row.bytes);
    CHECK(repaired.text == row.repaired);
    CHECK(repaired.faults == row.faults);
    CHECK(utf8::is_valid(row.bytes) == row.faults.empty());
    CHECK(utf8::is_valid(repaired.text));
}

TEST_CASE("encoding and decoding are inverse for all code points") {
    for (char32_t code = 0; code <= 0x10FFFF; ++code) {
        if (code >= 0xD800 && code <= 0xDFFF) {
            continue;
        }
        std::string text;
        utf8::append(text, code);
        const utf8::Decoded decoded = utf8::decode(text);
        if (decoded.code_point != code || decoded.size != text.size() || !decoded.is_valid) {
            FAIL("code point " << static_cast<std::uint32_t>(code));
        }
    }
}

TEST_CASE("lengths are counted in code points and in columns") {
    CHECK(utf8::count_code_points("aé中") == 3);
    CHECK(utf8::display_width("aé中") == 4);
    CHECK(utf8::display_width("e\xCC\x81") == 1);  // a combining accent takes no column
    CHECK(utf8::count_code_points("\xFF\xFE") == 2);
}

TEST_CASE("letters are told apart and lowered without a locale") {
    CHECK(utf8::to_lower("ÀÉ I Straße ΣΑΣ") == "àé i straße σασ");
    CHECK(utf8::is_capitalised("“Émile"));
    CHECK_FALSE(utf8::is_capitalised("\"iPhone"));
    CHECK_FALSE(utf8::is_capitalised("123"));
    CHECK(utf8::is_upper(U'É'));
    CHECK_FALSE(utf8::is_letter(U'3'));
    CHECK(utf8::is_space(0x00A0));
    CHECK(utf8::is_space(0x2028));
}

TEST_CASE("characters that hide or turn text are shown by their number") {
    CHECK(utf8::visible("a\tb") == "a\\u{9}b");
    CHECK(utf8::visible("\xE2\x80\xAE"
                        "x\xE2\x80\x8B") == "\\u{202e}x\\u{200b}");
    CHECK(utf8::visible("é中") == "é中");
}
