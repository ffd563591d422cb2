#pragma once

#include <array>
#include <cstdint>

namespace stancegraph {

/// An edge of a discourse network, between places in its list of nodes.
struct NetworkEdge {
    std::uint32_t a = 0;      ///< In two-mode networks the row.
    std::uint32_t b = 0;      ///< Greater than a.
    double weight = 0.0;      ///< Never 0; negative in signed networks only.
    double congruence = 0.0;  ///< One-mode; both normalised.
    double conflict = 0.0;
    std::uint32_t shared = 0;        ///< One-mode: what both nodes speak of (or who speaks of both).
    std::array<double, 3> counts{};  ///< Two-mode: a_ijk by Sign, not normalised.
};

}  // namespace stancegraph
