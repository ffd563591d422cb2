#include "base/vocabulary.hpp"

#include <catch2/catch.hpp>

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
