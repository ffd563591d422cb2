#include "training/recurrence_training.hpp"

#include <algorithm>

#include "annotate/kernels.hpp"
#include "annotate/model_format.hpp"
#include "training/matrix_product.hpp"

namespace stancegraph {
namespace {

/// What the kernels' whole numbers amount to.
constexpr float kGateSlope = static_cast<float>(1U << (model_format::kStreamBits + kGateShift)) / 32768.0F;

float share_of(float gate) {
    return std::clamp(0.5F + kGateSlope * gate, 0.0F, 1.0F);
}

}  // namespace

void RecurrencePass::forward(const RecurrenceWeights<const float>& own, const BatchLayout& layout,
                             const std::vector<float>& input, Random* random, std::vector<float>& output) {
    width_ = own.width;
    const std::size_t columns = 2 * width_;
    sums_.resize(layout.rows * columns);
    for (std::size_t row = 0; row < layout.rows; ++row) {
        std::copy_n(own.bias, columns, sums_.begin() + static_cast<std::ptrdiff_t>(row * columns));
    }
    add_product(layout.rows, columns, width_, {input.data() + width_, width_, 1}, own.weights, columns,
                sums_.data(), columns);
    // The states of empty rows stay zero: each sentence begins anew from both ends.
    states_.assign((layout.rows + 2) * width_, 0.0F);
    for (std::size_t row = 0; row < layout.rows; ++row) {
        if (layout.is_word[row]) {
            step_forward(row, 0, row);
        }
    }
    for (std::size_t row = layout.rows; row-- > 0;) {
        if (layout.is_word[row]) {
            step_forward(row, width_ / 2, row + 2);
        }
    }
    fill_dropout(slopes_, layout.rows * width_, random);
    output = input;
    for (std::size_t at = 0; at < slopes_.size(); ++at) {
        output[width_ + at] += slopes_[at] * states_[width_ + at];
    }
}

void RecurrencePass::step_forward(std::size_t row, std::size_t begin, std::size_t before) {
    const float* candidates = sums_.data() + row * 2 * width_;
    const float* gates = candidates + width_;
    const float* old = states_.data() + before * width_;
    float* state = states_.data() + (row + 1) * width_;
    for (std::size_t index = begin; index < begin + width_ / 2; ++index) {
        state[index] = old[index] + share_of(gates[index]) * (candidates[index] - old[index]);
    }
}

void RecurrencePass::step_backward(std::size_t row, std::size_t begin, std::size_t before,
                                   const std::vector<float>& gradient) {
    float* candidates = sums_.data() + row * 2 * width_;
    float* gates = candidates + width_;
    const float* old = states_.data() + before * width_;
    for (std::size_t index = begin; index < begin + width_ / 2; ++index) {
        const float share = share_of(gates[index]);
        const std::size_t at = (row + 1) * width_ + index;
        const float of_state = carried_[at] + gradient[at] * slopes_[row * width_ + index];
        carried_[before * width_ + index] = of_state * (1.0F - share);
        const bool is_open = share > 0.0F && share < 1.0F;
        gates[index] = is_open ? of_state * (candidates[index] - old[index]) * kGateSlope : 0.0F;
        candidates[index] = of_state * share;
    }
}

void RecurrencePass::backward(const RecurrenceWeights<const float>& own, const BatchLayout& layout,
                              const std::vector<float>& input, const RecurrenceWeights<float>& gradients,
                              std::vector<float>& gradient) {
    const std::size_t columns = 2 * width_;
    carried_.assign(states_.size(), 0.0F);
    for (std::size_t row = layout.rows; row-- > 0;) {
        if (layout.is_word[row]) {
            step_backward(row, 0, row, gradient);
        }
    }
    for (std::size_t row = 0; row < layout.rows; ++row) {
        if (layout.is_word[row]) {
            step_backward(row, width_ / 2, row + 2, gradient);
        } else {
            std::fill_n(sums_.begin() + static_cast<std::ptrdiff_t>(row * columns), columns, 0.0F);
        }
    }
    for (std::size_t at = 0; at < sums_.size(); ++at) {
        gradients.bias[at % columns] += sums_[at];
    }
    add_product(width_, columns, layout.rows, {input.data() + width_, 1, width_}, sums_.data(), columns,
                gradients.weights, columns);
    transpose(own.weights, width_, columns, transposed_);
    add_product(layout.rows, width_, columns, {sums_.data(), columns, 1}, transposed_.data(), width_,
                gradient.data() + width_, width_);
}

}  // namespace stancegraph
