#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "networks/projection.hpp"

namespace stancegraph {

/// How near a discourse is to two (or k) camps that agree inside and disagree across.
struct Polarization {
    double degree = 0.0;                  ///< In [0, 1]; 1: every pair inside agrees alike, every pair across
                                          ///< disagrees alike, and nothing else. 0 where nobody disagrees.
    std::vector<std::uint32_t> group_of;  ///< The camps; numbered by size. Empty where degree is 0.
};

/// One minus the least distance of the networks of congruence C and conflict F from that ideal, over the
/// partitions into `group_count` camps (fewer if that is nearer):
///
///     sum over pairs inside  |C - c| + |F|,  across  |C| + |F - f|,  divided by 2 (sum C + sum F)
///
/// with c = sum C / pairs inside and f = sum F / pairs across. Nodes change camps, and pairs of nodes change
/// places, as long as that helps, from several starts: the result is a lower bound. Only nodes that are on a
/// pair count. O(n^2) for each change that is tried. Deterministic. **Source:** Leifeld, Discourse Network
/// Analyzer 3, "polarization" (quality by absolute differences, greedy algorithm).
[[nodiscard]] Polarization find_polarization(std::span<const PairWeight> pairs, std::uint32_t node_count,
                                             std::uint32_t group_count = 2);

/// The distance of one partition, as above, from 0 to 1; for tests and for partitions from elsewhere.
[[nodiscard]] double distance_from_camps(std::span<const PairWeight> pairs,
                                         std::span<const std::uint32_t> group_of);

}  // namespace stancegraph
