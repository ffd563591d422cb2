#include "graph/sentence_alignment.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

namespace stancegraph {
namespace {

constexpr std::size_t kFewestWords = 4;
constexpr std::uint32_t kFewestShared = 3;
constexpr double kSameFrom = 0.35;

using Words = std::vector<std::uint32_t>;  ///< Ascending, distinct.

std::vector<Words> sentences_of(std::span<const std::uint32_t> outline) {
    std::vector<Words> sentences;
    Words words;
    const auto end_sentence = [&] {
        std::ranges::sort(words);
        words.erase(std::unique(words.begin(), words.end()), words.end());
        if (words.size() >= kFewestWords) {
            sentences.push_back(std::move(words));
        }
        words.clear();
    };
    for (const std::uint32_t word : outline) {
        if (word == 0) {
            end_sentence();
        } else {
            words.push_back(word);
        }
    }
    end_sentence();
    return sentences;
}

/// What words and sentences weigh, and where a word stands in the longer article.
class Weights {
public:
    Weights(const std::vector<Words>& shorter, const std::vector<Words>& longer) {
        for (const auto* const article : {&shorter, &longer}) {
            for (const Words& words : *article) {
                for (const std::uint32_t word : words) {
                    ++counts_[word];
                }
            }
        }
        total_ = static_cast<double>(shorter.size() + longer.size());
    }

    [[nodiscard]] double of(std::uint32_t word) const { return std::log(total_ / counts_.at(word)); }

    [[nodiscard]] double of(const Words& words) const {
        double sum = 0.0;
        for (const std::uint32_t word : words) {
            sum += of(word);
        }
        return sum;
    }

private:
    std::unordered_map<std::uint32_t, double> counts_;
    double total_ = 0.0;
};

/// Finds the sentence of the longer article that says the same.
class Aligner {
public:
    Aligner(const std::vector<Words>& longer, const Weights& weights) : weights_(weights) {
        for (std::uint32_t index = 0; index < longer.size(); ++index) {
            weight_of_.push_back(weights.of(longer[index]));
            for (const std::uint32_t word : longer[index]) {
                places_[word].push_back(index);
            }
        }
    }

    /// The index of the best one, the first of equals, or -1.
    [[nodiscard]] std::int64_t best_for(const Words& words) const {
        struct Shared {
            double weight = 0.0;
            std::uint32_t count = 0;
        };

        std::map<std::uint32_t, Shared> shared;
        for (const std::uint32_t word : words) {
            const auto found = places_.find(word);
            if (found == places_.end()) {
                continue;
            }
            for (const std::uint32_t place : found->second) {
                shared[place].weight += weights_.of(word);
                ++shared[place].count;
            }
        }
        const double weight = weights_.of(words);
        std::int64_t best = -1;
        double best_share = 0.0;
        for (const auto& [place, both] : shared) {
            const double lighter = std::min(weight, weight_of_[place]);
            const double share = lighter > 0.0 ? both.weight / lighter : 0.0;
            if (both.count >= kFewestShared && share >= kSameFrom && share > best_share) {
                best = place;
                best_share = share;
            }
        }
        return best;
    }

private:
    const Weights& weights_;
    std::vector<double> weight_of_;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> places_;
};

/// **Source:** patience sorting; C. Schensted, "Longest increasing and decreasing subsequences" (1961).
std::uint32_t longest_ascent(const std::vector<std::int64_t>& places) {
    std::vector<std::int64_t> ends;
    for (const std::int64_t place : places) {
        const auto after = std::ranges::upper_bound(ends, place);
        if (after == ends.end()) {
            ends.push_back(place);
        } else {
            *after = place;
        }
    }
    return static_cast<std::uint32_t>(ends.size());
}

}  // namespace

SentenceAlignment align_sentences(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
    std::vector<Words> shorter = sentences_of(a);
    std::vector<Words> longer = sentences_of(b);
    if (longer.size() < shorter.size()) {
        std::swap(shorter, longer);
    }
    const Weights weights(shorter, longer);
    const Aligner aligner(longer, weights);
    std::vector<std::int64_t> places;
    for (const Words& words : shorter) {
        if (const std::int64_t place = aligner.best_for(words); place >= 0) {
            places.push_back(place);
        }
    }
    return {.sentences = static_cast<std::uint32_t>(shorter.size()),
            .matched = static_cast<std::uint32_t>(places.size()),
            .in_order = longest_ascent(places)};
}

}  // namespace stancegraph
