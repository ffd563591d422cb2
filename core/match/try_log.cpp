#include "match/try_log.hpp"

#include <utility>

namespace stancegraph {

TryCounts& TryCounts::operator+=(const TryCounts& other) {
    tries += other.tries;
    steps += other.steps;
    time += other.time;
    return *this;
}

TryLog::TryLog(const RuleSet& rules, std::function<std::uint64_t()> clock)
    : clock_(std::move(clock)), by_rule_(rules.rules.size()) {
    for (const Lexicon& lexicon : rules.lexicons) {
        by_entry_.emplace_back(lexicon.entries.size());
    }
}

void TryLog::add(RuleId rule, LexiconId lexicon, std::uint32_t entry, const TryCounts& counts) {
    by_rule_[rule] += counts;
    if (lexicon != kNoId) {
        by_entry_[lexicon][entry] += counts;
    }
}

}  // namespace stancegraph
