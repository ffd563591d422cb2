#pragma once

#include <array>
#include <string_view>

#include "resolve/attribution.hpp"
#include "resolve/claim.hpp"
#include "ruleset/certainty_table.hpp"

namespace stancegraph {

/// For each EvidenceKind the value that a result has; empty where it has none. Views into the result, or of
/// constants.
using Evidence = std::array<std::string_view, kEvidenceKinds>;

[[nodiscard]] Evidence evidence_of(const Claim& claim);
[[nodiscard]] Evidence evidence_of(const Attribution& attribution);

/// The odds of the model times the factors of the evidence that it counted.
[[nodiscard]] double odds_of(const CertaintyModel& model, const Evidence& evidence);

/// The share of such attributions that are right, as counted, times `factor`, what the author of the rules
/// thinks of this one. In [0.01, 0.99], with three decimals; `factor` alone where nothing was counted.
[[nodiscard]] double certainty_of_attribution(const CertaintyTable& table, const Evidence& evidence,
                                              double factor);
/// The same of a claim: the share that is the speaker's, whose odds build on those of the attribution, times
/// the share of these with the right stance and subject.
[[nodiscard]] double certainty_of_claim(const CertaintyTable& table, const Evidence& evidence, double factor);

}  // namespace stancegraph
