#include "annotate/lexicon.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "annotate/hash.hpp"

namespace stancegraph {
namespace {

constexpr std::uint16_t kBaseFlags = kNounBase | kVerbBase | kAdjectiveBase | kAdverbBase | kIrregularNoun |
                                     kIrregularVerb | kIrregularAdjective;

/// A regular ending: what it is taken off, what takes its place, and the class that the remaining base must
/// have.
struct Ending {
    std::string_view suffix;
    std::string_view replacement;
    std::uint16_t base;
    std::uint32_t bit;
    bool undouble;  ///< `stopped` is `stop` + `p` + `ed`.
};

constexpr std::array<Ending, 21> kEndings{{
    {"s", "", kNounBase, 1U << 8U, false},           {"es", "", kNounBase, 1U << 8U, false},
    {"ies", "y", kNounBase, 1U << 8U, false},        {"s", "", kVerbBase, 1U << 9U, false},
    {"es", "", kVerbBase, 1U << 9U, false},          {"ies", "y", kVerbBase, 1U << 9U, false},
    {"ed", "", kVerbBase, 1U << 10U, true},          {"d", "", kVerbBase, 1U << 10U, false},
    {"ied", "y", kVerbBase, 1U << 10U, false},       {"ing", "", kVerbBase, 1U << 11U, true},
    {"ing", "e", kVerbBase, 1U << 11U, false},       {"er", "", kAdjectiveBase, 1U << 12U, true},
    {"r", "", kAdjectiveBase, 1U << 12U, false},     {"ier", "y", kAdjectiveBase, 1U << 12U, false},
    {"est", "", kAdjectiveBase, 1U << 13U, true},    {"st", "", kAdjectiveBase, 1U << 13U, false},
    {"iest", "y", kAdjectiveBase, 1U << 13U, false}, {"ly", "", kAdjectiveBase, 1U << 14U, false},
    {"ily", "y", kAdjectiveBase, 1U << 14U, false},  {"ly", "le", kAdjectiveBase, 1U << 14U, false},
    {"ally", "", kAdjectiveBase, 1U << 14U, false},
}};

bool ends_doubled(std::string_view stem) {
    return stem.size() >= 3 && stem[stem.size() - 1] == stem[stem.size() - 2];
}

bool has_base(const FormLexicon& lexicon, std::string_view lower, const Ending& ending) {
    const std::string_view stem = lower.substr(0, lower.size() - ending.suffix.size());
    if (ending.undouble && ends_doubled(stem) && lexicon.has(stem.substr(0, stem.size() - 1), ending.base)) {
        return true;
    }
    if (ending.replacement.empty()) {
        return lexicon.has(stem, ending.base);
    }
    return lexicon.has(std::string(stem).append(ending.replacement), ending.base);
}

}  // namespace

std::uint16_t FormLexicon::flags_of(std::string_view lower) const {
    const std::uint32_t hash = stable_hash(lower, kHashSeed);
    const auto found = std::ranges::lower_bound(hashes_, hash);
    if (found == hashes_.end() || *found != hash) {
        return 0;
    }
    return flags_[static_cast<std::size_t>(found - hashes_.begin())];
}

std::uint32_t ambiguity_bits(const FormLexicon& lexicon, std::string_view lower) {
    constexpr std::size_t kShortestStem = 2;
    std::uint32_t bits = lexicon.flags_of(lower) & kBaseFlags;
    for (const Ending& ending : kEndings) {
        if (lower.size() >= ending.suffix.size() + kShortestStem && lower.ends_with(ending.suffix) &&
            (bits & ending.bit) == 0 && has_base(lexicon, lower, ending)) {
            bits |= ending.bit;
        }
    }
    if (lower.size() > 4 && lower.starts_with("un") && lexicon.has(lower.substr(2), kAdjectiveBase)) {
        bits |= 1U << 15U;
    }
    return bits;
}

}  // namespace stancegraph
