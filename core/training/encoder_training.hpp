#pragma once

#include <cstdint>
#include <vector>

#include "training/batch_layout.hpp"
#include "training/network.hpp"
#include "training/optimizer.hpp"
#include "training/recurrence_training.hpp"

namespace stancegraph {

/// What a batch's words are made of, one entry for each row of its layout (any value in empty rows).
struct BatchWords {
    std::vector<std::uint32_t> features;  ///< kFeatureTemplates rows of the feature table.
    std::vector<float> vectors;           ///< vector_size numbers; zeros for a word that has no vector.
};

/// The encoder's forward and backward pass over one batch, with dropout.
class EncoderPass {
public:
    /// Without `random` nothing is dropped, as in use.
    void forward(const TrainingNetwork& network, const BatchLayout& layout, const BatchWords& words,
                 Random* random);

    /// The last layer's vectors, one for each row of the layout; zero in empty rows.
    [[nodiscard]] const float* output() const { return stages_.back().data() + width_; }

    /// Where the heads add their gradients of `output()`.
    [[nodiscard]] float* output_gradient() { return gradient_.data() + width_; }

    void backward(const TrainingNetwork& network, const BatchLayout& layout, const BatchWords& words,
                  Gradients& gradients);

private:
    void forward_words(const TrainingNetwork& network, const BatchLayout& layout, const BatchWords& words,
                       Random* random);
    void backward_words(const TrainingNetwork& network, const BatchLayout& layout, const BatchWords& words,
                        Gradients& gradients);
    void forward_convolution(const TrainingNetwork& network, const BatchLayout& layout, std::size_t layer,
                             Random* random);
    void backward_convolution(const TrainingNetwork& network, const BatchLayout& layout, std::size_t layer,
                              Gradients& gradients);

    std::size_t width_ = 0;
    /// Vectors of the words, then after each layer's convolution and recurrence; one spare row before and
    /// after.
    std::vector<std::vector<float>> stages_;
    /// d(output)/d(sum) of each convolution: dropout and ReLU; [0] for the words.
    std::vector<std::vector<float>> slopes_;
    std::vector<RecurrencePass> recurrences_;
    std::vector<float> gradient_;
    std::vector<float> sums_;
    std::vector<float> transposed_;
};

/// A batch after the encoder's forward pass: what the heads read, and where they add their gradients.
struct EncodedBatch {
    const TrainingNetwork& network;
    const BatchLayout& layout;
    EncoderPass& encoder;
    Gradients& gradients;
};

}  // namespace stancegraph
