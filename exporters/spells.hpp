#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "exporters/network.hpp"

namespace stancegraph {

/// Days from `first` to `last`, both included; since 1970-01-01.
struct DaySpan {
    std::int32_t first = 0;
    std::int32_t last = 0;
};

/// The spans as lifetimes by time; those that touch or overlap become one, since readers drop the second of
/// two that overlap. A lifetime ends on the day after its last.
[[nodiscard]] std::vector<Lifetime> lifetimes_of(std::vector<DaySpan> spans);

/// A span around each day on which a document has one of these claims, `margin` days longer to both sides.
[[nodiscard]] std::vector<DaySpan> spans_of(const StanceGraph& graph, std::span<const ClaimIndex> claims,
                                            std::int32_t margin);

struct WeightedSpan {
    DaySpan days;
    double weight = 0.0;  ///< Positive.
};

/// For each day that is in one of the spans at all, in how many; by time, apart from each other.
[[nodiscard]] std::vector<WeightedSpan> overlaps_of(std::span<const DaySpan> spans);

/// The same with names for the days; neighbours of one weight become one. Precondition: by time and apart.
[[nodiscard]] std::vector<TimedWeight> timed_weights_of(std::span<const WeightedSpan> spans);

}  // namespace stancegraph
