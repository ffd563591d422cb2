#pragma once

#include <cstdint>

#include "pattern/ast.hpp"

namespace stancegraph {

/// What a part of a pattern can cost where it is tried once, by its form alone.
struct PatternCost {
    std::uint64_t instructions = 0;  ///< Of the machine's program.
    std::uint64_t words = 0;         ///< The most that it can take.

    /// Bound of the machine's steps (one for each instruction and word).
    [[nodiscard]] std::uint64_t steps() const { return instructions * (words + 1); }
};

/// How far a pattern can reach (`settings:` of the rules).
struct PatternReach {
    std::uint32_t max_gap = 12;
    std::uint32_t max_width = 96;
};

[[nodiscard]] PatternCost cost_of(const pattern::Node& node, PatternReach reach);

/// The repeat, gap or choice inside that costs most; the node itself where there is none.
[[nodiscard]] const pattern::Node& costliest_part(const pattern::Node& node, PatternReach reach);

}  // namespace stancegraph
