#pragma once

#include <cstddef>

namespace stancegraph {

/// `base` times the factor of each value that was counted. `evidence` holds the counts of each kind by value,
/// `values` one value for each kind, in the same order.
template <typename Evidence, typename Values>
[[nodiscard]] double odds_given(double base, const Evidence& evidence, const Values& values) {
    for (std::size_t kind = 0; kind < evidence.size(); ++kind) {
        const auto counted = evidence[kind].find(values[kind]);
        base *= counted == evidence[kind].end() ? 1.0 : counted->second.odds;
    }
    return base;
}

}  // namespace stancegraph
