#pragma once

#include <span>

#include "training/encoder_training.hpp"
#include "training/oracle.hpp"

namespace stancegraph {

/// A sentence of the batch that has a tree.
struct ParserExample {
    std::size_t first_row = 0;  ///< In the batch's layout.
    const GoldTree* gold = nullptr;
};

/// Trains the parser on all sentences of a batch at once: each round makes one move in each, so that the
/// scores of a round are one matrix product. With the probability `exploration` a sentence goes on from the
/// move that the model likes best, right or wrong, else from the best of the right ones.
class ParserPass {
public:
    /// Adds to the gradients of parser and encoder; gives the summed loss in nats.
    double train(const TrainingNetwork& network, const BatchLayout& layout,
                 std::span<const ParserExample> examples, float exploration, EncoderPass& encoder,
                 Gradients& gradients, Random& random);

private:
    struct Course;

    void add_hidden(const TrainingNetwork& network, const ParserView& view, std::size_t first_row,
                    Random& random);
    void backward(const TrainingNetwork& network, const BatchLayout& layout, EncoderPass& encoder,
                  Gradients& gradients);
    void spread_hidden_gradients(const TrainingNetwork& network, Gradients& gradients);

    struct Step {
        ParserView view;
        std::size_t first_row = 0;
    };

    std::vector<Step> steps_;
    std::vector<float> projected_;  ///< For each row of the layout, for each slot, `hidden` numbers.
    std::vector<float> hidden_;     ///< For each step.
    std::vector<float> slopes_;
    std::vector<float> scores_;  ///< For each step the scores, then their gradients.
    std::vector<float> hidden_gradients_;
    std::vector<float> projected_gradients_;
    std::vector<float> dropout_;
};

}  // namespace stancegraph
