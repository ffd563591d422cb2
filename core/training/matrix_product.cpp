#include "training/matrix_product.hpp"

namespace stancegraph {
namespace {

namespace portable {
constexpr std::size_t kLanes = 4;
constexpr std::size_t kTileRows = 4;
constexpr std::size_t kTileVectors = 2;
#define PRODUCT_TARGET
#include "training/matrix_product_kernel.inc"
#undef PRODUCT_TARGET
}  // namespace portable

#if defined(__x86_64__)
namespace avx2 {
constexpr std::size_t kLanes = 8;
constexpr std::size_t kTileRows = 6;
constexpr std::size_t kTileVectors = 2;
#define PRODUCT_TARGET __attribute__((target("avx2,fma")))
#include "training/matrix_product_kernel.inc"
#undef PRODUCT_TARGET
}  // namespace avx2

namespace avx512 {
constexpr std::size_t kLanes = 16;
constexpr std::size_t kTileRows = 8;
constexpr std::size_t kTileVectors = 2;
#define PRODUCT_TARGET __attribute__((target("avx512f,fma")))
#include "training/matrix_product_kernel.inc"
#undef PRODUCT_TARGET
}  // namespace avx512
#endif

using Product = decltype(&portable::add_product);

Product fastest_product() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f")) {
        return avx512::add_product;
    }
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        return avx2::add_product;
    }
#endif
    return portable::add_product;
}

}  // namespace

void add_product(std::size_t rows, std::size_t columns, std::size_t inner, StridedMatrix left,
                 const float* right, std::size_t right_stride, float* result, std::size_t result_stride) {
    static const Product product = fastest_product();
    product(rows, columns, inner, left, right, right_stride, result, result_stride);
}

}  // namespace stancegraph
