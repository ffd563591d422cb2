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

/// The words that the parser looks at in one state of one sentence.
struct ParserStep {
    ParserView view;
    std::size_t first_row = 0;  ///< Of its sentence in the batch's layout.
};

/// Trains the parser on all sentences of a batch at once: each round makes one move in each, so that the
/// scores of a round are one matrix product. With the probability `exploration` a sentence goes on from the
/// move that the model likes best, right or wrong, else from the best of the right ones.
class ParserPass {
public:
    /// Starts with a batch: what its words bring to the parser.
    void begin(const TrainingNetwork& network, const BatchLayout& layout, const EncoderPass& encoder);

    /// The scores of the moves in some states, kColumns for each. They and what led to them are kept until
    /// the next `begin`. Without `random` nothing is dropped, as in use.
    [[nodiscard]] std::span<float> score(const TrainingNetwork& network, std::span<const ParserStep> steps,
                                         Random* random);

    /// Adds to the gradients of parser and encoder; gives the summed loss in nats.
    double train(const EncodedBatch& batch, std::span<const ParserExample> examples, float exploration,
                 Random& random);

    static constexpr std::size_t kColumns = NetworkShape::padded(transition::kCount);

private:
    struct Course;

    /// One move in each of the sentences; gives the loss.
    [[nodiscard]] double play_round(const TrainingNetwork& network, std::vector<Course>& courses,
                                    float exploration, Random& random);
    void add_hidden(const TrainingNetwork& network, const ParserStep& step, Random* random);
    void backward(const EncodedBatch& batch);
    void spread_hidden_gradients(const TrainingNetwork& network, Gradients& gradients);

    std::vector<ParserStep> steps_;
    std::vector<float> projected_;  ///< For each row of the layout, for each slot, `hidden` numbers.
    std::vector<float> hidden_;     ///< For each step.
    std::vector<float> slopes_;
    std::vector<float> scores_;  ///< For each step the scores, then their gradients.
    std::vector<float> hidden_gradients_;
    std::vector<float> projected_gradients_;
    std::vector<float> dropout_;
};

/// Turns the scores of a state's moves into probabilities; impossible ones get none.
void move_probabilities(const ParserState& state, std::span<float> scores);

}  // namespace stancegraph
