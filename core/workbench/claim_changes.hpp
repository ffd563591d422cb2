#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/processor.hpp"

namespace stancegraph {

/// A claim as far as two runs are compared by it.
struct ComparedClaim {
    std::uint32_t cue = 0;  ///< The first byte of the cue's main word.
    std::string words;      ///< The claim on one line (line_of), with its polarity.
    std::size_t place = 0;  ///< In Resolved::claims.
    double certainty = 1.0;
    std::string rule;
};

/// The claims of one run, by cue, then words.
[[nodiscard]] std::vector<ComparedClaim> compared_claims(const Processed& processed);

/// A claim that the second run has and the first has not, or the other way round, or both where they stand on
/// the same cue and tell different things.
struct ClaimPair {
    const ComparedClaim* before = nullptr;  ///< Null for a gained one.
    const ComparedClaim* now = nullptr;     ///< Null for a lost one.
};

struct ClaimChanges {
    std::vector<ClaimPair> pairs;  ///< By cue.
    std::uint32_t other_rule = 0;  ///< Claims that say the same, and are another rule's.
    std::uint32_t other_certainty =
        0;  ///< Claims that say the same, by the same rule, with another certainty.
};

/// Compares the claims of two runs over one document; both sorted as compared_claims does. Claims that say
/// the same on the same cue are equal, whichever rule found them. What is left on a cue is paired in order.
/// The result points into the arguments. Linear.
[[nodiscard]] ClaimChanges changes_between(const std::vector<ComparedClaim>& before,
                                           const std::vector<ComparedClaim>& now);

}  // namespace stancegraph
