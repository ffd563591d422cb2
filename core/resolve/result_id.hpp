#pragma once

#include <string>

#include "resolve/attribution.hpp"
#include "resolve/claim.hpp"

namespace stancegraph {

/// "c:" and 16 hex digits: the same document, rule, cue and parts give the same id everywhere.
[[nodiscard]] std::string id_of(const Claim& claim);
/// The same with "a:".
[[nodiscard]] std::string id_of(const Attribution& attribution, const std::string& doc);

}  // namespace stancegraph
