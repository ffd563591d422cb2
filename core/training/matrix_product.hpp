#pragma once

#include <cstddef>

namespace stancegraph {

/// A matrix seen through two strides: element (row, column) is data[row * row_stride + column *
/// column_stride], so that a transposed or overlapping view costs nothing.
struct StridedMatrix {
    const float* data = nullptr;
    std::size_t row_stride = 0;
    std::size_t column_stride = 1;
};

/// result += left * right. `left` is rows x inner; `right` (inner x columns) and `result` (rows x columns)
/// are row-major with their strides. The sum of one element runs over `inner` in order, whatever the width of
/// the machine's vectors, so equal machines give equal bytes. Precondition: `columns` is a multiple of 32.
void add_product(std::size_t rows, std::size_t columns, std::size_t inner, StridedMatrix left,
                 const float* right, std::size_t right_stride, float* result, std::size_t result_stride);

}  // namespace stancegraph
