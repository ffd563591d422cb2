#include "training/feature_table.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace stancegraph {
namespace {

/// Values seen less often share the template's row for the unknown.
constexpr std::array<std::uint32_t, kFeatureTemplates> kLeastCounts{2, 3, 2, 3, 4, 2, 2, 4, 1};

struct Candidate {
    std::uint32_t key = 0;
    std::uint32_t count = 0;
};

}  // namespace

std::uint32_t FeatureTable::row(std::size_t which, std::uint32_t key) const {
    const auto found = std::ranges::lower_bound(keys, key);
    if (found == keys.end() || *found != key) {
        return static_cast<std::uint32_t>(which);
    }
    return static_cast<std::uint32_t>(found - keys.begin()) + static_cast<std::uint32_t>(kFeatureTemplates);
}

FeatureTable make_feature_table(std::span<const TreebankSentence> sentences, const FormLexicon& lexicon,
                                std::size_t most_rows) {
    std::array<std::map<std::uint32_t, std::uint32_t>, kFeatureTemplates> counts;
    for (const TreebankSentence& sentence : sentences) {
        for (std::size_t word = 0; sentence.has_tree() && word < sentence.forms.size(); ++word) {
            const FeatureKeys keys = feature_keys(sentence.forms[word], word == 0, lexicon);
            for (std::size_t which = 0; which < kFeatureTemplates; ++which) {
                ++counts[which][keys[which]];
            }
        }
    }
    std::vector<Candidate> candidates;
    for (std::size_t which = 0; which < kFeatureTemplates; ++which) {
        for (const auto& [key, count] : counts[which]) {
            if (count >= kLeastCounts[which]) {
                candidates.push_back({key, count});
            }
        }
    }
    std::ranges::sort(candidates, [](const Candidate& left, const Candidate& right) {
        return std::tuple(right.count, left.key) < std::tuple(left.count, right.key);
    });
    if (candidates.size() + kFeatureTemplates > most_rows) {
        candidates.resize(most_rows - kFeatureTemplates);
    }
    std::ranges::sort(candidates, {}, &Candidate::key);
    const auto same_key = [](const Candidate& left, const Candidate& right) { return left.key == right.key; };
    candidates.erase(std::unique(candidates.begin(), candidates.end(), same_key), candidates.end());
    FeatureTable table;
    for (const Candidate& candidate : candidates) {
        table.keys.push_back(candidate.key);
        table.counts.push_back(candidate.count);
    }
    return table;
}

std::vector<std::uint32_t> feature_rows(const FeatureTable& table, const TreebankSentence& sentence,
                                        const FormLexicon& lexicon) {
    std::vector<std::uint32_t> rows;
    rows.reserve(sentence.forms.size() * kFeatureTemplates);
    for (std::size_t word = 0; word < sentence.forms.size(); ++word) {
        const FeatureKeys keys = feature_keys(sentence.forms[word], word == 0, lexicon);
        for (std::size_t which = 0; which < kFeatureTemplates; ++which) {
            rows.push_back(table.row(which, keys[which]));
        }
    }
    return rows;
}

void hide_rare(const FeatureTable& table, std::span<std::uint32_t> rows, Random& random) {
    constexpr float kHidingWord = 2.0F;
    constexpr float kHidingOther = 0.3F;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        if (rows[at] < kFeatureTemplates) {
            continue;
        }
        const std::size_t which = at % kFeatureTemplates;
        const bool is_word = which == static_cast<std::size_t>(FeatureTemplate::word);
        const float hiding = is_word ? kHidingWord : kHidingOther;
        const auto count = static_cast<float>(table.counts[rows[at] - kFeatureTemplates]);
        if (random.uniform() < hiding / (hiding + count)) {
            rows[at] = static_cast<std::uint32_t>(which);
        }
    }
}

}  // namespace stancegraph
