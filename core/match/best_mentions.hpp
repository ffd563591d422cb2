#pragma once

#include <vector>

#include "match/mention.hpp"
#include "ruleset/ruleset.hpp"

namespace stancegraph {

/// Of overlapping subjects the deepest, then the longest, then the first. In text order. O(n log n).
void keep_best_subjects(const RuleSet& rules, std::vector<SubjectMention>& subjects);

/// Of overlapping actors the longest, then the first; those with a name before classes such as analysts. In
/// text order. O(n log n).
void keep_best_actors(std::vector<ActorMention>& actors);

}  // namespace stancegraph
