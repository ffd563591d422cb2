#include <catch2/catch.hpp>
#include <cstddef>
#include <cstring>
#include <random>
#include <tuple>

#include "annotate/analyzer.hpp"
#include "annotate/model_format.hpp"
#include "annotate/segmenter_fixture.hpp"
#include "base/hash.hpp"
#include "support/golden.hpp"

using namespace stancegraph;

namespace {

const std::string& shipped_image() {
    static const std::string image = read_file(STANCEGRAPH_SOURCE_DIR "/core/annotate/english.model");
    return image;
}

std::string problem_of(const std::string& image) {
    std::string problem;
    return Model::load(image, problem) ? "" : problem;
}

/// The image with a checksum that fits its bytes, so that the checks behind the checksum are reached.
std::string signed_anew(std::string image) {
    model_format::Header header;
    image.copy(static_cast<char*>(static_cast<void*>(&header)), sizeof header);
    header.checksum = hash_of(std::string_view(image).substr(sizeof header));
    return image.replace(
        0, sizeof header,
        std::string_view(static_cast<const char*>(static_cast<const void*>(&header)), sizeof header));
}

/// Where the image's sizes begin.
std::size_t sizes_of(const std::string& image) {
    model_format::Header header;
    image.copy(static_cast<char*>(static_cast<void*>(&header)), sizeof header);
    return header.table[static_cast<std::size_t>(model_format::Section::sizes)].offset;
}

}  // namespace

TEST_CASE("the shipped model is sound and small", "[annotate]") {
    CHECK(problem_of(shipped_image()).empty());
    CHECK(shipped_image().size() <= 6'000'000);
    CHECK(Model::built_in().tag_labels().size() > 40);
    CHECK(Model::built_in().lexicon().has("oppose", kVerbBase));
}

TEST_CASE("a damaged model is refused with its fault", "[annotate]") {
    struct Row {
        const char* what;
        std::size_t byte;
        const char* expected;
    };

    const auto row = GENERATE(values<Row>({
        {"magic", 0, "this is no model image"},
        {"version", 8, "the model was made by another version of the program"},
        {"number of sections", 12, "the model was made by another version of the program"},
        {"size", 16, "the model is cut short or has bytes too many"},
        {"checksum", 24, "the model is damaged"},
        {"place of a section", 32, "a section of the model lies outside of it"},
        {"a weight", 2'000'000, "the model is damaged"},
    }));
    INFO(row.what);
    std::string image = shipped_image();
    image[row.byte] = static_cast<char>(image[row.byte] ^ 1);
    CHECK(problem_of(image) == row.expected);
}

TEST_CASE("a model that is cut off anywhere is refused", "[annotate]") {
    for (std::size_t size = 0; size < shipped_image().size(); size += 1 + size / 3) {
        CHECK_FALSE(problem_of(shipped_image().substr(0, size)).empty());
    }
}

TEST_CASE("a model with more layers than its sizes have room for is refused", "[annotate]") {
    std::string image = shipped_image();
    const std::uint32_t layers = std::tuple_size_v<decltype(model_format::Sizes::recurrence_shifts)> + 1;
    std::memcpy(&image[sizes_of(image) + offsetof(model_format::Sizes, layers)], &layers, sizeof layers);
    CHECK(problem_of(signed_anew(std::move(image))) == "the model's sizes are out of bounds");
}

TEST_CASE("a forged model is refused or harmless", "[annotate]") {
    std::mt19937 random(7);
    const Segmented text("Mr. Lee's three unions oppose the new rules, she said.");
    int accepted = 0;
    for (int round = 0; round < 40; ++round) {
        std::string image = shipped_image();
        const std::size_t reach = round % 2 == 0 ? sizeof(model_format::Header) + 4096 : image.size();
        for (int change = 0; change < 3; ++change) {
            const std::size_t at =
                sizeof(model_format::Header) + random() % (reach - sizeof(model_format::Header));
            image[at] = static_cast<char>(random());
        }
        if (round % 4 == 0) {
            // Numbers far too large, or that do not fit the sections.
            image[sizes_of(image) + random() % sizeof(model_format::Sizes)] = static_cast<char>(random());
        }
        std::string problem;
        const std::optional<Model> model = Model::load(signed_anew(std::move(image)), problem);
        CHECK(model.has_value() == problem.empty());
        if (model) {
            ++accepted;
            Vocabulary vocabulary;
            Annotation annotation;
            Segmenter(test_lexicons()).segment(text.document, vocabulary, annotation);
            Analyzer(*model, vocabulary).analyze_all(annotation);
            CHECK(annotation.sentences.front().has_tree);
        }
    }
    CHECK(accepted > 0);
}
