#include "training/word_vectors.hpp"

#include <catch2/catch.hpp>

#include "annotate/features.hpp"

using namespace stancegraph;

namespace {

std::vector<float> vector_of(const WordVectors& vectors, std::string_view word) {
    const auto which = static_cast<std::size_t>(FeatureTemplate::word);
    const std::uint32_t place = vectors.find(feature_keys(word, false, FormLexicon())[which]);
    if (place == WordVectors::kNone) {
        return {};
    }
    const auto first = vectors.values.begin() + static_cast<std::ptrdiff_t>(place * vectors.size);
    return {first, first + static_cast<std::ptrdiff_t>(vectors.size)};
}

}  // namespace

TEST_CASE("word vectors are read line by line", "[training]") {
    const WordVectors vectors = parse_word_vectors("the 1 2.5 -3\nPort 4 5 6e-1");
    CHECK(vectors.size == 3);
    CHECK(vector_of(vectors, "the") == std::vector<float>{1.0F, 2.5F, -3.0F});
    CHECK(vector_of(vectors, "port") == std::vector<float>{4.0F, 5.0F, 0.6F});
    CHECK(vector_of(vectors, "ship").empty());
}

TEST_CASE("lines that are no vector are left out, and keep their rank", "[training]") {
    const WordVectors vectors = parse_word_vectors(
        "3 2\n"
        "the 1 2\n"
        "short 1\n"
        "long 1 2 3\n"
        "wrong 1 x\n"
        " 1 2\n"
        "\n"
        "last 3 4\n");
    CHECK(vectors.size == 2);
    CHECK(vector_of(vectors, "the") == std::vector<float>{1.0F, 2.0F});
    CHECK(vector_of(vectors, "last") == std::vector<float>{3.0F, 4.0F});
    REQUIRE(vectors.keys.size() == 2);
    CHECK(std::vector<std::uint32_t>{1, 7} ==
          std::vector<std::uint32_t>{std::min(vectors.ranks[0], vectors.ranks[1]),
                                     std::max(vectors.ranks[0], vectors.ranks[1])});
}

TEST_CASE("words that are one feature have the vector of the commonest", "[training]") {
    const WordVectors vectors = parse_word_vectors("1984 1 2\n1985 3 4\n");
    CHECK(vectors.keys.size() == 1);
    CHECK(vector_of(vectors, "1999") == std::vector<float>{1.0F, 2.0F});
}

TEST_CASE("no text gives no vectors", "[training]") {
    CHECK(parse_word_vectors("").size == 0);
    CHECK(parse_word_vectors("\n\nword\n").size == 0);
}
