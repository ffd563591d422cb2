#include "graph/shared_features.hpp"

#include <algorithm>
#include <span>

namespace stancegraph {
namespace {

constexpr std::size_t kAllPairsUpTo = 8;
constexpr std::size_t kMostPairs = 32;  ///< About so many for each feature of more articles.

constexpr unsigned kHalf = 32;

void add_pairs(std::span<const Feature> holders, std::vector<std::uint64_t>& pairs) {
    const std::size_t window = holders.size() <= kAllPairsUpTo
                                   ? holders.size()
                                   : std::max<std::size_t>(1, kMostPairs / holders.size());
    for (std::size_t a = 0; a < holders.size(); ++a) {
        for (std::size_t b = a + 1; b < std::min(holders.size(), a + 1 + window); ++b) {
            pairs.push_back((std::uint64_t{holders[a].article} << kHalf) | holders[b].article);
        }
    }
}

}  // namespace

std::vector<SharedFeatures> shared_features(std::vector<Feature> features) {
    std::ranges::sort(features);
    features.erase(std::unique(features.begin(), features.end()), features.end());
    std::vector<std::uint64_t> pairs;
    for (std::size_t begin = 0; begin < features.size();) {
        std::size_t end = begin + 1;
        while (end < features.size() && features[end].hash == features[begin].hash) {
            ++end;
        }
        if (end - begin > 1) {
            add_pairs(std::span(features).subspan(begin, end - begin), pairs);
        }
        begin = end;
    }
    std::ranges::sort(pairs);
    std::vector<SharedFeatures> shared;
    for (std::size_t begin = 0; begin < pairs.size();) {
        std::size_t end = begin + 1;
        while (end < pairs.size() && pairs[end] == pairs[begin]) {
            ++end;
        }
        shared.push_back({.a = static_cast<std::uint32_t>(pairs[begin] >> kHalf),
                          .b = static_cast<std::uint32_t>(pairs[begin]),
                          .count = static_cast<std::uint32_t>(end - begin)});
        begin = end;
    }
    return shared;
}

}  // namespace stancegraph
