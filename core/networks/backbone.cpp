#include "networks/backbone.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

#include "graph/spectrum.hpp"

namespace stancegraph {
namespace {

/// The `most` indices with the greatest amounts that are not 0; of equals the first. Ascending.
std::vector<std::uint32_t> greatest(const std::vector<double>& amounts, std::uint32_t most) {
    std::vector<std::uint32_t> order(amounts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, std::greater(), [&](std::uint32_t index) { return amounts[index]; });
    order.resize(std::min<std::size_t>(order.size(), most));
    std::erase_if(order, [&](std::uint32_t index) { return amounts[index] <= 0.0; });
    std::ranges::sort(order);
    return order;
}

/// The part of an incidence with these rows only, numbered anew.
Incidence with_rows(const Incidence& incidence, const std::vector<std::uint32_t>& rows) {
    Incidence part{.row_count = static_cast<std::uint32_t>(rows.size()),
                   .column_count = incidence.column_count,
                   .cells = {}};
    for (IncidenceCell cell : incidence.cells) {
        const auto found = std::ranges::lower_bound(rows, cell.row);
        if (found != rows.end() && *found == cell.row) {
            cell.row = static_cast<std::uint32_t>(found - rows.begin());
            part.cells.push_back(cell);
        }
    }
    return part;
}

class Peeler {
public:
    Peeler(Incidence incidence, Classes classes, Normalisation normalisation,
           std::vector<std::uint32_t> columns)
        : incidence_(std::move(incidence)),
          classes_(classes),
          normalisation_(normalisation),
          left_(std::move(columns)),
          whole_(spectrum_without(std::numeric_limits<std::uint32_t>::max())) {}

    [[nodiscard]] bool is_done() const { return left_.empty(); }

    BackboneStep take_out_one() {
        BackboneStep step{.column = left_.back(), .loss = std::numeric_limits<double>::infinity()};
        for (const std::uint32_t column : left_) {
            const double loss = distance(spectrum_without(column));
            if (loss <= step.loss) {
                step = {.column = column, .loss = loss};
            }
        }
        std::erase(left_, step.column);
        return step;
    }

private:
    [[nodiscard]] std::vector<double> spectrum_without(std::uint32_t column) const {
        Incidence part = incidence_;
        std::erase_if(part.cells, [&](const IncidenceCell& cell) {
            return cell.column == column || !std::ranges::binary_search(left_, cell.column);
        });
        std::vector<WeightedEdge> edges;
        for (const PairWeight& pair : project(part, classes_, normalisation_)) {
            edges.push_back({.a = pair.a, .b = pair.b, .weight = pair.congruence});
        }
        std::vector<double> values = laplacian_spectrum(part.row_count, edges);
        const double sum = std::accumulate(values.begin(), values.end(), 0.0);
        for (double& value : values) {
            value = sum > 0.0 ? value / sum : 0.0;
        }
        return values;
    }

    [[nodiscard]] double distance(const std::vector<double>& values) const {
        double sum = 0.0;
        for (std::size_t index = 0; index < values.size(); ++index) {
            sum += (values[index] - whole_[index]) * (values[index] - whole_[index]);
        }
        // Rounding must not decide which of two equal columns goes.
        constexpr double kPlaces = 1e9;
        return std::round(std::sqrt(sum) * kPlaces) / kPlaces;
    }

    Incidence incidence_;
    Classes classes_;
    Normalisation normalisation_;
    std::vector<std::uint32_t> left_;
    std::vector<double> whole_;
};

}  // namespace

Backbone find_backbone(const Incidence& incidence, Classes classes, Normalisation normalisation,
                       std::uint32_t most_rows, std::uint32_t most_columns) {
    const std::vector<std::uint32_t> rows = greatest(incidence.activity(), most_rows);
    const std::vector<std::uint32_t> columns = greatest(incidence.transposed().activity(), most_columns);
    Backbone backbone{.steps = {},
                      .rows = static_cast<std::uint32_t>(rows.size()),
                      .columns = static_cast<std::uint32_t>(columns.size())};
    Peeler peeler(with_rows(incidence, rows), classes, normalisation, columns);
    while (!peeler.is_done()) {
        backbone.steps.push_back(peeler.take_out_one());
    }
    std::ranges::reverse(backbone.steps);
    return backbone;
}

}  // namespace stancegraph
