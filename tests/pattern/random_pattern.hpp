#pragma once

#include <cstdint>
#include <random>

#include "pattern/ast.hpp"

namespace stancegraph::pattern {

/// Makes random trees of the shape that the parser gives: no list of one, no doubled negation.
class RandomPattern {
public:
    explicit RandomPattern(std::uint32_t seed) : random_(seed) {}

    [[nodiscard]] Node node(std::uint32_t depth);
    [[nodiscard]] Test test(std::uint32_t depth);
    [[nodiscard]] Filler filler();

private:
    /// 0 to below `count`.
    [[nodiscard]] std::uint32_t pick(std::uint32_t count) {
        return static_cast<std::uint32_t>(random_() % count);
    }

    [[nodiscard]] Node leaf();
    [[nodiscard]] Node inner(std::uint32_t depth);
    [[nodiscard]] Node repeatable(std::uint32_t depth);
    [[nodiscard]] Comparison comparison();
    [[nodiscard]] Step step();

    std::mt19937 random_;
};

}  // namespace stancegraph::pattern
