#include "graph/placement.hpp"

#include <algorithm>
#include <cmath>

#include "graph/layout.hpp"

namespace stancegraph {
namespace {

constexpr double kLeastSize = 4.0;
constexpr double kGreatestSize = 100.0;
constexpr double kOnlySize = 20.0;

}  // namespace

double rounded_coordinate(double coordinate) {
    return std::round(coordinate * 100.0) / 100.0;
}

std::vector<double> sizes_by_amount(std::span<const double> amounts) {
    if (amounts.empty()) {
        return {};
    }
    const auto [least, most] = std::ranges::minmax_element(amounts);
    const double low = std::sqrt(*least);
    const double range = std::sqrt(*most) - low;
    std::vector<double> sizes;
    for (const double amount : amounts) {
        const double share = range > 0.0 ? (std::sqrt(amount) - low) / range : 0.0;
        sizes.push_back(range > 0.0 ? rounded_coordinate(kLeastSize + (kGreatestSize - kLeastSize) * share)
                                    : kOnlySize);
    }
    return sizes;
}

void size_vertices(std::vector<Vertex>& vertices) {
    std::vector<double> amounts(vertices.size());
    std::ranges::transform(vertices, amounts.begin(),
                           [](const Vertex& vertex) { return static_cast<double>(vertex.tally.documents); });
    const std::vector<double> sizes = sizes_by_amount(amounts);
    for (std::size_t index = 0; index < vertices.size(); ++index) {
        vertices[index].size = sizes[index];
    }
}

void place_vertices(std::vector<Vertex>& vertices, std::span<const StanceEdge> edges) {
    LayoutGraph graph;
    graph.node_count = static_cast<std::uint32_t>(vertices.size());
    for (const StanceEdge& edge : edges) {  // sorted by pair: parallel edges are neighbours
        if (!graph.edges.empty() && graph.edges.back().a == edge.actor &&
            graph.edges.back().b == edge.subject) {
            graph.edges.back().weight += edge.tally.documents;
        } else {
            graph.edges.push_back(
                {.a = edge.actor, .b = edge.subject, .weight = static_cast<double>(edge.tally.documents)});
        }
    }
    const std::vector<Point> points = lay_out(graph);
    for (std::size_t index = 0; index < vertices.size(); ++index) {
        vertices[index].x = rounded_coordinate(points[index].x);
        vertices[index].y = rounded_coordinate(points[index].y);
    }
}

}  // namespace stancegraph
