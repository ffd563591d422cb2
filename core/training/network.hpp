#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "annotate/transitions.hpp"
#include "training/random.hpp"

namespace stancegraph {

/// The sizes of a network. Counts of outputs are rounded up to whole vectors; the surplus is never used.
struct NetworkShape {
    static constexpr std::size_t kPadding = 32;

    [[nodiscard]] static constexpr std::size_t padded(std::size_t count) {
        return (count + kPadding - 1) / kPadding * kPadding;
    }

    std::size_t width = 96;    ///< Of a word's vector; a multiple of 32.
    std::size_t layers = 4;    ///< Each a convolution and a recurrence.
    std::size_t hidden = 128;  ///< Of the parser; a multiple of 32.
    std::size_t tags = 0;
    std::size_t rows = 0;         ///< Of the table of word features.
    std::size_t vector_size = 0;  ///< Of the word vectors learned elsewhere.
};

/// The weights of the tagger, parser and name recogniser over one shared encoder; matrices are row-major,
/// inputs by outputs.
struct TrainingNetwork {
    /// Where each matrix begins in `dense`.
    struct Offsets {
        std::size_t vectors = 0;                ///< vector_size by width.
        std::vector<std::size_t> convolutions;  ///< 3 * width by width.
        std::vector<std::size_t> convolution_biases;
        std::vector<std::size_t> recurrences;  ///< width by 2 * width: candidates, then gates.
        std::vector<std::size_t> recurrence_biases;
        std::size_t tags = 0;  ///< width by padded(tags).
        std::size_t tag_bias = 0;
        std::size_t names = 0;  ///< width by padded(kNameTags).
        std::size_t name_bias = 0;
        std::size_t projection = 0;  ///< width by kSlots * hidden.
        std::size_t facts = 0;       ///< parser_fact::kRows by hidden.
        std::size_t moves = 0;       ///< hidden by padded(transition::kCount).
        std::size_t move_bias = 0;
        std::size_t size = 0;
    };

    NetworkShape shape;
    Offsets at;
    std::vector<float> rows;   ///< shape.rows by shape.width.
    std::vector<float> dense;  ///< Everything else.
};

/// Random weights of a usual size (He et al. 2015), the same for the same seed.
[[nodiscard]] TrainingNetwork make_network(const NetworkShape& shape, Random& random);

}  // namespace stancegraph
