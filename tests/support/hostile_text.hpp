#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "resolve/claim.hpp"

namespace stancegraph::testing {

/// Up to 14 claims whose names, stances, outlets and sentences are made of what breaks writers and readers:
/// every control character, broken UTF-8, markup, quotes, backslashes, bidirectional characters, emoji,
/// keywords, numbers that are none, formulas, names that differ in case only, very long ones. They share a
/// few actors and subjects, so that networks have edges. The same for the same seed.
[[nodiscard]] std::vector<Claim> hostile_claims_of(std::uint32_t seed);

}  // namespace stancegraph::testing
