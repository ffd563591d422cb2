#include "training/batch_layout.hpp"

#include <algorithm>
#include <cstdint>

namespace stancegraph {

BatchLayout lay_out(std::span<const std::size_t> lengths) {
    BatchLayout layout;
    layout.rows = 1;
    for (const std::size_t length : lengths) {
        layout.first_row.push_back(layout.rows);
        layout.rows += length + 1;
    }
    layout.is_word.assign(layout.rows, true);
    layout.is_word.front() = false;
    for (std::size_t index = 0; index < lengths.size(); ++index) {
        layout.is_word[layout.first_row[index] + lengths[index]] = false;
    }
    return layout;
}

void transpose(const float* matrix, std::size_t rows, std::size_t columns, std::vector<float>& transposed) {
    transposed.resize(rows * columns);
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            transposed[column * rows + row] = matrix[row * columns + column];
        }
    }
}

void fill_dropout(std::vector<float>& factors, std::size_t count, Random* random) {
    constexpr float kDropout = 0.25F;
    constexpr auto kThreshold = static_cast<std::uint64_t>(kDropout * 256.0F);
    constexpr float kKept = 1.0F / (1.0F - kDropout);
    if (random == nullptr) {
        factors.assign(count, 1.0F);
        return;
    }
    factors.resize(count);
    for (std::size_t index = 0; index < count; index += 8) {
        std::uint64_t bits = random->next();
        for (std::size_t at = index; at < std::min(count, index + 8); ++at) {
            factors[at] = (bits & 0xFFU) < kThreshold ? 0.0F : kKept;
            bits >>= 8U;
        }
    }
}

}  // namespace stancegraph
