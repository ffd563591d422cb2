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
