#pragma once

#include <span>

#include "graph/stance_graph.hpp"

namespace stancegraph {

enum class Sign : std::uint8_t { positive, negative, neutral };

/// The polarity that a claim adds to the graph: questions and conditions assert nothing and give 0.
[[nodiscard]] double asserted_polarity(const Claim& claim);

/// Polarities within 0.05 of 0 are neutral.
[[nodiscard]] Sign sign_of(double polarity);

/// Sums up the claims at `indices`. O(n log n).
[[nodiscard]] Tally tally_of(const ClaimTable& table, std::span<const ClaimIndex> indices);

}  // namespace stancegraph
