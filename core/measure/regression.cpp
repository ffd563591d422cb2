#include "measure/regression.hpp"

#include <cmath>

namespace stancegraph {
namespace {

/// A symmetric, positive definite system, solved by Cholesky's decomposition.
class NormalEquations {
public:
    explicit NormalEquations(std::size_t size) : size_(size), matrix_(size * size), right_(size) {}

    [[nodiscard]] double& at(std::size_t row, std::size_t column) { return matrix_[row * size_ + column]; }

    [[nodiscard]] double& right(std::size_t row) { return right_[row]; }

    /// Uses the lower triangle only, and destroys it.
    [[nodiscard]] std::vector<double> solve() {
        for (std::size_t column = 0; column < size_; ++column) {
            for (std::size_t row = column; row < size_; ++row) {
                double sum = at(row, column);
                for (std::size_t k = 0; k < column; ++k) {
                    sum -= at(row, k) * at(column, k);
                }
                at(row, column) = row == column ? std::sqrt(sum) : sum / at(column, column);
            }
        }
        std::vector<double> solution = right_;
        for (std::size_t row = 0; row < size_; ++row) {
            for (std::size_t k = 0; k < row; ++k) {
                solution[row] -= at(row, k) * solution[k];
            }
            solution[row] /= at(row, row);
        }
        for (std::size_t row = size_; row-- > 0;) {
            for (std::size_t k = row + 1; k < size_; ++k) {
                solution[row] -= at(k, row) * solution[k];
            }
            solution[row] /= at(row, row);
        }
        return solution;
    }

private:
    std::size_t size_;
    std::vector<double> matrix_;
    std::vector<double> right_;
};

/// A case as a sparse row: base, known odds, features.
struct Term {
    std::size_t place = 0;
    double value = 1.0;
};

std::vector<Term> terms_of(const RegressionCase& item, bool has_known) {
    std::vector<Term> terms{{.place = 0, .value = 1.0}};
    if (has_known) {
        terms.push_back({.place = 1, .value = item.known});
    }
    for (const std::uint32_t feature : item.features) {
        terms.push_back({.place = feature + 2U, .value = 1.0});
    }
    return terms;
}

double share_of(const std::vector<Term>& terms, const std::vector<double>& weights) {
    double sum = 0;
    for (const Term& term : terms) {
        sum += weights[term.place] * term.value;
    }
    return 1.0 / (1.0 + std::exp(-sum));
}

std::vector<double> newton_step(const std::vector<RegressionCase>& cases, const std::vector<double>& weights,
                                bool has_known, double ridge) {
    constexpr double kWeak = 0.1;  // where all are right, odds without bound would fit best
    NormalEquations equations(weights.size());
    for (std::size_t place = 0; place < weights.size(); ++place) {
        const double pull = place < 2 ? kWeak : ridge;
        equations.at(place, place) = pull;
        equations.right(place) = -pull * weights[place];
    }
    for (const RegressionCase& item : cases) {
        const std::vector<Term> terms = terms_of(item, has_known);
        const double share = share_of(terms, weights);
        const double spread = share * (1.0 - share);
        for (const Term& row : terms) {
            equations.right(row.place) += row.value * ((item.is_true ? 1.0 : 0.0) - share);
            for (const Term& column : terms) {
                equations.at(row.place, column.place) += spread * row.value * column.value;
            }
        }
    }
    return equations.solve();
}

}  // namespace

Regression fit_regression(const std::vector<RegressionCase>& cases, std::uint32_t feature_count,
                          bool has_known, double ridge) {
    constexpr int kMostSteps = 30;
    constexpr double kSmallStep = 1e-9;
    std::vector<double> weights(feature_count + 2U);
    for (int step = 0; step < kMostSteps; ++step) {
        const std::vector<double> change = newton_step(cases, weights, has_known, ridge);
        double largest = 0;
        for (std::size_t place = 0; place < weights.size(); ++place) {
            weights[place] += change[place];
            largest = std::max(largest, std::abs(change[place]));
        }
        if (largest < kSmallStep) {
            break;
        }
    }
    return {.base = weights[0], .known = weights[1], .weights = {weights.begin() + 2, weights.end()}};
}

}  // namespace stancegraph
