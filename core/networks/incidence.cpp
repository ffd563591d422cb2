#include "networks/incidence.hpp"

#include <algorithm>
#include <tuple>

namespace stancegraph {

Incidence Incidence::transposed() const {
    Incidence other{.row_count = column_count, .column_count = row_count, .cells = cells};
    for (IncidenceCell& cell : other.cells) {
        std::swap(cell.row, cell.column);
    }
    std::ranges::sort(other.cells, {},
                      [](const IncidenceCell& cell) { return std::tuple(cell.row, cell.column); });
    return other;
}

std::span<const IncidenceCell> Incidence::cells_of(std::uint32_t row) const {
    const auto begin = std::ranges::lower_bound(cells, row, {}, &IncidenceCell::row);
    const auto end = std::ranges::upper_bound(cells, row, {}, &IncidenceCell::row);
    return {begin, end};
}

std::vector<double> Incidence::activity() const {
    std::vector<double> sums(row_count, 0.0);
    for (const IncidenceCell& cell : cells) {
        sums[cell.row] += cell.sum();
    }
    return sums;
}

Incidence count(const Observations& observations, Duplicates duplicates,
                const std::optional<TimeWindow>& window) {
    Incidence incidence{.row_count = static_cast<std::uint32_t>(observations.rows.size()),
                        .column_count = static_cast<std::uint32_t>(observations.columns.size()),
                        .cells = {}};
    for (const Counted& counted : without_duplicates(observations, duplicates, window)) {
        const Observation& observation = observations.all[counted.observation];
        auto& cells = incidence.cells;
        if (cells.empty() || cells.back().row != observation.row ||
            cells.back().column != observation.column) {
            cells.push_back({.row = observation.row, .column = observation.column, .counts = {}});
        }
        cells.back().counts[static_cast<std::size_t>(observation.sign)] += counted.weight;
    }
    return incidence;
}

}  // namespace stancegraph
