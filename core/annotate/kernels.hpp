#pragma once

#include <cstddef>
#include <cstdint>

#include "annotate/model.hpp"

namespace stancegraph {

/// Rows of int16 numbers: row i begins at data + i * stride.
struct InputRows {
    const std::int16_t* data = nullptr;
    std::size_t stride = 0;
    std::size_t count = 0;
};

/// The share that a recurrence takes of a candidate, in steps of 2^-15: one half for a gate of 0,
/// 2^kGateShift more or less for each step of the gate, within 0 and all.
inline constexpr int kGateShift = 4;
inline constexpr std::int16_t kHalfShare = 1 << 14;
inline constexpr std::int16_t kGreatestGate = kHalfShare >> kGateShift;

/// The inner loops of the network, in whole numbers. All sets give the same results, bit for bit: sums cannot
/// overflow (Model checks that), so their order does not matter; roundings and saturations are the same. Rows
/// are read `layer.inputs` numbers long, so a stride shorter than that makes overlapping windows.
struct Kernels {
    const char* name = "";
    /// output = saturated((bias + sum) / 2^shift, rounded half up).
    void (*project)(const AffineLayer& layer, InputRows input, std::int16_t* output,
                    std::size_t output_stride);
    /// output = saturated(residual + max(0, projected)); `residual` has the rows and the stride of `output`.
    void (*convolve)(const AffineLayer& layer, InputRows input, const std::int16_t* residual,
                     std::int16_t* output, std::size_t output_stride);
    /// output = bias + sum.
    void (*score)(const AffineLayer& layer, InputRows input, std::int32_t* output, std::size_t output_stride);
    /// output = max(0, saturated sum of the rows in their order). Precondition: `width` is a multiple of 32.
    void (*hidden)(const std::int16_t* const* rows, std::size_t count, std::size_t width,
                   std::int16_t* output);
    /// The first convolution from products that are kept for each word type: output = saturated(word +
    /// max(0, saturated(saturated(left + centre) + right))).
    void (*combine)(const std::int16_t* word, const std::int16_t* left, const std::int16_t* centre,
                    const std::int16_t* right, std::size_t width, std::int16_t* output);
    /// One word of a recurrence: state += share of (candidate - state), rounded half up; output += state; all
    /// saturated. Precondition: `width` is a multiple of 16.
    void (*recur)(const std::int16_t* candidates, const std::int16_t* gates, std::size_t width,
                  std::int16_t* state, std::int16_t* output);
};

/// Plain loops, for any machine.
[[nodiscard]] const Kernels& scalar_kernels();
/// Null where the machine lacks the instructions.
[[nodiscard]] const Kernels* sse2_kernels();
[[nodiscard]] const Kernels* avx2_kernels();
[[nodiscard]] const Kernels* avx512_kernels();
/// The fastest that this machine has.
[[nodiscard]] const Kernels& best_kernels();

}  // namespace stancegraph
