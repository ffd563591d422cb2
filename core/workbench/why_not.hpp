#pragma once

#include <string>
#include <vector>

#include "workbench/goal.hpp"
#include "workbench/trial.hpp"

namespace stancegraph {

/// Edits, made one after the other, and what came out when the text was run with them.
struct Proposal {
    std::vector<RuleEdit> edits;
    std::string reason;              ///< Why these, where there is more to say than the edits do.
    std::vector<std::string> gains;  ///< Claims of the sentence that are there then and were not.
    std::vector<std::string> loses;  ///< Claims of the sentence that are not there any more.
    bool reaches_goal = false;
    std::vector<std::string> failing;  ///< Rules with an example that held before and then does not.
};

/// Why a claim is not found in a passage, and how it would be.
struct WhyNot {
    bool is_there = false;
    std::string found_by;               ///< The rule and list entry that find it, where it is there.
    std::vector<std::string> gives;     ///< The claims of the sentence looked at, as the rules are.
    std::vector<std::string> findings;  ///< What stands in the way, in sentences, the most telling first.
    std::vector<Proposal>
        proposals;  ///< Best first, at most three: what reaches the goal, then what comes near.
};

/// Looks for the goal in that part of the text, and where it is not there for the shortest edits that bring
/// it about: a word for a list, a name for actors or subjects, another stance or priority, a way for a slot,
/// a rule. Of several sentences one is looked at: the one that comes nearest. Every proposal has been run.
/// Some hundred runs over the text, under two seconds with the shipped rules.
[[nodiscard]] WhyNot why_not(const Trial& trial, const Goal& goal, ByteSpan part);

/// The answer for people; edits as to_text has them.
[[nodiscard]] std::string to_text(const WhyNot& answer, const Goal& goal);

}  // namespace stancegraph
