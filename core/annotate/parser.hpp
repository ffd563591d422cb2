#pragma once

#include <cstdint>
#include <vector>

#include "annotate/kernels.hpp"
#include "annotate/model.hpp"
#include "annotate/transitions.hpp"

namespace stancegraph {

/// Builds dependency trees from the encoder's vectors, one best move after the other, two moves a word.
/// Source: Chen, Manning 2014, "A Fast and Accurate Dependency Parser using Neural Networks" (the products of
/// words and slots are computed beforehand); Kiperwasser, Goldberg 2016 (slots, shared encoder).
class Parser {
public:
    Parser(const Model& model, const Kernels& kernels) : model_(model), kernels_(kernels) {}

    /// Computes what the words of all sentences bring to the parser. Precondition of `parse`.
    void project(InputRows rows);
    /// The tree of the `count` words from `first_row` on, in `state()`.
    void parse(std::size_t first_row, std::size_t count);

    /// The final state of the last `parse`: a head and a label for every word, one root.
    [[nodiscard]] const ParserState& state() const { return state_; }

private:
    [[nodiscard]] std::size_t best_move(std::size_t first_row);
    void score(std::size_t first_row);

    const Model& model_;
    const Kernels& kernels_;
    ParserState state_;
    std::vector<std::int16_t> projected_;
    std::vector<std::int16_t> hidden_;
    std::vector<std::int32_t> scores_;
};

}  // namespace stancegraph
