#pragma once

#include <cstdint>
#include <span>

#include "training/encoder_training.hpp"

namespace stancegraph {

/// The place of a linear output layer in TrainingNetwork::dense and how much its loss counts.
struct LinearHead {
    std::size_t weights = 0;
    std::size_t bias = 0;
    std::size_t outputs = 0;
    float loss_weight = 1.0F;
};

/// The output layers of a network: of its joint tags, and of its names.
[[nodiscard]] LinearHead tag_head(const TrainingNetwork& network);
[[nodiscard]] LinearHead name_head(const TrainingNetwork& network);

inline constexpr std::int32_t kNoTarget = -1;

/// The probabilities of a softmax over the encoder's output: padded(outputs) numbers for each row, the
/// surplus zero.
[[nodiscard]] std::vector<float> head_probabilities(const TrainingNetwork& network, const LinearHead& head,
                                                    const BatchLayout& layout, const EncoderPass& encoder);

/// Trains a softmax over the encoder's output; `targets` has one output for each row of the layout, kNoTarget
/// where nothing is known. Adds to the gradients of head and encoder; gives the summed loss in nats.
double train_head(const EncodedBatch& batch, const LinearHead& head, std::span<const std::int32_t> targets);

/// Turns `scores` into probabilities in place. Precondition: not empty.
void softmax(std::span<float> scores);

}  // namespace stancegraph
