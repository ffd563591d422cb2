#include "training/head_training.hpp"

#include <algorithm>
#include <cmath>

#include "annotate/name_finder.hpp"
#include "training/matrix_product.hpp"

namespace stancegraph {
namespace {

constexpr float kTagWeight = 0.5F;
constexpr float kNameWeight = 0.5F;

}  // namespace

LinearHead tag_head(const TrainingNetwork& network) {
    return {network.at.tags, network.at.tag_bias, network.shape.tags, kTagWeight};
}

LinearHead name_head(const TrainingNetwork& network) {
    return {network.at.names, network.at.name_bias, kNameTags, kNameWeight};
}

void softmax(std::span<float> scores) {
    const float greatest = *std::ranges::max_element(scores);
    float sum = 0.0F;
    for (float& score : scores) {
        score = std::exp(score - greatest);
        sum += score;
    }
    for (float& score : scores) {
        score /= sum;
    }
}

std::vector<float> head_probabilities(const TrainingNetwork& network, const LinearHead& head,
                                      const BatchLayout& layout, const EncoderPass& encoder) {
    const std::size_t width = network.shape.width;
    const std::size_t columns = NetworkShape::padded(head.outputs);
    std::vector<float> scores(layout.rows * columns);
    for (std::size_t row = 0; row < layout.rows; ++row) {
        std::copy_n(network.dense.data() + head.bias, columns, scores.data() + row * columns);
    }
    add_product(layout.rows, columns, width, {encoder.output(), width, 1},
                network.dense.data() + head.weights, columns, scores.data(), columns);
    for (std::size_t row = 0; row < layout.rows; ++row) {
        const std::span<float> of_row(scores.data() + row * columns, columns);
        softmax(of_row.first(head.outputs));
        std::ranges::fill(of_row.subspan(head.outputs), 0.0F);
    }
    return scores;
}

namespace {

/// Turns a row's probabilities into the gradient of the loss; gives the loss.
double learn(std::span<float> row, std::size_t target, float loss_weight) {
    const double loss = -static_cast<double>(std::log(std::max(row[target], 1e-12F)));
    row[target] -= 1.0F;
    for (float& value : row) {
        value *= loss_weight;
    }
    return loss;
}

}  // namespace

double train_head(const EncodedBatch& batch, const LinearHead& head, std::span<const std::int32_t> targets) {
    if (std::ranges::all_of(targets, [](std::int32_t target) { return target == kNoTarget; })) {
        return 0.0;
    }
    const auto& [network, layout, encoder, gradients] = batch;
    const std::size_t width = network.shape.width;
    const std::size_t columns = NetworkShape::padded(head.outputs);
    std::vector<float> scores = head_probabilities(network, head, layout, encoder);
    double loss = 0.0;
    for (std::size_t row = 0; row < layout.rows; ++row) {
        const std::span<float> of_row(scores.data() + row * columns, columns);
        if (targets[row] == kNoTarget) {
            std::ranges::fill(of_row, 0.0F);
            continue;
        }
        loss += learn(of_row, static_cast<std::size_t>(targets[row]), head.loss_weight);
        for (std::size_t column = 0; column < columns; ++column) {
            gradients.dense[head.bias + column] += of_row[column];
        }
    }
    add_product(width, columns, layout.rows, {encoder.output(), 1, width}, scores.data(), columns,
                gradients.dense.data() + head.weights, columns);
    std::vector<float> transposed;
    transpose(network.dense.data() + head.weights, width, columns, transposed);
    add_product(layout.rows, width, columns, {scores.data(), columns, 1}, transposed.data(), width,
                encoder.output_gradient(), width);
    return loss;
}

}  // namespace stancegraph
