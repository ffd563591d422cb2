#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace stancegraph {

/// A pseudo-random sequence that is the same on every machine.
/// Source: Steele, Lea, Flood 2014, "Fast Splittable Pseudorandom Number Generators" (SplitMix64).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    [[nodiscard]] std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15ULL;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
        return mixed ^ (mixed >> 31U);
    }

    /// In [0, 1).
    [[nodiscard]] float uniform() { return static_cast<float>(next() >> 40U) * (1.0F / 16777216.0F); }

    /// In [0, bound). Precondition: 0 < bound < 2^32.
    [[nodiscard]] std::uint32_t below(std::uint32_t bound) {
        return static_cast<std::uint32_t>(((next() >> 32U) * bound) >> 32U);
    }

    /// Puts the elements in a random order (Fisher-Yates).
    template <typename T>
    void shuffle(std::vector<T>& values) {
        for (std::size_t count = values.size(); count > 1; --count) {
            std::swap(values[count - 1], values[below(static_cast<std::uint32_t>(count))]);
        }
    }

private:
    std::uint64_t state_;
};

}  // namespace stancegraph
