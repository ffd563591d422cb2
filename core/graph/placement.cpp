#include "graph/placement.hpp"

#include <algorithm>
#include <cmath>

#include "graph/layout.hpp"

namespace stancegraph {
namespace {

constexpr double kLeastSize = 4.0;
constexpr double kGreatestSize = 100.0;
constexpr double kOnlySize = 20.0;

/// Hundredths are as fine as any screen, and keep the files short.
double rounded(double coordinate) {
    return std::round(coordinate * 100.0) / 100.0;
}

}  // namespace

void size_vertices(std::vector<Vertex>& vertices) {
    if (vertices.empty()) {
        return;
    }
    const auto root = [](const Vertex& vertex) {
        return std::sqrt(static_cast<double>(vertex.tally.documents));
    };
    const auto [least, most] = std::ranges::minmax_element(vertices, {}, root);
    const double low = root(*least);
    const double range = root(*most) - low;
    for (Vertex& vertex : vertices) {
        const double share = range > 0.0 ? (root(vertex) - low) / range : 0.0;
        vertex.size = range > 0.0 ? rounded(kLeastSize + (kGreatestSize - kLeastSize) * share) : kOnlySize;
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
        vertices[index].x = rounded(points[index].x);
        vertices[index].y = rounded(points[index].y);
    }
}

}  // namespace stancegraph
