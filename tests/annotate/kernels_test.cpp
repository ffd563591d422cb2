#include "annotate/kernels.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "annotate/analyzer.hpp"
#include "annotate/segmenter_fixture.hpp"
#include "support/golden.hpp"

using namespace stancegraph;

namespace {

/// All sets of this machine but the plain loops.
std::vector<const Kernels*> vector_kernels() {
    std::vector<const Kernels*> sets;
    for (const Kernels* kernels : {sse2_kernels(), avx2_kernels(), avx512_kernels()}) {
        if (kernels != nullptr) {
            sets.push_back(kernels);
        }
    }
    return sets;
}

template <typename T>
std::vector<T> random_numbers(std::mt19937& random, std::size_t count, int bound) {
    std::uniform_int_distribution<int> numbers(-bound, bound);
    std::vector<T> values(count);
    for (T& value : values) {
        value = static_cast<T>(numbers(random));
    }
    return values;
}

/// A layer with inputs of any size, whose weights are as large as the model's check allows.
struct RandomLayer {
    std::size_t inputs;
    std::size_t outputs;
    std::vector<std::int16_t> weights;
    std::vector<std::int32_t> bias;
    AffineLayer layer;

    RandomLayer(std::mt19937& random, std::size_t input_count, std::size_t output_count, bool has_bias)
        : inputs(input_count),
          outputs(output_count),
          weights(random_numbers<std::int16_t>(random, inputs * outputs, static_cast<int>(65000 / inputs))),
          bias(random_numbers<std::int32_t>(random, outputs, 1'000'000)),
          layer{weights.data(), has_bias ? bias.data() : nullptr, static_cast<std::uint32_t>(inputs),
                static_cast<std::uint32_t>(outputs), static_cast<std::uint32_t>(random() % 14)} {}
};

/// Everything that analysis has written, one line a token.
std::string dump(const Annotation& annotation, const Vocabulary& vocabulary) {
    std::string text;
    for (TokenIndex token = 0; token < annotation.token_count(); ++token) {
        text.append(vocabulary.text(annotation.form[token])).append("\t");
        text.append(vocabulary.text(annotation.lemma[token])).append("\t");
        text.append(name_of(annotation.xpos[token])).append("\t").append(name_of(annotation.upos[token]));
        text.append("\t").append(std::to_string(annotation.head[token])).append("\t");
        text.append(name_of(annotation.deprel[token])).append("\n");
    }
    for (const Name& name : annotation.names) {
        text.append(std::to_string(name.tokens.begin)).append("-").append(std::to_string(name.tokens.end));
        text.append(" ").append(std::to_string(static_cast<int>(name.kind))).append("\n");
    }
    return text;
}

std::string analyzed(const Document& document, const Kernels& kernels) {
    Vocabulary vocabulary;
    Annotation annotation;
    Segmenter(test_lexicons()).segment(document, vocabulary, annotation);
    Analyzer(Model::built_in(), vocabulary, {}, kernels).analyze_all(annotation);
    return dump(annotation, vocabulary);
}

}  // namespace

TEST_CASE("vector layers give the numbers of the plain loops", "[annotate]") {
    std::mt19937 random(11);
    for (const Kernels* kernels : vector_kernels()) {
        INFO(kernels->name);
        for (int round = 0; round < 60; ++round) {
            const RandomLayer random_layer(random, 32 * (1 + random() % 9), 32 * (1 + random() % 5),
                                           random() % 2 == 0);
            const AffineLayer& layer = random_layer.layer;
            const std::size_t rows = random() % 20;
            const std::size_t stride = layer.inputs - random() % 2 * 32;
            const int reach = random() % 2 == 0 ? 32767 : 2000;
            const auto input = random_numbers<std::int16_t>(random, rows * stride + layer.inputs, reach);
            const auto residual = random_numbers<std::int16_t>(random, rows * layer.outputs, 32767);
            const InputRows view{input.data(), stride, rows};
            std::vector<std::int16_t> narrow[4];
            std::vector<std::int32_t> wide[2];
            int set = 0;
            for (const Kernels* each : {&scalar_kernels(), kernels}) {
                narrow[set].resize(rows * layer.outputs);
                narrow[set + 2].resize(rows * layer.outputs);
                wide[set].resize(rows * layer.outputs);
                each->project(layer, view, narrow[set].data(), layer.outputs);
                each->convolve(layer, view, residual.data(), narrow[set + 2].data(), layer.outputs);
                each->score(layer, view, wide[set].data(), layer.outputs);
                ++set;
            }
            REQUIRE(narrow[0] == narrow[1]);
            REQUIRE(narrow[2] == narrow[3]);
            REQUIRE(wide[0] == wide[1]);
        }
    }
}

