#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "networks/duplicates.hpp"
#include "networks/observations.hpp"
#include "networks/time_window.hpp"

namespace stancegraph {

/// What one node says of one other: a_ijk for the three classes k, indexed by Sign.
struct IncidenceCell {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::array<double, 3> counts{};

    [[nodiscard]] double count(Sign sign) const { return counts[static_cast<std::size_t>(sign)]; }

    [[nodiscard]] double sum() const { return counts[0] + counts[1] + counts[2]; }
};

/// The counts a_ijk that are not all 0.
struct Incidence {
    std::uint32_t row_count = 0;
    std::uint32_t column_count = 0;
    std::vector<IncidenceCell> cells;  ///< By row, then column.

    /// Rows and columns exchanged.
    [[nodiscard]] Incidence transposed() const;
    /// n_i: how much is counted of each row, over all columns and classes.
    [[nodiscard]] std::vector<double> activity() const;
    /// The cells of a row. O(log n).
    [[nodiscard]] std::span<const IncidenceCell> cells_of(std::uint32_t row) const;
};

/// Counts observations: those of a window, after the duplicate policy. O(n log n).
[[nodiscard]] Incidence count(const Observations& observations, Duplicates duplicates,
                              const std::optional<TimeWindow>& window = std::nullopt);

}  // namespace stancegraph
