#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "ruleset/ruleset.hpp"

namespace stancegraph {

/// How often something was tried, and what that took.
struct TryCounts {
    std::uint64_t tries = 0;
    std::uint64_t steps = 0;  ///< Of the pattern machine and of paths through the tree.
    std::uint64_t time = 0;   ///< In the unit of the clock; 0 without one.

    TryCounts& operator+=(const TryCounts& other);
};

/// Counts the tries of rules over documents: one for each occurrence of a rule's trigger and each list entry
/// that fits there, with pattern, slots and conditions. A rule without a trigger is tried at each sentence,
/// or once a document where it has no pattern either.
class TryLog {
public:
    /// `clock` gives a time that only grows, in any unit; without one no time is taken.
    explicit TryLog(const RuleSet& rules, std::function<std::uint64_t()> clock = {});

    [[nodiscard]] std::uint64_t now() const { return clock_ ? clock_() : 0; }

    /// `lexicon` is kNoId where the trigger is no list entry.
    void add(RuleId rule, LexiconId lexicon, std::uint32_t entry, const TryCounts& counts);

    [[nodiscard]] const std::vector<TryCounts>& by_rule() const { return by_rule_; }

    /// For each list and each of its entries.
    [[nodiscard]] const std::vector<std::vector<TryCounts>>& by_entry() const { return by_entry_; }

private:
    std::function<std::uint64_t()> clock_;
    std::vector<TryCounts> by_rule_;
    std::vector<std::vector<TryCounts>> by_entry_;
};

}  // namespace stancegraph
