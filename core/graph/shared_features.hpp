#pragma once

#include <cstdint>
#include <vector>

namespace stancegraph {

/// Something that an article has: a shingle, a sentence.
struct Feature {
    std::uint32_t hash = 0;
    std::uint32_t article = 0;

    friend constexpr auto operator<=>(const Feature&, const Feature&) = default;
};

/// Two articles and how many features were found in both; a < b.
struct SharedFeatures {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t count = 0;
};

/// The pairs of articles that share features, ascending. Features of up to eight articles count for each
/// pair; of more, for fewer and fewer neighbours in the order of the numbers, at last for the next one only.
/// So the copies of one article stay linked, and the work is O(n log n) in the number of features.
[[nodiscard]] std::vector<SharedFeatures> shared_features(std::vector<Feature> features);

}  // namespace stancegraph
