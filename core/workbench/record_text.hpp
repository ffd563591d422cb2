#pragma once

#include <string>

#include "resolve/attribution.hpp"
#include "resolve/claim.hpp"
#include "ruleset/ruleset.hpp"
#include "text/document.hpp"

namespace stancegraph {

/// All that the record of a claim tells, for people: where it was read, its parts with their bytes and how
/// they were found, the rule and list entry with file and line, and what its certainty is made of.
[[nodiscard]] std::string describe(const Claim& claim, const RuleSet& rules);

/// The same of an attribution of the document called `doc`, whose words are shown where `document` is there.
[[nodiscard]] std::string describe(const Attribution& attribution, const std::string& doc,
                                   const RuleSet& rules, const Document* document);

}  // namespace stancegraph
