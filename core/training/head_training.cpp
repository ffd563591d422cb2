#include "training/head_training.hpp"

#include <algorithm>
#include <cmath>

#include "training/matrix_product.hpp"

namespace stancegraph {

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

double train_head(const TrainingNetwork& network, const LinearHead& head, const BatchLayout& layout,
                  std::span<const std::int32_t> targets, EncoderPass& encoder, Gradients& gradients) {
    if (std::ranges::all_of(targets, [](std::int32_t target) { return target == kNoTarget; })) {
        return 0.0;
    }
    const std::size_t width = network.shape.width;
    const std::size_t columns = NetworkShape::padded(head.outputs);
    std::vector<float> scores(layout.rows * columns);
    for (std::size_t row = 0; row < layout.rows; ++row) {
        std::copy_n(network.dense.data() + head.bias, columns, scores.data() + row * columns);
    }
    add_product(layout.rows, columns, width, {encoder.output(), width, 1},
                network.dense.data() + head.weights, columns, scores.data(), columns);
    double loss = 0.0;
    for (std::size_t row = 0; row < layout.rows; ++row) {
        const std::span<float> of_row(scores.data() + row * columns, columns);
        if (targets[row] == kNoTarget) {
            std::ranges::fill(of_row, 0.0F);
            continue;
        }
        const auto target = static_cast<std::size_t>(targets[row]);
        softmax(of_row.first(head.outputs));
        std::ranges::fill(of_row.subspan(head.outputs), 0.0F);
        loss -= static_cast<double>(std::log(std::max(of_row[target], 1e-12F)));
        of_row[target] -= 1.0F;
        for (std::size_t column = 0; column < columns; ++column) {
            of_row[column] *= head.loss_weight;
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
