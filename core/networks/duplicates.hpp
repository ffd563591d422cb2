#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "networks/observations.hpp"
#include "networks/time_window.hpp"

namespace stancegraph {

/// What counts once: of the claims of one node on one other, in one polarity class, within a group, one
/// counts. Claims without a date, where groups are of days, are grouped by document. **Source:** Leifeld,
/// Discourse Network Analyzer Manual (2023), "duplicates"; `document` is the default there too.
enum class Duplicates : std::uint8_t {
    all,  ///< Every claim counts.
    document,
    story,  ///< Once in an article and its reprints and rewrites: see story_table.hpp.
    day,
    week,  ///< Monday to Sunday, as ISO 8601.
    month,
    year,
    ever,  ///< Once in all, or in a time window.
};

[[nodiscard]] std::span<const std::string_view> duplicate_names();
/// The policy of that name.
[[nodiscard]] std::optional<Duplicates> find_duplicates(std::string_view name);

/// An observation that counts, and how much.
struct Counted {
    std::uint32_t observation = 0;  ///< Into Observations::all.
    double weight = 1.0;            ///< The kernel's; 1 without a window.
};

/// The observations that count, ascending by row, column, class and group. Of a group the one with the
/// greatest weight counts, of equals the first. With a window, those outside of it and those without a date
/// do not exist. O(n log n).
[[nodiscard]] std::vector<Counted> without_duplicates(const Observations& observations, Duplicates duplicates,
                                                      const std::optional<TimeWindow>& window);

}  // namespace stancegraph
