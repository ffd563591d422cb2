#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "annotate/kernels.hpp"
#include "annotate/model.hpp"
#include "annotate/transitions.hpp"

namespace stancegraph {

/// Where the words of a sentence lie among the encoder's rows.
struct SentenceRows {
    std::size_t first = 0;
    std::size_t count = 0;
};

/// Builds dependency trees from the encoder's vectors, one best move after the other, two moves a word.
/// Source: Chen, Manning 2014, "A Fast and Accurate Dependency Parser using Neural Networks" (the products of
/// words and slots are computed beforehand); Kiperwasser, Goldberg 2016 (slots, shared encoder).
class Parser {
public:
    Parser(const Model& model, const Kernels& kernels) : model_(model), kernels_(kernels) {}

    /// Computes what the words of all sentences bring to the parser. Precondition of `parse`.
    void project(InputRows rows);
    /// The trees of sentences, in `state(0)` and so on. They are built side by side, a move of each in turn:
    /// the moves' weights are read once for all of them.
    void parse(std::span<const SentenceRows> sentences);

    /// The final state of a sentence of the last `parse`: a head and a label for every word, one root.
    [[nodiscard]] const ParserState& state(std::size_t sentence) const { return states_[sentence]; }

private:
    void fill_hidden(const ParserState& state, std::size_t first_row, std::int16_t* hidden) const;
    void score(std::span<const SentenceRows> sentences, std::size_t lanes);
    [[nodiscard]] static std::size_t best_move(const ParserState& state,
                                               std::span<const std::int32_t> scores);

    const Model& model_;
    const Kernels& kernels_;
    std::vector<ParserState> states_;
    std::vector<std::size_t> open_;  ///< The sentences that still have a choice.
    std::vector<std::int16_t> projected_;
    std::vector<std::int16_t> hidden_;
    std::vector<std::int32_t> scores_;
};

}  // namespace stancegraph
