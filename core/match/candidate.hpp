#pragma once

#include <cstdint>
#include <tuple>
#include <vector>

#include "match/mention.hpp"

namespace stancegraph {

/// What decides between results on one cue word (rules/README.md, "Conflicts").
struct Rank {
    int priority = 0;
    std::uint32_t filled_slots = 0;  ///< Required ones.
    bool has_preposition = false;    ///< The entry's own.
    std::uint32_t gap_words = 0;
    RuleId rule = kNoId;
    std::uint32_t lexicon = kNoId;
    std::uint32_t entry = 0;

    /// True if this wins over `other`.
    [[nodiscard]] bool is_before(const Rank& other) const {
        const auto key = [](const Rank& rank) {
            return std::tuple(-rank.priority, -static_cast<std::int64_t>(rank.filled_slots),
                              !rank.has_preposition, rank.gap_words, rank.rule, rank.lexicon, rank.entry);
        };
        return key(*this) < key(other);
    }

    /// True if both come from one attempt: conjoined speakers or subjects.
    [[nodiscard]] bool is_same_attempt(const Rank& other) const {
        return rule == other.rule && lexicon == other.lexicon && entry == other.entry;
    }
};

/// A rule's results for one occurrence of its trigger and one list entry: several where slots are conjoined,
/// none for `emit: nothing`.
struct Candidate {
    Rank rank;
    TokenIndex cue = kNoToken;
    std::vector<Mention> mentions;
    MentionId replaces = kNoId;
    bool is_exempt = false;  ///< From the rule of one result for each cue.
};

}  // namespace stancegraph
