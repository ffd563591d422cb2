#include "networks/projection.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace stancegraph {
namespace {

constexpr std::array<Sign, 3> kSigns{Sign::positive, Sign::negative, Sign::neutral};

/// |q_k - q_l| / R by Sign, or whether the classes differ.
using Distances = std::array<std::array<double, kSigns.size()>, kSigns.size()>;

double polarity_of(Sign sign) {
    switch (sign) {
        case Sign::positive:
            return 1.0;
        case Sign::negative:
            return -1.0;
        case Sign::neutral:
            break;
    }
    return 0.0;
}

Distances distances_for(Classes classes) {
    constexpr double kRange = 2.0;
    Distances distances{};
    for (const Sign k : kSigns) {
        for (const Sign l : kSigns) {
            const double differs = k == l ? 0.0 : 1.0;
            distances[static_cast<std::size_t>(k)][static_cast<std::size_t>(l)] =
                classes == Classes::categories ? differs : std::abs(polarity_of(k) - polarity_of(l)) / kRange;
        }
    }
    return distances;
}

/// Sums over one column that both rows have.
struct Product {
    double congruence = 0.0;
    double conflict = 0.0;
};

Product scaled_product(const IncidenceCell& a, const IncidenceCell& b, const Distances& distances) {
    Product product;
    for (std::size_t k = 0; k < kSigns.size(); ++k) {
        for (std::size_t l = 0; l < kSigns.size(); ++l) {
            const double both = a.counts[k] * b.counts[l];
            product.congruence += both * (1.0 - distances[k][l]);
            product.conflict += both * distances[k][l];
        }
    }
    return product;
}

/// Products of equal classes, and of opposite signs.
Product signed_product(const IncidenceCell& a, const IncidenceCell& b) {
    Product product;
    for (const Sign k : kSigns) {
        product.congruence += a.count(k) * b.count(k);
    }
    product.conflict =
        a.count(Sign::positive) * b.count(Sign::negative) + a.count(Sign::negative) * b.count(Sign::positive);
    return product;
}

/// The same over sets: 1 for each class that is there at all.
IncidenceCell as_set(IncidenceCell cell) {
    for (double& count : cell.counts) {
        count = count > 0.0 ? 1.0 : 0.0;
    }
    return cell;
}

/// What a pair's sums are divided by, from one number a row.
class Divisor {
public:
    Divisor(const Incidence& incidence, Normalisation normalisation)
        : normalisation_(normalisation), of_row_(incidence.row_count, 0.0) {
        for (const IncidenceCell& cell : incidence.cells) {
            for (const double count : cell.counts) {
                of_row_[cell.row] += measure(count);
            }
        }
    }

    void apply(PairWeight& pair) const {
        pair.congruence /= divisor(pair, pair.congruence);
        pair.conflict /= divisor(pair, pair.conflict);
    }

private:
    [[nodiscard]] double measure(double count) const {
        switch (normalisation_) {
            case Normalisation::cosine:
                return count * count;
            case Normalisation::jaccard:
                return count > 0.0 ? 1.0 : 0.0;
            case Normalisation::none:
            case Normalisation::average:
            case Normalisation::activity:
            case Normalisation::prominence:
                break;
        }
        return count;
    }

    [[nodiscard]] double divisor(const PairWeight& pair, double shared) const {
        const double a = of_row_[pair.a];
        const double b = of_row_[pair.b];
        switch (normalisation_) {
            case Normalisation::average:
                return (a + b) / 2.0;
            case Normalisation::cosine:
                return std::sqrt(a) * std::sqrt(b);
            case Normalisation::jaccard:
                return a + b - shared;
            case Normalisation::none:
            case Normalisation::activity:
            case Normalisation::prominence:
                break;
        }
        return 1.0;
    }

    Normalisation normalisation_;
    std::vector<double> of_row_;
};

/// Cells by column, each column's by row, and where each begins.
struct Columns {
    std::vector<IncidenceCell> cells;
    std::vector<std::size_t> begins;

    explicit Columns(const Incidence& incidence)
        : cells(incidence.transposed().cells), begins(incidence.column_count + std::size_t{1}, 0) {
        for (const IncidenceCell& cell : cells) {  // transposed: its row is our column
            ++begins[cell.row + std::size_t{1}];
        }
        std::partial_sum(begins.begin(), begins.end(), begins.begin());
    }

