#include "annotate/kernels.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

namespace stancegraph {
namespace {

#define KERNEL_TARGET __attribute__((target("avx2")))

constexpr std::size_t kSums = 8;
using Sums = __m256i;
using Packed = __m256i;

KERNEL_TARGET inline Sums load(const void* from) {
    return _mm256_loadu_si256(static_cast<const __m256i*>(from));
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
    return _mm256_set1_epi32(pair);
}

KERNEL_TARGET inline Sums multiply_add(Sums sums, Sums weights, Sums pair) {
    return _mm256_add_epi32(sums, _mm256_madd_epi16(weights, pair));
}

KERNEL_TARGET inline Sums start_sums(const std::int32_t* bias, std::int32_t rounding) {
    const Sums start = _mm256_set1_epi32(rounding);
    return bias == nullptr ? start : _mm256_add_epi32(start, load(bias));
}

KERNEL_TARGET inline void store_sums(std::int32_t* to, Sums sums) {
    _mm256_storeu_si256(static_cast<__m256i*>(static_cast<void*>(to)), sums);
}

KERNEL_TARGET inline void store_packed(std::int16_t* to, Packed packed) {
    _mm256_storeu_si256(static_cast<__m256i*>(static_cast<void*>(to)), packed);
}

KERNEL_TARGET inline Packed shift_and_pack(Sums low, Sums high, int shift) {
    const Sums packed = _mm256_packs_epi32(_mm256_srai_epi32(low, shift), _mm256_srai_epi32(high, shift));
    return _mm256_permute4x64_epi64(packed, 0xD8);  // Packing works on halves: put the middle quarters right.
}

KERNEL_TARGET inline Packed add_saturated(Packed left, Packed right) {
    return _mm256_adds_epi16(left, right);
}

KERNEL_TARGET inline Packed not_negative(Packed packed) {
    return _mm256_max_epi16(packed, _mm256_setzero_si256());
}

#include "annotate/vector_kernels.inc"

}  // namespace

const Kernels* avx2_kernels() {
    static constexpr Kernels kernels{"avx2", project, convolve, score, hidden, combine};
    return __builtin_cpu_supports("avx2") ? &kernels : nullptr;
}

}  // namespace stancegraph

#else

namespace stancegraph {

const Kernels* avx2_kernels() {
    return nullptr;
}

}  // namespace stancegraph

#endif
