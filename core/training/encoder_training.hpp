#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "training/network.hpp"
#include "training/optimizer.hpp"

namespace stancegraph {

/// The words of a batch: each sentence is a run of rows with an empty row before and after.
struct BatchLayout {
    std::vector<std::size_t> first_row;  ///< Of each sentence.
    std::size_t rows = 0;
    std::vector<bool> is_word;  ///< For each row.
};

[[nodiscard]] BatchLayout lay_out(std::span<const std::size_t> lengths);

/// What a batch's words are made of, one entry for each row of its layout (any value in empty rows).
struct BatchWords {
    std::vector<std::uint32_t> features;  ///< kFeatureTemplates rows of the feature table.
    std::vector<float> vectors;           ///< vector_size numbers; zeros for a word that has no vector.
};

/// The encoder's forward and backward pass over one batch, with dropout.
class EncoderPass {
public:
    static constexpr float kDropout = 0.25F;

    /// Without `random` nothing is dropped, as in use.
    void forward(const TrainingNetwork& network, const BatchLayout& layout, const BatchWords& words,
                 Random* random);

    /// The last layer's vectors, one for each row of the layout; zero in empty rows.
    [[nodiscard]] const float* output() const { return layers_.back().data() + width_; }

    /// Where the heads add their gradients of `output()`.
    [[nodiscard]] float* output_gradient() { return gradient_.data() + width_; }

    void backward(const TrainingNetwork& network, const BatchLayout& layout, const BatchWords& words,
                  Gradients& gradients);

private:
    void forward_words(const TrainingNetwork& network, const BatchLayout& layout, const BatchWords& words,
                       Random* random);
    void backward_words(const TrainingNetwork& network, const BatchLayout& layout, const BatchWords& words,
                        Gradients& gradients);
    void forward_layer(const TrainingNetwork& network, const BatchLayout& layout, std::size_t layer,
                       Random* random);
    void backward_layer(const TrainingNetwork& network, const BatchLayout& layout, std::size_t layer,
                        Gradients& gradients);

    std::size_t width_ = 0;
    std::vector<std::vector<float>> layers_;  ///< Vectors after each layer, one spare row before and after.
    std::vector<std::vector<float>>
        slopes_;  ///< d(output)/d(sum) of each layer: dropout and ReLU; [0] for the input.
    std::vector<float> gradient_;
    std::vector<float> sums_;
    std::vector<float> transposed_;
};

/// The transpose of a rows x columns matrix.
void transpose(const float* matrix, std::size_t rows, std::size_t columns, std::vector<float>& transposed);

/// Factors 0 or 1 / (1 - kDropout) at random; 1 without `random`.
void fill_dropout(std::vector<float>& factors, std::size_t count, Random* random);

}  // namespace stancegraph
