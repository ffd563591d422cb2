#pragma once

#include <span>
#include <vector>

#include "training/head_training.hpp"
#include "training/parser_training.hpp"
#include "training/training_example.hpp"

namespace stancegraph {

/// Networks that were trained on the same data with other seeds. Together they annotate text that nobody has
/// annotated, and a smaller network that learns from that as well knows the words and turns of such text.
/// Sources: Petrov et al. 2010, "Uptraining for Accurate Deterministic Question Parsing"; Kuncoro et al.
/// 2016, "Distilling an Ensemble of Greedy Dependency Parsers into One MST Parser".
class Teachers {
public:
    Teachers(std::vector<TrainingNetwork> networks, const std::vector<TagLabel>& labels,
             const WordVectors& vectors)
        : networks_(std::move(networks)), readings_(networks_.size()), labels_(labels), vectors_(vectors) {}

    /// The sentences of the examples, in order, with the tags, trees and names that are likeliest by the mean
    /// of all teachers' probabilities: word by word, and for the trees move by move. Precondition: there are
    /// teachers.
    [[nodiscard]] std::vector<TreebankSentence> annotate(std::span<const TrainingExample> examples);

private:
    struct Reading {
        EncoderPass encoder;
        ParserPass parser;
    };

    void annotate_batch(std::span<const TrainingExample* const> batch, std::vector<TreebankSentence>& out);
    void read(const BatchLayout& layout, const BatchWords& words);
    [[nodiscard]] std::vector<float> means(const BatchLayout& layout,
                                           LinearHead (*head)(const TrainingNetwork&)) const;
    [[nodiscard]] std::vector<float> moves(std::span<const ParserStep> steps,
                                           std::span<const ParserState* const> states);
    [[nodiscard]] std::vector<ParserState> trees(const BatchLayout& layout,
                                                 std::span<const TrainingExample* const> batch);

    std::vector<TrainingNetwork> networks_;
    std::vector<Reading> readings_;
    const std::vector<TagLabel>& labels_;
    const WordVectors& vectors_;
};

}  // namespace stancegraph
