#include "annotate/kernels.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

namespace stancegraph {
namespace {

#define KERNEL_TARGET __attribute__((target("sse2")))
#define OF(name) _mm_##name
#define WHOLE(name) _mm_##name##_si128

constexpr std::size_t kSums = 4;
using Sums = __m128i;

#include "annotate/vector_registers.inc"

KERNEL_TARGET inline Packed shift_and_pack(Sums low, Sums high, int shift) {
    return _mm_packs_epi32(_mm_srai_epi32(low, shift), _mm_srai_epi32(high, shift));
}

/// (share * packed + 2^14) / 2^15, put together from the products' two halves.
KERNEL_TARGET inline Packed multiply_share(Packed share, Packed packed) {
    const Packed low = _mm_mullo_epi16(share, packed);
    const Packed high = _mm_mulhi_epi16(share, packed);
    const Packed whole = _mm_or_si128(_mm_slli_epi16(high, 1), _mm_srli_epi16(low, 15));
    const Packed rounding = _mm_and_si128(_mm_srli_epi16(low, 14), _mm_set1_epi16(1));
    return _mm_add_epi16(whole, rounding);
}

#include "annotate/vector_kernels.inc"
#include "annotate/vector_recurrence.inc"

}  // namespace

const Kernels* sse2_kernels() {
    static constexpr Kernels kernels{"sse2", project, convolve, score, hidden, combine, recur};
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
