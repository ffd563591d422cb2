#include "graph/layout.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "graph/components.hpp"
#include "graph/quadtree.hpp"

namespace stancegraph {
namespace {

constexpr double kMargin = 0.7;  ///< Around each part, in ideal edge lengths.
constexpr double kLeastExtent = 420.0;
constexpr double kGreatestExtent = 2500.0;
constexpr double kEdgeLength = 170.0;
constexpr double kGravity = 0.04;

/// A connected part with its places around the origin.
struct Part {
    std::vector<std::uint32_t> nodes;
    std::vector<Point> points;
    double radius = 0.0;
};

/// A spiral of points one unit apart: each is turned by the golden angle (cosine and sine given as numbers,
/// so that they are the same everywhere).
std::vector<Point> spiral(std::size_t count) {
    constexpr double kCosine = -0.737368878078320;
    constexpr double kSine = 0.675490294261524;
    std::vector<Point> points(count);
    Point direction{.x = 1.0, .y = 0.0};
    for (std::size_t index = 0; index < count; ++index) {
        const double radius = 0.6 * std::sqrt(static_cast<double>(index) + 0.5);
        points[index] = {.x = radius * direction.x, .y = radius * direction.y};
        direction = {.x = direction.x * kCosine - direction.y * kSine,
                     .y = direction.x * kSine + direction.y * kCosine};
    }
    return points;
}

int rounds_for(std::size_t nodes) {
    constexpr std::size_t kWork = 300'000;
    return static_cast<int>(std::clamp<std::size_t>(kWork / nodes, 60, 300));
}

/// Well-connected nodes push harder, so that the leaves around them have room.
std::vector<double> masses_of(const Component& component) {
    std::vector<double> masses(component.nodes.size(), 1.0);
    for (const LayoutEdge& edge : component.edges) {
        masses[edge.a] += 0.25;
        masses[edge.b] += 0.25;
    }
    return masses;
}

/// Pulls both ends of every edge together by distance^2, and all nodes a little to the middle.
void attract(const Component& component, const std::vector<Point>& points, std::vector<Point>& forces) {
    for (const LayoutEdge& edge : component.edges) {
        const double dx = points[edge.b].x - points[edge.a].x;
        const double dy = points[edge.b].y - points[edge.a].y;
        const double pull = std::sqrt(dx * dx + dy * dy) * (2.0 - 1.0 / edge.weight);
        forces[edge.a].x += pull * dx;
        forces[edge.a].y += pull * dy;
        forces[edge.b].x -= pull * dx;
        forces[edge.b].y -= pull * dy;
    }
    for (std::size_t node = 0; node < points.size(); ++node) {
        forces[node].x -= kGravity * points[node].x;
        forces[node].y -= kGravity * points[node].y;
    }
}

/// Moves every node along its force, but no further than `furthest`.
void move(std::vector<Point>& points, const std::vector<Point>& forces, double furthest) {
    for (std::size_t node = 0; node < points.size(); ++node) {
        const double force = std::sqrt(forces[node].x * forces[node].x + forces[node].y * forces[node].y);
        const double scale = force > furthest ? furthest / force : 1.0;
        points[node].x += forces[node].x * scale;
        points[node].y += forces[node].y * scale;
    }
}

/// The bits of a number of 16 bits, a zero before each.
std::uint32_t spread(std::uint32_t bits) {
    bits = (bits | (bits << 8U)) & 0x00ff00ffU;
    bits = (bits | (bits << 4U)) & 0x0f0f0f0fU;
    bits = (bits | (bits << 2U)) & 0x33333333U;
    return (bits | (bits << 1U)) & 0x55555555U;
}

/// The nodes along a curve on which neighbours are near each other, so that what one of them reads of a large
/// tree is still at hand for the next. **Source:** G. M. Morton, "A computer oriented geodetic data base"
/// (1966).
std::vector<std::uint32_t> along_curve(const std::vector<Point>& points) {
    const auto [left, right] = std::ranges::minmax(points, {}, &Point::x);
    const auto [low, high] = std::ranges::minmax(points, {}, &Point::y);
    const double scale = 65'535.0 / std::max({right.x - left.x, high.y - low.y, 1e-9});
    std::vector<std::pair<std::uint32_t, std::uint32_t>> places;
    places.reserve(points.size());
    for (std::uint32_t node = 0; node < points.size(); ++node) {
        const auto column = static_cast<std::uint32_t>((points[node].x - left.x) * scale);
        const auto row = static_cast<std::uint32_t>((points[node].y - low.y) * scale);
        places.emplace_back(spread(column) | (spread(row) << 1U), node);
    }
    std::ranges::sort(places);
    std::vector<std::uint32_t> nodes(points.size());
    std::ranges::transform(places, nodes.begin(), [](const auto& place) { return place.second; });
    return nodes;
}

/// Points in ideal edge lengths around the origin.
std::vector<Point> laid_out(const Component& component) {
    std::vector<Point> points = spiral(component.nodes.size());
    const std::vector<double> masses = masses_of(component);
    const int rounds = rounds_for(points.size());
    const double first_step = 0.3 * std::sqrt(static_cast<double>(points.size()));
    Quadtree tree;
    std::vector<Point> forces(points.size());
    for (int round = 0; round < rounds; ++round) {
        tree.build(points, masses);
        for (const std::uint32_t node : along_curve(points)) {
            const Point push = tree.repulsion_at(points[node]);
            forces[node] = {.x = push.x * masses[node], .y = push.y * masses[node]};
        }
        attract(component, points, forces);
        const double left = 1.0 - static_cast<double>(round) / static_cast<double>(rounds);
        move(points, forces, first_step * left * left + 0.01);
    }
    return points;
}

/// Moves the points' bounding box to the origin and gives the radius around it that holds them all.
double centre(std::vector<Point>& points) {
    const auto [left, right] = std::ranges::minmax_element(points, {}, &Point::x);
    const auto [low, high] = std::ranges::minmax_element(points, {}, &Point::y);
    const Point middle{.x = (left->x + right->x) / 2, .y = (low->y + high->y) / 2};
    double radius_squared = 0.0;
    for (Point& point : points) {
        point = {.x = point.x - middle.x, .y = point.y - middle.y};
        radius_squared = std::max(radius_squared, point.x * point.x + point.y * point.y);
    }
    return std::sqrt(radius_squared);
}

void scale(std::vector<Point>& points) {
    double furthest = 0.0;
    for (const Point point : points) {
        furthest = std::max({furthest, std::abs(point.x), std::abs(point.y)});
    }
    // Room for vertices of up to 100 across, as far as the extent allows it.
    const double factor =
        furthest > 0.0 ? std::clamp(kEdgeLength, kLeastExtent / furthest, kGreatestExtent / furthest) : 1.0;
    for (Point& point : points) {
        point = {.x = point.x * factor, .y = point.y * factor};
    }
}

}  // namespace

std::vector<Point> lay_out(const LayoutGraph& graph) {
    std::vector<Part> parts;
    for (Component& component : components_of(graph)) {
        std::vector<Point> points = laid_out(component);
        const double radius = centre(points) + kMargin;
        parts.push_back({.nodes = std::move(component.nodes), .points = std::move(points), .radius = radius});
    }
    std::ranges::stable_sort(parts, std::greater(), &Part::radius);
    std::vector<double> radii(parts.size());
    std::ranges::transform(parts, radii.begin(), &Part::radius);
    const std::vector<Point> centres = packed_circles(radii);
    std::vector<Point> points(graph.node_count);
    for (std::size_t part = 0; part < parts.size(); ++part) {
        for (std::size_t node = 0; node < parts[part].nodes.size(); ++node) {
            points[parts[part].nodes[node]] = {.x = centres[part].x + parts[part].points[node].x,
                                               .y = centres[part].y + parts[part].points[node].y};
        }
    }
    scale(points);
    return points;
}

}  // namespace stancegraph
