#pragma once

#include <cstdint>
#include <vector>

#include "networks/incidence.hpp"
#include "networks/projection.hpp"

namespace stancegraph {

/// A column and what the network lost when it was taken out.
struct BackboneStep {
    std::uint32_t column = 0;
    double loss = 0.0;  ///< Distance of the spectrum from that of the whole network, once it was out.
};

struct Backbone {
    std::vector<BackboneStep> steps;  ///< The column that went last first: it carries the network.
    std::uint32_t rows = 0;           ///< How many rows and columns were looked at: the most active ones.
    std::uint32_t columns = 0;
};

/// Ranks columns by what they contribute to the structure of the congruence network: again and again the one
/// goes whose absence changes the network least. The distance of two networks is that of the eigenvalues of
/// their Laplacians, each scaled to the sum 1: sqrt(sum (x - y)^2); a network without edges has only zeros.
/// Of equals the later column goes. The most active `most_rows` rows and `most_columns` columns are looked
/// at, O(columns^2 rows^3). **Source:** Leifeld, Discourse Network Analyzer 3, "backbone" (nested greedy
/// backbone with spectral loss).
[[nodiscard]] Backbone find_backbone(const Incidence& incidence, Classes classes, Normalisation normalisation,
                                     std::uint32_t most_rows = 50, std::uint32_t most_columns = 40);

}  // namespace stancegraph
