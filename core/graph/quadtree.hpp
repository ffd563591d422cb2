#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "graph/layout.hpp"

namespace stancegraph {

/// Points with masses, summed up square by square, for forces between all of them in O(n log n).
class Quadtree {
public:
    /// Builds the tree anew, reusing its memory. Precondition: as many masses as points.
    void build(std::span<const Point> points, std::span<const double> masses);

    /// The sum over all points of mass * (at - point) / distance^2, where a square that looks smaller than
    /// its distance counts as one point. Points at `at` itself add nothing.
    [[nodiscard]] Point repulsion_at(Point at) const;

private:
    static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

    struct Cell {
        std::array<std::uint32_t, 4> children{kNone, kNone, kNone, kNone};
        Point centre_of_mass;  ///< While building: the sum of mass * point.
        double mass = 0.0;
        double width = 0.0;
        Point middle;
        bool is_leaf = true;
    };

    void insert(Point point, double mass);
    std::uint32_t child_at(std::uint32_t cell, Point point);

    std::vector<Cell> cells_;
};

}  // namespace stancegraph