TEST_CASE("vector sums saturate like the plain loops", "[annotate]") {
    std::mt19937 random(12);
    for (const Kernels* kernels : vector_kernels()) {
        INFO(kernels->name);
        for (int round = 0; round < 60; ++round) {
            const std::size_t width = 32 * (1 + random() % 4);
            const std::size_t count = 1 + random() % 20;
            const auto numbers =
                random_numbers<std::int16_t>(random, count * width, round % 2 == 0 ? 32767 : 9000);
            std::vector<const std::int16_t*> rows;
            for (std::size_t row = 0; row < count; ++row) {
                rows.push_back(numbers.data() + row * width);
            }
            std::vector<std::int16_t> expected(width);
            std::vector<std::int16_t> actual(width);
            scalar_kernels().hidden(rows.data(), count, width, expected.data());
            kernels->hidden(rows.data(), count, width, actual.data());
            REQUIRE(actual == expected);
            const auto row = [&](std::size_t index) { return rows[index % count]; };
            scalar_kernels().combine(row(0), row(1), row(2), row(3), width, expected.data());
            kernels->combine(row(0), row(1), row(2), row(3), width, actual.data());
            REQUIRE(actual == expected);
        }
    }
}

TEST_CASE("vector recurrences give the numbers of the plain loops", "[annotate]") {
    std::mt19937 random(14);
    for (const Kernels* kernels : vector_kernels()) {
        INFO(kernels->name);
        for (int round = 0; round < 60; ++round) {
            const std::size_t width = 16 * (1 + random() % 5);
            const int reach = round % 2 == 0 ? 32767 : 1500;
            std::vector<std::int16_t> states[2];
            states[0] = random_numbers<std::int16_t>(random, width, reach);
            states[1] = states[0];
            for (int word = 0; word < 5; ++word) {
                const auto candidates = random_numbers<std::int16_t>(random, width, reach);
                const auto gates = random_numbers<std::int16_t>(random, width, reach);
                std::vector<std::int16_t> outputs[2];
                outputs[0] = random_numbers<std::int16_t>(random, width, reach);
                outputs[1] = outputs[0];
                scalar_kernels().recur(candidates.data(), gates.data(), width, states[0].data(),
                                       outputs[0].data());
                kernels->recur(candidates.data(), gates.data(), width, states[1].data(), outputs[1].data());
                REQUIRE(states[0] == states[1]);
                REQUIRE(outputs[0] == outputs[1]);
            }
        }
    }
}

TEST_CASE("a recurrence keeps, halves or takes the candidate with its gate", "[annotate]") {
    const std::vector<std::int16_t> candidates(16, 1000);
    std::vector<std::int16_t> gates(16, 0);
    gates[0] = -kGreatestGate;
    gates[1] = kGreatestGate;
    gates[2] = 32767;
    std::vector<std::int16_t> state(16, 200);
    std::vector<std::int16_t> output(16, 7);
    scalar_kernels().recur(candidates.data(), gates.data(), 16, state.data(), output.data());
    CHECK(std::vector(state.begin(), state.begin() + 4) == std::vector<std::int16_t>{200, 1000, 1000, 600});
    CHECK(std::vector(output.begin(), output.begin() + 4) == std::vector<std::int16_t>{207, 1007, 1007, 607});
}

TEST_CASE("every machine gives the same tags, trees and names", "[annotate]") {
    std::mt19937 random(13);
    const std::vector<std::string> words{"Dr.",     "Lee",  "says",   "the",  "ferries", ",",
                                         "which",   "\"",   "were",   "not",  "Harbour", "who",
                                         "opposes", "new",  "in",     "2025", ".",       "Port",
                                         "it",      "that", "warned", "of",   "—",       "xqzt-9"};
    std::string noise;
    for (int word = 0; word < 600; ++word) {
        noise.append(words[random() % words.size()]).append(random() % 40 == 0 ? "\n" : " ");
    }
    const std::string article = read_file(STANCEGRAPH_SOURCE_DIR "/README.md");
    for (const std::string& text : {noise, article}) {
        const Document document = document_of_lines(text);
        const std::string expected = analyzed(document, scalar_kernels());
        CHECK(expected.size() > 1000);
        for (const Kernels* kernels : vector_kernels()) {
            INFO(kernels->name);
            CHECK(analyzed(document, *kernels) == expected);
        }
    }
}
