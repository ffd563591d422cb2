#include "annotate/kernels.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

namespace stancegraph {
namespace {

#define KERNEL_TARGET __attribute__((target("sse2")))

constexpr std::size_t kSums = 4;
using Sums = __m128i;
using Packed = __m128i;

KERNEL_TARGET inline Sums load(const void* from) {
    return _mm_loadu_si128(static_cast<const __m128i*>(from));
}

KERNEL_TARGET inline Sums load_weights(const std::int16_t* from) {
    return load(from);
}

KERNEL_TARGET inline Packed load_packed(const std::int16_t* from) {
    return load(from);
}

KERNEL_TARGET inline Sums broadcast_pair(const std::int16_t* from) {
    std::int32_t pair = 0;
    __builtin_memcpy(&pair, from, sizeof pair);
    return _mm_set1_epi32(pair);
}

KERNEL_TARGET inline Sums multiply_add(Sums sums, Sums weights, Sums pair) {
    return _mm_add_epi32(sums, _mm_madd_epi16(weights, pair));
}

KERNEL_TARGET inline Sums start_sums(const std::int32_t* bias, std::int32_t rounding) {
    const Sums start = _mm_set1_epi32(rounding);
    return bias == nullptr ? start : _mm_add_epi32(start, load(bias));
}

KERNEL_TARGET inline void store_sums(std::int32_t* to, Sums sums) {
    _mm_storeu_si128(static_cast<__m128i*>(static_cast<void*>(to)), sums);
}

KERNEL_TARGET inline void store_packed(std::int16_t* to, Packed packed) {
    _mm_storeu_si128(static_cast<__m128i*>(static_cast<void*>(to)), packed);
}

KERNEL_TARGET inline Packed shift_and_pack(Sums low, Sums high, int shift) {
    return _mm_packs_epi32(_mm_srai_epi32(low, shift), _mm_srai_epi32(high, shift));
}

KERNEL_TARGET inline Packed add_saturated(Packed left, Packed right) {
    return _mm_adds_epi16(left, right);
}

KERNEL_TARGET inline Packed not_negative(Packed packed) {
    return _mm_max_epi16(packed, _mm_setzero_si128());
}

#include "annotate/vector_kernels.inc"

}  // namespace

const Kernels* sse2_kernels() {
    static constexpr Kernels kernels{"sse2", project, convolve, score, hidden, combine};
    return &kernels;
}

}  // namespace stancegraph

#else

namespace stancegraph {

const Kernels* sse2_kernels() {
    return nullptr;
}

}  // namespace stancegraph

#endif
