#include "training/encoder_training.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "annotate/features.hpp"

using namespace stancegraph;

namespace {

/// Two sentences of seven and three words, whose features are rows of their own.
struct Batch {
    static constexpr std::size_t kWidth = 32;

    Random random{7};
    BatchLayout layout;
    BatchWords words;
    TrainingNetwork network;
    std::vector<float> wish;  ///< The loss is the sum of output * wish.

    Batch() {
        const std::vector<std::size_t> lengths{7, 3};
        layout = lay_out(lengths);
        NetworkShape shape;
        shape.width = kWidth;
        shape.layers = 2;
        shape.hidden = 32;
        shape.tags = 3;
        shape.rows = static_cast<std::size_t>(layout.rows * kFeatureTemplates);
        network = make_network(shape, random);
        for (std::uint32_t row = 0; row < shape.rows; ++row) {
            words.features.push_back(row);
        }
        for (std::size_t at = 0; at < layout.rows * kWidth; ++at) {
            wish.push_back(random.uniform() - 0.5F);
        }
    }

    [[nodiscard]] std::vector<float> output() const {
        EncoderPass pass;
        pass.forward(network, layout, words, nullptr);
        return {pass.output(), pass.output() + layout.rows * kWidth};
    }

    [[nodiscard]] double loss() const {
        const std::vector<float> vectors = output();
        double sum = 0.0;
        for (std::size_t at = 0; at < vectors.size(); ++at) {
            sum += static_cast<double>(vectors[at]) * static_cast<double>(wish[at]);
        }
        return sum;
    }

    [[nodiscard]] Gradients gradients() const {
        Gradients gradients(network);
        EncoderPass pass;
        pass.forward(network, layout, words, nullptr);
        std::copy(wish.begin(), wish.end(), pass.output_gradient());
        pass.backward(network, layout, words, gradients);
        return gradients;
    }

    /// The words whose vectors change with the word in `row`.
    [[nodiscard]] std::vector<std::size_t> reached_from(std::size_t row) {
        const std::vector<float> before = output();
        network.rows[words.features[row * kFeatureTemplates] * kWidth] += 0.5F;
        const std::vector<float> after = output();
        std::vector<std::size_t> reached;
        for (std::size_t other = 0; other < layout.rows; ++other) {
            const auto first = static_cast<std::ptrdiff_t>(other * kWidth);
            if (!std::equal(before.begin() + first, before.begin() + first + kWidth, after.begin() + first)) {
                reached.push_back(other);
            }
        }
        return reached;
    }
};

}  // namespace

TEST_CASE("the encoder's gradients are the differences of its loss", "[training]") {
    Batch batch;
    const Gradients gradients = batch.gradients();
    const auto& at = batch.network.at;
    constexpr float kStep = 5e-4F;
    double all = 0.0;
    int off = 0;
    for (const std::size_t begin :
         {at.convolutions[0], at.convolution_biases[0], at.recurrences[0], at.recurrence_biases[0],
          at.convolutions[1], at.recurrences[1], at.recurrence_biases[1]}) {
        for (std::size_t index = begin; index < begin + 64; index += 3) {
            float& weight = batch.network.dense[index];
            const float kept = weight;
            weight = kept + kStep;
            const double above = batch.loss();
            weight = kept - kStep;
            const double below = batch.loss();
            weight = kept;
            const double expected = (above - below) / (2.0 * static_cast<double>(kStep));
            // A step over a corner of the ReLU makes a difference that is none of the slope.
            off += std::abs(expected - static_cast<double>(gradients.dense[index])) >
                   0.01 + 0.02 * std::abs(expected);
            all += std::abs(expected);
        }
    }
    CHECK(all > 10.0);
    CHECK(off <= 3);
}

TEST_CASE("a word sees its whole sentence and no other", "[training]") {
    Batch batch;
    const std::size_t first = batch.layout.first_row[0];
    const std::vector<std::size_t> sentence{first,     first + 1, first + 2, first + 3,
                                            first + 4, first + 5, first + 6};
    CHECK(batch.reached_from(first) == sentence);
    CHECK(batch.reached_from(first + 6) == sentence);
}
