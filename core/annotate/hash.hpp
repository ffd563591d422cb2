#pragma once

#include <cstdint>
#include <string_view>

namespace stancegraph {

/// A 32-bit hash that is the same on every machine; model images store it in place of strings.
/// FNV-1a over the bytes (Fowler, Noll, Vo), started from `seed` and mixed at the end (Steele et al. 2014,
/// SplitMix).
[[nodiscard]] constexpr std::uint32_t stable_hash(std::string_view text, std::uint32_t seed) {
    std::uint64_t state = 0xCBF29CE484222325ULL ^ (seed * 0x9E3779B97F4A7C15ULL);
    for (const char byte : text) {
        state ^= static_cast<unsigned char>(byte);
        state *= 0x100000001B3ULL;
    }
    state ^= state >> 30U;
    state *= 0xBF58476D1CE4E5B9ULL;
    state ^= state >> 27U;
    state *= 0x94D049BB133111EBULL;
    return static_cast<std::uint32_t>(state >> 32U);
}

}  // namespace stancegraph
