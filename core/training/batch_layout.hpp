#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "training/random.hpp"

namespace stancegraph {

/// The words of a batch: each sentence is a run of rows with an empty row before and after.
struct BatchLayout {
    std::vector<std::size_t> first_row;  ///< Of each sentence.
    std::size_t rows = 0;
    std::vector<bool> is_word;  ///< For each row.
};

[[nodiscard]] BatchLayout lay_out(std::span<const std::size_t> lengths);

/// The transpose of a rows x columns matrix.
void transpose(const float* matrix, std::size_t rows, std::size_t columns, std::vector<float>& transposed);

/// Factors 0 or 1 / (1 - dropout) at random; 1 without `random`.
void fill_dropout(std::vector<float>& factors, std::size_t count, Random* random);

}  // namespace stancegraph
