#pragma once

#include <vector>

#include "workbench/goal.hpp"
#include "workbench/miss_edits.hpp"

namespace stancegraph {

/// An edit that could bring the goal nearer, not tried yet.
struct EditIdea {
    RuleEdit edit;
    std::string reason;
};

/// The stances that a word may have where the claim shall have that one: itself, then those that a negation
/// or an effect turns into it. Empty for one that no rule defines.
[[nodiscard]] std::vector<StanceId> stances_for(const RuleSet& rules, const std::string& label);

/// A claim that is there with another name or stance: the name for the actor or subject, the stance for the
/// entry. `only_names`: no other stances, and names of subjects only where their words stand nowhere else.
[[nodiscard]] std::vector<EditIdea> edits_of_nearest(const Trial& trial, const Goal& goal, ByteSpan part,
                                                     const WantedWords& wanted, bool only_names);

/// The words on which the claim could hang, best first: those between speaker and subject in the tree, then
/// those near it. None stands in either of them.
[[nodiscard]] std::vector<TokenIndex> likely_cues(const Trial& trial, ByteSpan part,
                                                  const WantedWords& wanted);

/// The cue as a new entry of the lists in which it was seen to bring the goal nearer.
[[nodiscard]] std::vector<EditIdea> edits_of_lists(const Trial& trial, const Goal& goal, ByteSpan part,
                                                   TokenIndex cue, const WantedWords& wanted);

/// For each rule that lost the cue to another: a priority with which it wins.
[[nodiscard]] std::vector<EditIdea> edits_of_losers(const Trial& trial, ByteSpan part);

/// For what nearly fitted: edits_for. None for a speaker who is wanted and stands nowhere.
[[nodiscard]] std::vector<EditIdea> edits_of_misses(const Trial& trial, const Goal& goal, ByteSpan part,
                                                    const WantedWords& wanted);

}  // namespace stancegraph
