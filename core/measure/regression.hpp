#pragma once

#include <cstdint>
#include <vector>

namespace stancegraph {

/// One judged case: which features it has, the log odds that are known beforehand, and the truth.
struct RegressionCase {
    std::vector<std::uint32_t> features;  ///< Each at most once.
    double known = 0.0;
    bool is_true = false;
};

struct Regression {
    double base = 0.0;            ///< Log odds of a case without features.
    double known = 0.0;           ///< Factor on `RegressionCase::known`.
    std::vector<double> weights;  ///< Log odds that each feature adds.
};

/// Logistic regression with a ridge on the features' weights: the log odds of truth as a sum. Features that
/// few cases have stay near 0, so rare rules are taken for average ones. Newton's method over the normal
/// equations (Hosmer and Lemeshow, Applied Logistic Regression, chapter 2), O(features^3) a step; the same
/// cases give the same numbers. `has_known` false leaves `known` at 0.
[[nodiscard]] Regression fit_regression(const std::vector<RegressionCase>& cases, std::uint32_t feature_count,
                                        bool has_known, double ridge);

}  // namespace stancegraph
