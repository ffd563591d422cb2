#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/engine.hpp"
#include "pipeline/processor.hpp"

namespace stancegraph {

/// What one rule or list entry did in articles.
struct HitCounts {
    std::uint32_t found = 0;         ///< Mentions that it made; of a modifier those that it changed.
    std::uint32_t attributions = 0;  ///< Lines of attributions.jsonl, and those inside of others.
    std::uint32_t claims = 0;
    std::uint32_t beaten = 0;       ///< Mentions that another rule, an `unless` or a `where` took away.
    std::uint32_t near_misses = 0;  ///< Places where one thing was missing; at most three a sentence.
    std::string last_place;         ///< `article.txt:14`, of the last mention; empty for none.
    std::string last_sentence;      ///< Its words on one line.
};

/// Counts over articles; in the order in which they are added.
class RuleStatistics {
public:
    /// `rules` must outlive it.
    explicit RuleStatistics(const RuleSet& rules);

    void add(const Document& document, const Processed& processed, const Trace& trace);

    [[nodiscard]] std::uint32_t documents() const { return documents_; }

    /// For each rule, by RuleId.
    [[nodiscard]] const std::vector<HitCounts>& by_rule() const { return by_rule_; }

    /// For each list and each of its entries.
    [[nodiscard]] const std::vector<std::vector<HitCounts>>& by_entry() const { return by_entry_; }

private:
    template <typename Change>
    void change(RuleId rule, LexiconId lexicon, std::uint32_t entry, Change change_counts);

    std::uint32_t documents_ = 0;
    std::vector<HitCounts> by_rule_;
    std::vector<std::vector<HitCounts>> by_entry_;
};

}  // namespace stancegraph
