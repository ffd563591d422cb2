#include "base/vocabulary.hpp"

#include <catch2/catch.hpp>
#include <string>

using stancegraph::Vocabulary;

TEST_CASE("a vocabulary gives equal strings equal symbols, counted in order of first sight") {
    Vocabulary vocabulary;
    const auto first = vocabulary.intern("chip");
    CHECK(first == 1);
    CHECK(vocabulary.intern("sale") == 2);
    CHECK(vocabulary.intern("chip") == first);
    CHECK(vocabulary.intern("") == 0);
    CHECK(vocabulary.text(first) == "chip");
}

TEST_CASE("a cleared vocabulary starts anew with another generation") {
    Vocabulary vocabulary;
    static_cast<void>(vocabulary.intern("chip"));
    const auto generation = vocabulary.generation();
    vocabulary.clear();
    CHECK(vocabulary.generation() != generation);
    CHECK(vocabulary.size() == 1);
    CHECK(vocabulary.intern("sale") == 1);
}

TEST_CASE("a vocabulary knows the lower case of its strings, with straight apostrophes") {
    Vocabulary vocabulary;
    const auto lower_of = [&vocabulary](const char* text) {
        return vocabulary.text(vocabulary.lower(vocabulary.intern(text)));
    };
    CHECK(lower_of("Nvidia") == "nvidia");
    CHECK(lower_of("already") == "already");
    CHECK(lower_of("\u2019S") == "'s");
    CHECK(lower_of("\u00C9LYS\u00C9E") == "\u00E9lys\u00E9e");
    CHECK(lower_of("") == "");
    CHECK(vocabulary.lower(vocabulary.intern("CHIP")) == vocabulary.intern("chip"));
}

TEST_CASE("a vocabulary keeps many and long strings where they are") {
    Vocabulary vocabulary;
    const auto text_of = [](std::uint32_t number) {
        return std::string(number % 5000 == 0 ? 40000 : number % 17, 'x') + std::to_string(number);
    };
    const std::string_view first = vocabulary.text(vocabulary.intern(text_of(1)));
    for (std::uint32_t number = 1; number <= 50000; ++number) {
        REQUIRE(vocabulary.intern(text_of(number)) == number);
    }
    for (std::uint32_t number = 1; number <= 50000; ++number) {
        REQUIRE(vocabulary.text(number) == text_of(number));
    }
    CHECK(first == text_of(1));
}
