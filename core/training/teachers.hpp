#pragma once

#include <span>
#include <vector>

#include "training/head_training.hpp"
#include "training/parser_training.hpp"

namespace stancegraph {

/// Networks that were trained before, of the same data with other seeds. A further network that learns from
/// what they think together, and not only from the gold answers, comes near to what all of them reach
/// together. Source: Kuncoro et al. 2016, "Distilling an Ensemble of Greedy Dependency Parsers into One MST
/// Parser".
class Teachers {
public:
    Teachers(std::vector<TrainingNetwork> networks, float share);

    /// The share of their opinion in what is to be learnt; 0 if there are none.
    [[nodiscard]] float share() const { return networks_.empty() ? 0.0F : share_; }

    /// Reads a batch. Precondition of the others, whose answers are the means of all teachers' probabilities,
    /// or nothing if there are none.
    void read(const BatchLayout& layout, const BatchWords& words);
    /// Of the joint tags, padded(tags) for each row of the layout.
    [[nodiscard]] std::vector<float> tags(const BatchLayout& layout) const;
    /// Of the moves in some states, ParserPass::kColumns for each.
    [[nodiscard]] std::vector<float> moves(std::span<const ParserStep> steps,
                                           std::span<const ParserState* const> states);

private:
    struct Reading {
        EncoderPass encoder;
        ParserPass parser;
    };

    std::vector<TrainingNetwork> networks_;
    std::vector<Reading> readings_;
    float share_;
};

}  // namespace stancegraph
