#pragma once

#include <optional>
#include <string>
#include <vector>

#include "match/conditions.hpp"
#include "match/earlier_results.hpp"
#include "match/near_misses.hpp"
#include "match/results.hpp"
#include "match/slot_filler.hpp"
#include "match/statement_bounds.hpp"

namespace stancegraph {

/// Turns the matches of a rule's pattern into candidates: earlier results, slots, conditions, constants.
class RuleRunner {
public:
    RuleRunner(TextView& text, SpanKinds& kinds, const Roles& roles, PatternRunner& runner)
        : text_(&text),
          roles_(&roles),
          runner_(&runner),
          filler_(text, kinds, roles),
          conditions_(text, kinds, runner),
          bounds_(text, roles),
          earlier_(text) {}

    void open(Results& results, NearMisses* misses) {
        results_ = &results;
        misses_ = misses;
        conditions_.open();
    }

    /// The best match of the pattern over occurrences that differ in the anchor alone; nothing if none
    /// matches.
    [[nodiscard]] std::optional<PatternMatch> match(const RunnablePattern& pattern,
                                                    std::span<const Occurrence> occurrences);

    /// The candidate of one match, or nothing if a required slot stays empty or a condition fails.
    [[nodiscard]] std::optional<Candidate> candidate(RuleId rule, const PatternMatch& match);

    /// All results of a rule that has only `given`, put straight into the results.
    void run_on_results(RuleId id);

    [[nodiscard]] SlotFiller& filler() { return filler_; }

private:
    [[nodiscard]] Scene scene_of(const Rule& rule, const RunnablePattern& pattern,
                                 const PatternMatch& match) const;
    [[nodiscard]] std::optional<Candidate> try_given(RuleId id, const PatternMatch* match, Scene& scene,
                                                     std::size_t next);
    [[nodiscard]] std::optional<Candidate> build(RuleId id, const PatternMatch* match, const Scene& scene);
    [[nodiscard]] std::optional<std::vector<FilledSlot>> fill_slots(const CompiledRule& compiled,
                                                                    const Scene& scene, SlotStop* stop);
    void add_mentions(const Rule& rule, const Mention& base, const std::vector<FilledSlot>& slots,
                      const Scene& scene, Candidate& candidate) const;
    [[nodiscard]] Mention base_mention(RuleId id, const PatternMatch* match, const Scene& scene) const;
    [[nodiscard]] std::vector<TokenIndex> cue_of(const RunnablePattern& pattern,
                                                 const PatternMatch& match) const;
    void finish(const Rule& rule, const Scene& scene, Mention& mention) const;
    void pass_conditions(RuleId id, const Scene& scene, Candidate& candidate);

    TextView* text_;
    const Roles* roles_;
    PatternRunner* runner_;
    SlotFiller filler_;
    Conditions conditions_;
    StatementBounds bounds_;
    EarlierResults earlier_;
    Results* results_ = nullptr;
    NearMisses* misses_ = nullptr;
};

}  // namespace stancegraph