    [[nodiscard]] std::span<const IncidenceCell> of(std::uint32_t column) const {
        return std::span(cells).subspan(begins[column], begins[column + std::size_t{1}] - begins[column]);
    }
};

/// Adds up the pairs of one row after the other: sums by the other row, of which only those touched are read.
class RowSums {
public:
    RowSums(std::uint32_t rows, Classes classes, Normalisation normalisation)
        : sums_(rows), distances_(distances_for(classes)), normalisation_(normalisation) {}

    void add(const IncidenceCell& cell, std::span<const IncidenceCell> column) {
        const auto later = std::ranges::upper_bound(column, cell.row, {}, &IncidenceCell::column);
        for (const IncidenceCell& other : std::span(later, column.end())) {
            PairWeight& sum = sums_[other.column];
            if (sum.shared == 0) {
                touched_.push_back(other.column);
            }
            const Product product = product_of(cell, other);
            sum.congruence += product.congruence;
            sum.conflict += product.conflict;
            ++sum.shared;
        }
    }

    /// The pairs of the row, until the next call.
    std::span<const PairWeight> take(std::uint32_t row, const Divisor& divisor) {
        pairs_.clear();
        std::ranges::sort(touched_);
        for (const std::uint32_t other : touched_) {
            PairWeight pair = sums_[other];
            pair.a = row;
            pair.b = other;
            divisor.apply(pair);
            pairs_.push_back(pair);
            sums_[other] = PairWeight();
        }
        touched_.clear();
        return pairs_;
    }

private:
    [[nodiscard]] Product product_of(const IncidenceCell& a, const IncidenceCell& b) const {
        if (normalisation_ == Normalisation::jaccard) {
            return signed_product(as_set(a), as_set(b));
        }
        return normalisation_ == Normalisation::cosine ? signed_product(a, b)
                                                       : scaled_product(a, b, distances_);
    }

    std::vector<PairWeight> sums_;
    std::vector<std::uint32_t> touched_;
    std::vector<PairWeight> pairs_;
    Distances distances_;
    Normalisation normalisation_;
};

}  // namespace

void project_rows(const Incidence& incidence, Classes classes, Normalisation normalisation,
                  const std::function<void(std::span<const PairWeight>)>& visit) {
    const Columns columns(incidence);
    const Divisor divisor(incidence, normalisation);
    RowSums sums(incidence.row_count, classes, normalisation);
    for (std::size_t index = 0; index < incidence.cells.size(); ++index) {
        const IncidenceCell& cell = incidence.cells[index];
        sums.add(cell, columns.of(cell.column));
        const bool is_last =
            index + 1 == incidence.cells.size() || incidence.cells[index + 1].row != cell.row;
        if (is_last) {
            visit(sums.take(cell.row, divisor));
        }
    }
}

std::vector<PairWeight> project(const Incidence& incidence, Classes classes, Normalisation normalisation) {
    std::vector<PairWeight> all;
    project_rows(incidence, classes, normalisation, [&all](std::span<const PairWeight> pairs) {
        all.insert(all.end(), pairs.begin(), pairs.end());
    });
    return all;
}

std::uint64_t pairs_between(const Incidence& incidence) {
    std::vector<std::uint64_t> rows_of(incidence.column_count, 0);
    std::uint64_t pairs = 0;
    for (const IncidenceCell& cell : incidence.cells) {
        pairs += rows_of[cell.column]++;
    }
    return pairs;
}

std::uint32_t keep_most_active(Incidence& incidence, std::uint64_t most_pairs) {
    if (pairs_between(incidence) <= most_pairs) {
        return 0;
    }
    const std::vector<double> activity = incidence.activity();
    std::vector<std::uint32_t> rows(incidence.row_count);
    std::iota(rows.begin(), rows.end(), 0U);
    std::ranges::stable_sort(rows, std::greater(), [&](std::uint32_t row) { return activity[row]; });
    std::vector<std::uint64_t> rows_of(incidence.column_count, 0);
    std::vector<bool> is_kept(incidence.row_count, false);
    std::uint64_t pairs = 0;
    for (const std::uint32_t row : rows) {
        for (const IncidenceCell& cell : incidence.cells_of(row)) {
            pairs += rows_of[cell.column]++;
        }
        if (pairs > most_pairs) {
            break;
        }
        is_kept[row] = true;
    }
    std::uint32_t dropped = 0;
    for (std::uint32_t row = 0; row < incidence.row_count; ++row) {
        dropped += activity[row] > 0.0 && !is_kept[row] ? 1U : 0U;
    }
    std::erase_if(incidence.cells, [&](const IncidenceCell& cell) { return !is_kept[cell.row]; });
    return dropped;
}

}  // namespace stancegraph
