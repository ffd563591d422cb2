#include "annotate/features.hpp"

#include <catch2/catch.hpp>

using namespace stancegraph;

TEST_CASE("quotation marks of all styles are one word to the network", "[annotate]") {
    const FormLexicon lexicon;
    for (const std::string_view mark : {"\u201C", "\u201D", "''", "``"}) {
        INFO(mark);
        CHECK(feature_keys(mark, false, lexicon) == feature_keys("\"", false, lexicon));
        CHECK(normalised(mark) == "\"");
    }
    CHECK(feature_keys("'", false, lexicon) != feature_keys("\"", false, lexicon));
}

TEST_CASE("a word is the same word in lower case and with other digits", "[annotate]") {
    const FormLexicon lexicon;
    const auto word = static_cast<std::size_t>(FeatureTemplate::word);
    const auto shape = static_cast<std::size_t>(FeatureTemplate::shape);
    CHECK(feature_keys("Port", false, lexicon)[word] == feature_keys("port", false, lexicon)[word]);
    CHECK(feature_keys("Port", false, lexicon)[shape] != feature_keys("port", false, lexicon)[shape]);
    CHECK(feature_keys("Port", true, lexicon)[shape] != feature_keys("Port", false, lexicon)[shape]);
    CHECK(feature_keys("1984", false, lexicon) == feature_keys("2025", false, lexicon));
}
