#include "graph/quadtree.hpp"

#include <algorithm>
#include <cassert>

namespace stancegraph {
namespace {

constexpr int kDeepest = 40;
constexpr double kLeastDistanceSquared = 1e-12;

}  // namespace

void Quadtree::build(std::span<const Point> points, std::span<const double> masses) {
    assert(points.size() == masses.size());
    cells_.clear();
    if (points.empty()) {
        return;
    }
    Point low = points.front();
    Point high = points.front();
    for (const Point point : points) {
        low = {.x = std::min(low.x, point.x), .y = std::min(low.y, point.y)};
        high = {.x = std::max(high.x, point.x), .y = std::max(high.y, point.y)};
    }
    Cell root;
    root.width = std::max({high.x - low.x, high.y - low.y, 1e-9});
    root.middle = {.x = (low.x + high.x) / 2, .y = (low.y + high.y) / 2};
    cells_.push_back(root);
    for (std::size_t index = 0; index < points.size(); ++index) {
        insert(points[index], masses[index]);
    }
    for (Cell& cell : cells_) {
        cell.centre_of_mass.x /= cell.mass;
        cell.centre_of_mass.y /= cell.mass;
    }
}

std::uint32_t Quadtree::child_at(std::uint32_t cell, Point point) {
    const Point middle = cells_[cell].middle;
    const bool is_right = point.x >= middle.x;
    const bool is_upper = point.y >= middle.y;
    const std::size_t quarter = (is_right ? 1U : 0U) + (is_upper ? 2U : 0U);
    if (cells_[cell].children[quarter] == kNone) {
        const double step = cells_[cell].width / 4;
        Cell child;
        child.width = cells_[cell].width / 2;
        child.middle = {.x = middle.x + (is_right ? step : -step), .y = middle.y + (is_upper ? step : -step)};
        cells_[cell].children[quarter] = static_cast<std::uint32_t>(cells_.size());
        cells_.push_back(child);
    }
    return cells_[cell].children[quarter];
}

void Quadtree::insert(Point point, double mass) {
    std::uint32_t cell = 0;
    for (int depth = 0;; ++depth) {
        const bool is_new = cells_[cell].mass == 0.0;
        if (cells_[cell].is_leaf && !is_new && depth < kDeepest) {
            // The one point of a leaf moves down; at the deepest level points share a leaf.
            const double old_mass = cells_[cell].mass;
            const Point sum = cells_[cell].centre_of_mass;
            const Point old{.x = sum.x / old_mass, .y = sum.y / old_mass};
            cells_[cell].is_leaf = false;
            const std::uint32_t child = child_at(cell, old);
            cells_[child].mass = old_mass;
            cells_[child].centre_of_mass = sum;
        }
        cells_[cell].mass += mass;
        cells_[cell].centre_of_mass.x += mass * point.x;
        cells_[cell].centre_of_mass.y += mass * point.y;
        if (cells_[cell].is_leaf) {
            return;
        }
        cell = child_at(cell, point);
    }
}

Point Quadtree::repulsion_at(Point at) const {
    Point force;
    std::array<std::uint32_t, 4 * kDeepest + 4> open{};
    std::size_t count = 0;
    if (!cells_.empty()) {
        open[count++] = 0;
    }
    while (count > 0) {
        const Cell& cell = cells_[open[--count]];
        const double dx = at.x - cell.centre_of_mass.x;
        const double dy = at.y - cell.centre_of_mass.y;
        const double distance_squared = dx * dx + dy * dy;
        if (cell.is_leaf || cell.width * cell.width < distance_squared) {
            if (distance_squared > kLeastDistanceSquared) {
                force.x += cell.mass * dx / distance_squared;
                force.y += cell.mass * dy / distance_squared;
            }
            continue;
        }
        for (const std::uint32_t child : cell.children) {
            if (child != kNone) {
                open[count++] = child;
            }
        }
    }
    return force;
}

}  // namespace stancegraph
