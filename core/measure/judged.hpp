#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "measure/verdict_file.hpp"
#include "resolve/attribution.hpp"
#include "resolve/certainty.hpp"
#include "resolve/claim.hpp"

namespace stancegraph {

/// A claim or attribution that somebody judged, as far as counting needs it.
struct JudgedResult {
    std::array<std::string, kEvidenceKinds> evidence;  ///< As `evidence_of`; empty for none.
    double certainty = 1.0;
    Verdict verdict;

    [[nodiscard]] Evidence evidence_view() const;
};

/// Those of the results that have a verdict, in the order given.
[[nodiscard]] std::vector<JudgedResult> judged(std::span<const Claim> claims, const Verdicts& verdicts);
[[nodiscard]] std::vector<JudgedResult> judged(std::span<const Attribution> attributions,
                                               const Verdicts& verdicts);

}  // namespace stancegraph
