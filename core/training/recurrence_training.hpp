#pragma once

#include <cstdint>
#include <vector>

#include "training/batch_layout.hpp"

namespace stancegraph {

/// Where a recurrence's weights lie (width by 2 * width: candidates, then gates), or their gradients.
template <typename Float>
struct RecurrenceWeights {
    Float* weights = nullptr;
    Float* bias = nullptr;
    std::size_t width = 0;
};

/// The forward and backward pass of one layer's recurrence over one batch, with dropout: half of the numbers
/// run over each sentence from its begin, half from its end.
class RecurrencePass {
public:
    /// `input` has the layout's rows, one spare row before and after; `output` becomes input + states.
    /// Without `random` nothing is dropped.
    void forward(const RecurrenceWeights<const float>& own, const BatchLayout& layout,
                 const std::vector<float>& input, Random* random, std::vector<float>& output);
    /// Turns the gradient of the output into that of the input and adds to `gradients`. Precondition: the
    /// arguments of `forward`.
    void backward(const RecurrenceWeights<const float>& own, const BatchLayout& layout,
                  const std::vector<float>& input, const RecurrenceWeights<float>& gradients,
                  std::vector<float>& gradient);

private:
    void step_forward(std::size_t row, std::size_t begin, std::size_t before);
    void step_backward(std::size_t row, std::size_t begin, std::size_t before,
                       const std::vector<float>& gradient);

    std::size_t width_ = 0;
    std::vector<float> sums_;     ///< For each row candidates and gates; on the way back their gradients.
    std::vector<float> states_;   ///< For each row, one spare row before and after.
    std::vector<float> slopes_;   ///< d(output)/d(state): dropout.
    std::vector<float> carried_;  ///< The gradient of a state that the next word brings.
    std::vector<float> transposed_;
};

}  // namespace stancegraph
