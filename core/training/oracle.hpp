#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "annotate/transitions.hpp"

namespace stancegraph {

/// A gold tree with quick access to the dependents of a word.
struct GoldTree {
    std::span<const std::int32_t> heads;  ///< Index in the sentence, negative for the root.
    std::span<const Deprel> labels;
    std::vector<std::vector<std::int32_t>> dependents;

    GoldTree(std::span<const std::int32_t> gold_heads, std::span<const Deprel> gold_labels);
};

/// How many gold arcs become out of reach by each kind of move; kImpossible for moves that cannot be made.
struct MoveCosts {
    static constexpr int kImpossible = 1 << 20;
    int shift = kImpossible;
    int left = kImpossible;
    int right = kImpossible;

    [[nodiscard]] int least() const;
};

/// Source: Goldberg, Nivre 2013, "Training Deterministic Parsers with Non-Deterministic Oracles"
/// (arc-hybrid), with the artificial root at the bottom of the stack. Moves of the least cost, zero or not,
/// count as right, which keeps the rare crossing trees usable. O(n) in the sentence's length.
[[nodiscard]] MoveCosts move_costs(const ParserState& state, const GoldTree& gold,
                                   const std::vector<bool>& on_stack);

}  // namespace stancegraph
