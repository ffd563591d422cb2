#include "annotate/kernels.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

namespace stancegraph {
namespace {

#define KERNEL_TARGET __attribute__((target("avx2")))
#define OF(name) _mm256_##name
#define WHOLE(name) _mm256_##name##_si256

constexpr std::size_t kSums = 8;
using Sums = __m256i;

#include "annotate/vector_registers.inc"

KERNEL_TARGET inline Packed shift_and_pack(Sums low, Sums high, int shift) {
    const Sums packed = _mm256_packs_epi32(_mm256_srai_epi32(low, shift), _mm256_srai_epi32(high, shift));
    return _mm256_permute4x64_epi64(packed, 0xD8);  // Packing works on halves: put the middle quarters right.
}

KERNEL_TARGET inline Packed multiply_share(Packed share, Packed packed) {
    return _mm256_mulhrs_epi16(share, packed);
}

#include "annotate/vector_kernels.inc"
#include "annotate/vector_recurrence.inc"

}  // namespace

const Kernels* avx2_kernels() {
    static constexpr Kernels kernels{"avx2", project, convolve, score, hidden, combine, recur};
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
