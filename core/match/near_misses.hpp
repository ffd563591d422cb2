#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "match/mention.hpp"
#include "match/pattern_runner.hpp"
#include "match/results.hpp"
#include "match/slot_filler.hpp"

namespace stancegraph {

/// Collects what came close (rules/README.md, "Near misses"); exists only when a trace is wanted.
class NearMisses {
public:
    NearMisses(const TextView& text, Trace& trace) : text_(&text), trace_(&trace) {}

    /// A required slot found nothing.
    void add_slot(RuleId rule, const Mention& candidate, const SlotStop& stop);
    /// The pattern stopped before its end.
    void add_pattern(RuleId rule, const Occurrence& occurrence, const PatternStop& stop);
    /// A cue word that is in a list as another part of speech.
    void add_word(RuleId rule, const EntryRef& entry, TokenIndex token);
    /// A candidate that `unless` or `where` ended.
    void add_refused(const Mention& mention, std::string reason);

    /// Puts at most three for each sentence into the trace, best first; none for a cue on which the same rule
    /// won.
    void finish(const Results& results);

private:
    [[nodiscard]] std::string dependents_of(TokenIndex token) const;

    const TextView* text_;
    Trace* trace_;

    /// Of a pattern or a word, not of a slot: not worth telling where the cue has a result.
    struct Miss {
        NearMiss told;
        bool is_about_slot = false;
    };

    std::vector<Miss> all_;
};

}  // namespace stancegraph
