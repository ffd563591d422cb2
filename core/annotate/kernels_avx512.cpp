#include "annotate/kernels.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

namespace stancegraph {
namespace {

#define KERNEL_TARGET __attribute__((target("avx512f,avx512bw,avx512vnni")))

constexpr std::size_t kSums = 16;
using Sums = __m512i;
using Packed = __m512i;

KERNEL_TARGET inline Sums load_weights(const std::int16_t* from) {
    return _mm512_loadu_si512(from);
}

KERNEL_TARGET inline Packed load_packed(const std::int16_t* from) {
    return _mm512_loadu_si512(from);
}

KERNEL_TARGET inline Sums broadcast_pair(const std::int16_t* from) {
    std::int32_t pair = 0;
    __builtin_memcpy(&pair, from, sizeof pair);
    return _mm512_set1_epi32(pair);
}

KERNEL_TARGET inline Sums multiply_add(Sums sums, Sums weights, Sums pair) {
    return _mm512_dpwssd_epi32(sums, weights, pair);
}

KERNEL_TARGET inline Sums start_sums(const std::int32_t* bias, std::int32_t rounding) {
    const Sums start = _mm512_set1_epi32(rounding);
    return bias == nullptr ? start : _mm512_add_epi32(start, _mm512_loadu_si512(bias));
}

KERNEL_TARGET inline void store_sums(std::int32_t* to, Sums sums) {
    _mm512_storeu_si512(to, sums);
}

KERNEL_TARGET inline void store_packed(std::int16_t* to, Packed packed) {
    _mm512_storeu_si512(to, packed);
}

KERNEL_TARGET inline Packed shift_and_pack(Sums low, Sums high, int shift) {
    const __m128i by = _mm_cvtsi32_si128(shift);
    // GCC 12 warns of its own plain forms (bug 105593); the forms with a full mask are the same instructions.
    constexpr __mmask16 kAll = 0xFFFF;
    const __m256i low_packed = _mm512_maskz_cvtsepi32_epi16(kAll, _mm512_maskz_sra_epi32(kAll, low, by));
    const __m256i high_packed = _mm512_maskz_cvtsepi32_epi16(kAll, _mm512_maskz_sra_epi32(kAll, high, by));
    return _mm512_maskz_inserti64x4(0xFF, _mm512_castsi256_si512(low_packed), high_packed, 1);
}

KERNEL_TARGET inline Packed add_saturated(Packed left, Packed right) {
    return _mm512_adds_epi16(left, right);
}

KERNEL_TARGET inline Packed not_negative(Packed packed) {
    return _mm512_max_epi16(packed, _mm512_setzero_si512());
}

#include "annotate/vector_kernels.inc"

}  // namespace

const Kernels* avx512_kernels() {
    const Kernels* narrower = avx2_kernels();
    const bool is_able = narrower != nullptr && __builtin_cpu_supports("avx512f") &&
                         __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vnni");
    if (!is_able) {
        return nullptr;
    }
    static const Kernels kernels{"avx512", project, convolve, score, hidden, combine, narrower->recur};
    return &kernels;
}

}  // namespace stancegraph

#else

namespace stancegraph {

const Kernels* avx512_kernels() {
    return nullptr;
}

}  // namespace stancegraph

#endif
