#include "training/encoder_training.hpp"

#include <algorithm>
#include <type_traits>

#include "annotate/features.hpp"
#include "training/matrix_product.hpp"

namespace stancegraph {
namespace {

/// A layer's recurrence among a network's weights, or among their gradients.
template <typename Values>
auto recurrence_in(Values& values, const TrainingNetwork& network, std::size_t layer) {
    return RecurrenceWeights<std::remove_pointer_t<decltype(values.data())>>{
        values.data() + network.at.recurrences[layer], values.data() + network.at.recurrence_biases[layer],
        network.shape.width};
}

}  // namespace

void EncoderPass::forward(const TrainingNetwork& network, const BatchLayout& layout, const BatchWords& words,
                          Random* random) {
    width_ = network.shape.width;
    stages_.resize(2 * network.shape.layers + 1);
    slopes_.resize(network.shape.layers + 1);
    recurrences_.resize(network.shape.layers);
    forward_words(network, layout, words, random);
    for (std::size_t layer = 0; layer < network.shape.layers; ++layer) {
        forward_convolution(network, layout, layer, random);
        recurrences_[layer].forward(recurrence_in(network.dense, network, layer), layout,
                                    stages_[2 * layer + 1], random, stages_[2 * layer + 2]);
    }
    gradient_.assign((layout.rows + 2) * width_, 0.0F);
}

void EncoderPass::forward_words(const TrainingNetwork& network, const BatchLayout& layout,
                                const BatchWords& words, Random* random) {
    stages_[0].assign((layout.rows + 2) * width_, 0.0F);
    fill_dropout(slopes_[0], layout.rows * width_, random);
    const std::size_t size = network.shape.vector_size;
    add_product(layout.rows, width_, size, {words.vectors.data(), size, 1},
                network.dense.data() + network.at.vectors, width_, stages_[0].data() + width_, width_);
    for (std::size_t row = 0; row < layout.rows; ++row) {
        if (!layout.is_word[row]) {
            continue;
        }
        float* vector = stages_[0].data() + (row + 1) * width_;
        for (std::size_t which = 0; which < kFeatureTemplates; ++which) {
            const float* feature =
                network.rows.data() + words.features[row * kFeatureTemplates + which] * width_;
            for (std::size_t index = 0; index < width_; ++index) {
                vector[index] += feature[index];
            }
        }
        for (std::size_t index = 0; index < width_; ++index) {
            vector[index] *= slopes_[0][row * width_ + index];
        }
    }
}

void EncoderPass::forward_convolution(const TrainingNetwork& network, const BatchLayout& layout,
                                      std::size_t layer, Random* random) {
    const std::vector<float>& input = stages_[2 * layer];
    const float* bias = network.dense.data() + network.at.convolution_biases[layer];
    sums_.resize(layout.rows * width_);
    for (std::size_t row = 0; row < layout.rows; ++row) {
        std::copy_n(bias, width_, sums_.begin() + static_cast<std::ptrdiff_t>(row * width_));
    }
    // The window of a row is three rows that lie one behind the other: an overlapping view needs no copy.
    add_product(layout.rows, width_, 3 * width_, {input.data(), width_, 1},
                network.dense.data() + network.at.convolutions[layer], width_, sums_.data(), width_);
    std::vector<float>& stage = stages_[2 * layer + 1];
    stage = input;
    std::vector<float>& slopes = slopes_[layer + 1];
    fill_dropout(slopes, layout.rows * width_, random);
    for (std::size_t row = 0; row < layout.rows; ++row) {
        float* output = stage.data() + (row + 1) * width_;
        for (std::size_t at = row * width_; at < (row + 1) * width_; ++at, ++output) {
            slopes[at] = layout.is_word[row] && sums_[at] > 0.0F ? slopes[at] : 0.0F;
            *output += slopes[at] * sums_[at];
        }
    }
}

void EncoderPass::backward(const TrainingNetwork& network, const BatchLayout& layout, const BatchWords& words,
                           Gradients& gradients) {
    for (std::size_t layer = network.shape.layers; layer-- > 0;) {
        recurrences_[layer].backward(recurrence_in(network.dense, network, layer), layout,
                                     stages_[2 * layer + 1], recurrence_in(gradients.dense, network, layer),
                                     gradient_);
        backward_convolution(network, layout, layer, gradients);
    }
    backward_words(network, layout, words, gradients);
}

void EncoderPass::backward_words(const TrainingNetwork& network, const BatchLayout& layout,
                                 const BatchWords& words, Gradients& gradients) {
    for (std::size_t row = 0; row < layout.rows; ++row) {
        float* gradient = gradient_.data() + (row + 1) * width_;
        for (std::size_t index = 0; index < width_; ++index) {
            gradient[index] *= slopes_[0][row * width_ + index];
        }
        for (std::size_t which = 0; layout.is_word[row] && which < kFeatureTemplates; ++which) {
            float* target = gradients.row(words.features[row * kFeatureTemplates + which], width_);
            for (std::size_t index = 0; index < width_; ++index) {
                target[index] += gradient[index];
            }
        }
    }
    const std::size_t size = network.shape.vector_size;
    add_product(size, width_, layout.rows, {words.vectors.data(), 1, size}, gradient_.data() + width_, width_,
                gradients.dense.data() + network.at.vectors, width_);
}

void EncoderPass::backward_convolution(const TrainingNetwork& network, const BatchLayout& layout,
                                       std::size_t layer, Gradients& gradients) {
    const std::vector<float>& slopes = slopes_[layer + 1];
    float* bias_gradient = gradients.dense.data() + network.at.convolution_biases[layer];
    for (std::size_t row = 0; row < layout.rows; ++row) {
        for (std::size_t index = 0; index < width_; ++index) {
            const std::size_t at = row * width_ + index;
            // `gradient_` is that of the layer's output; the sum's gradient takes the place of the sum.
            sums_[at] = layout.is_word[row] ? gradient_[at + width_] * slopes[at] : 0.0F;
            bias_gradient[index] += sums_[at];
        }
    }
    add_product(3 * width_, width_, layout.rows, {stages_[2 * layer].data(), 1, width_}, sums_.data(), width_,
                gradients.dense.data() + network.at.convolutions[layer], width_);
    transpose(network.dense.data() + network.at.convolutions[layer], 3 * width_, width_, transposed_);
    for (std::size_t place = 0; place < 3; ++place) {
        add_product(layout.rows, width_, width_, {sums_.data(), width_, 1},
                    transposed_.data() + place * width_, 3 * width_, gradient_.data() + place * width_,
                    width_);
    }
    for (std::size_t row = 0; row < layout.rows + 2; ++row) {
        if (row == 0 || row > layout.rows || !layout.is_word[row - 1]) {
            std::fill_n(gradient_.begin() + static_cast<std::ptrdiff_t>(row * width_), width_, 0.0F);
        }
    }
}

}  // namespace stancegraph
