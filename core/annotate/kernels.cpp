#include "annotate/kernels.hpp"

#include <algorithm>

namespace stancegraph {
namespace {

std::int16_t saturated(std::int32_t value) {
    return static_cast<std::int16_t>(std::clamp(value, -32768, 32767));
}

std::int16_t sum_of(std::int16_t left, std::int16_t right) {
    return saturated(std::int32_t{left} + right);
}

std::int32_t rounding(const AffineLayer& layer) {
    return layer.shift == 0 ? 0 : 1 << (layer.shift - 1);
}

/// The sums of one row.
void add_up(const AffineLayer& layer, const std::int16_t* input, std::int32_t start, std::int32_t* sums) {
    for (std::size_t output = 0; output < layer.outputs; ++output) {
        sums[output] = start + (layer.bias != nullptr ? layer.bias[output] : 0);
    }
    constexpr std::size_t kBlock = AffineLayer::kBlock;
    const std::int16_t* weights = layer.weights;
    for (std::size_t block = 0; block < layer.outputs; block += kBlock) {
        for (std::size_t at = 0; at < layer.inputs; at += 2, weights += 2 * kBlock) {
            for (std::size_t output = 0; output < kBlock; ++output) {
                sums[block + output] +=
                    weights[output * 2] * input[at] + weights[output * 2 + 1] * input[at + 1];
            }
        }
    }
}

void score(const AffineLayer& layer, InputRows input, std::int32_t* output, std::size_t output_stride) {
    for (std::size_t row = 0; row < input.count; ++row) {
        add_up(layer, input.data + row * input.stride, 0, output + row * output_stride);
    }
}

void project(const AffineLayer& layer, InputRows input, std::int16_t* output, std::size_t output_stride) {
    std::vector<std::int32_t> sums(layer.outputs);
    for (std::size_t row = 0; row < input.count; ++row) {
        add_up(layer, input.data + row * input.stride, rounding(layer), sums.data());
        for (std::size_t at = 0; at < layer.outputs; ++at) {
            output[row * output_stride + at] = saturated(sums[at] >> layer.shift);
        }
    }
}

void convolve(const AffineLayer& layer, InputRows input, const std::int16_t* residual, std::int16_t* output,
              std::size_t output_stride) {
    std::vector<std::int32_t> sums(layer.outputs);
    for (std::size_t row = 0; row < input.count; ++row) {
        add_up(layer, input.data + row * input.stride, rounding(layer), sums.data());
        for (std::size_t at = 0; at < layer.outputs; ++at) {
            const std::int16_t value = std::max<std::int16_t>(saturated(sums[at] >> layer.shift), 0);
            output[row * output_stride + at] = sum_of(residual[row * output_stride + at], value);
        }
    }
}

void hidden(const std::int16_t* const* rows, std::size_t count, std::size_t width, std::int16_t* output) {
    std::fill_n(output, width, std::int16_t{0});
    for (std::size_t row = 0; row < count; ++row) {
        for (std::size_t at = 0; at < width; ++at) {
            output[at] = sum_of(output[at], rows[row][at]);
        }
    }
    for (std::size_t at = 0; at < width; ++at) {
        output[at] = std::max<std::int16_t>(output[at], 0);
    }
}

void combine(const std::int16_t* word, const std::int16_t* left, const std::int16_t* centre,
             const std::int16_t* right, std::size_t width, std::int16_t* output) {
    for (std::size_t at = 0; at < width; ++at) {
        const std::int16_t sum = sum_of(sum_of(left[at], centre[at]), right[at]);
        output[at] = sum_of(word[at], std::max<std::int16_t>(sum, 0));
    }
}

void recur(const std::int16_t* candidates, const std::int16_t* gates, std::size_t width, std::int16_t* state,
           std::int16_t* output) {
    for (std::size_t at = 0; at < width; ++at) {
        const int gate = std::clamp<int>(gates[at], -kGreatestGate, kGreatestGate);
        const std::int32_t share = saturated(kHalfShare + gate * (1 << kGateShift));
        const std::int32_t step = saturated(candidates[at] - state[at]);
        state[at] = saturated(state[at] + ((share * step + kHalfShare) >> 15));
        output[at] = sum_of(output[at], state[at]);
    }
}

}  // namespace

const Kernels& scalar_kernels() {
    static constexpr Kernels kernels{"scalar", project, convolve, score, hidden, combine, recur};
    return kernels;
}

const Kernels& best_kernels() {
    static const Kernels& best = []() -> const Kernels& {
        for (const Kernels* kernels : {avx512_kernels(), avx2_kernels(), sse2_kernels()}) {
            if (kernels != nullptr) {
                return *kernels;
            }
        }
        return scalar_kernels();
    }();
    return best;
}

}  // namespace stancegraph
