#include "graph/components.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace stancegraph {
namespace {

/// Union-find with path halving; the smaller index leads.
class DisjointSets {
public:
    explicit DisjointSets(std::uint32_t count) : leader_(count) {
        std::iota(leader_.begin(), leader_.end(), 0U);
    }

    std::uint32_t leader_of(std::uint32_t node) {
        while (leader_[node] != node) {
            leader_[node] = leader_[leader_[node]];
            node = leader_[node];
        }
        return node;
    }

    void join(std::uint32_t a, std::uint32_t b) {
        const std::uint32_t leader_a = leader_of(a);
        const std::uint32_t leader_b = leader_of(b);
        leader_[std::max(leader_a, leader_b)] = std::min(leader_a, leader_b);
    }

private:
    std::vector<std::uint32_t> leader_;
};

/// The unit vector turned left by the angle at the centre of a circle whose chord is `chord` radii long.
Point turned(Point direction, double chord) {
    const double half_sine = std::min(chord / 2, 1.0);
    const double cosine = 1 - 2 * half_sine * half_sine;
    const double sine = 2 * half_sine * std::sqrt(1 - half_sine * half_sine);
    return {.x = direction.x * cosine - direction.y * sine, .y = direction.x * sine + direction.y * cosine};
}

}  // namespace

std::vector<Component> components_of(const LayoutGraph& graph) {
    DisjointSets sets(graph.node_count);
    for (const LayoutEdge& edge : graph.edges) {
        sets.join(edge.a, edge.b);
    }
    std::vector<Component> components;
    std::vector<std::uint32_t> component_of(graph.node_count);
    std::vector<std::uint32_t> place_in(graph.node_count);
    for (std::uint32_t node = 0; node < graph.node_count; ++node) {
        const std::uint32_t leader = sets.leader_of(node);
        if (leader == node) {
            component_of[node] = static_cast<std::uint32_t>(components.size());
            components.emplace_back();
        }
        component_of[node] = component_of[leader];
        auto& nodes = components[component_of[node]].nodes;
        place_in[node] = static_cast<std::uint32_t>(nodes.size());
        nodes.push_back(node);
    }
    for (const LayoutEdge& edge : graph.edges) {
        components[component_of[edge.a]].edges.push_back(
            {.a = place_in[edge.a], .b = place_in[edge.b], .weight = edge.weight});
    }
    std::ranges::stable_sort(components, std::greater(),
                             [](const Component& component) { return component.nodes.size(); });
    return components;
}

std::vector<Point> packed_circles(const std::vector<double>& radii) {
    std::vector<Point> centres(radii.size());
    double inner = radii.empty() ? 0.0 : radii.front();
    for (std::size_t next = 1; next < radii.size();) {
        const double widest =
            *std::max_element(radii.begin() + static_cast<std::ptrdiff_t>(next), radii.end());
        const double ring = inner + widest;
        const std::size_t first = next;
        Point direction{.x = 1.0, .y = 0.0};
        bool is_past_half = false;
        while (next < radii.size()) {
            centres[next] = {.x = ring * direction.x, .y = ring * direction.y};
            ++next;
            if (next == radii.size()) {
                break;
            }
            const Point turn = turned(direction, (radii[next - 1] + radii[next]) / ring);
            is_past_half = is_past_half || turn.y < 0.0;
            const double dx = ring * turn.x - centres[first].x;
            const double dy = ring * turn.y - centres[first].y;
            const double room = radii[next] + radii[first];
            if (is_past_half && (turn.y >= 0.0 || dx * dx + dy * dy < room * room)) {
                break;
            }
            direction = turn;
        }
        inner = ring + widest;
    }
    return centres;
}

}  // namespace stancegraph
