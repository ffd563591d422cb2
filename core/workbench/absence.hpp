#pragma once

#include <cstdint>
#include <string>

#include "pipeline/processor.hpp"

namespace stancegraph {

/// What a claim of one run came from, so that another run can be asked why it has none there.
struct ClaimOrigin {
    std::string rule;
    std::string list;  ///< Of the list entry that fitted the cue; empty where a plain word did.
    std::string entry;
    std::uint32_t cue = 0;  ///< The first byte of the cue's main word.
};

/// The origin of a claim of that run.
[[nodiscard]] ClaimOrigin origin_of(const RuleSet& rules, const Processed& run, std::size_t claim);

/// Why a run over the same document has no such claim on that cue, in a few words: "no rule 'x'", "@con has
/// no 'decry'", "lost the cue to said_that (higher priority)", "no speaker: 'cue >who' found nothing". Empty
/// where nothing can be told.
[[nodiscard]] std::string why_absent(const ClaimOrigin& origin, const RuleSet& rules, const Processed& run,
                                     const Trace& trace);

}  // namespace stancegraph
