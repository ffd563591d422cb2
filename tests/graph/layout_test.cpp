#include "graph/layout.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include <catch2/catch.hpp>

#include "graph/components.hpp"
#include "graph/date.hpp"
#include "graph/identifier.hpp"
#include "graph/quadtree.hpp"

using namespace stancegraph;

namespace {

LayoutGraph random_graph(std::uint32_t seed, std::uint32_t nodes, std::size_t edges) {
    std::mt19937 engine(seed);
    LayoutGraph graph{.node_count = nodes, .edges = {}};
    for (std::size_t index = 0; index < edges; ++index) {
        graph.edges.push_back({.a = static_cast<std::uint32_t>(engine() % nodes),
                               .b = static_cast<std::uint32_t>(engine() % nodes),
                               .weight = 1.0 + static_cast<double>(engine() % 5)});
    }
    return graph;
}

double distance(Point a, Point b) {
    return std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

}  // namespace

TEST_CASE("a layout is finite, within its bounds, and no two nodes share a place", "[graph]") {
    struct Row {
        std::uint32_t nodes;
        std::size_t edges;
    };

    const auto row =
        GENERATE(values<Row>({{0, 0}, {1, 0}, {2, 1}, {3, 0}, {30, 40}, {200, 120}, {700, 900}}));
    const LayoutGraph graph = row.nodes == 0 ? LayoutGraph() : random_graph(5, row.nodes, row.edges);
    const auto points = lay_out(graph);
    REQUIRE(points.size() == row.nodes);
    for (std::size_t index = 0; index < points.size(); ++index) {
        CHECK(std::abs(points[index].x) <= 2500.0);
        CHECK(std::abs(points[index].y) <= 2500.0);
        for (std::size_t other = 0; other < index; ++other) {
            REQUIRE(distance(points[index], points[other]) > 0.5);
        }
    }
    const auto again = lay_out(graph);
    CHECK(std::equal(points.begin(), points.end(), again.begin(), again.end(),
                     [](Point a, Point b) { return a.x == b.x && a.y == b.y; }));
}

TEST_CASE("neighbours end up nearer to each other than strangers", "[graph]") {
    const LayoutGraph graph = random_graph(11, 60, 80);
    const auto points = lay_out(graph);
    double near = 0;
    for (const LayoutEdge& edge : graph.edges) {
        near += distance(points[edge.a], points[edge.b]) / static_cast<double>(graph.edges.size());
    }
    double all = 0;
    for (const Point a : points) {
        for (const Point b : points) {
            all += distance(a, b) / static_cast<double>(points.size() * points.size());
        }
    }
    CHECK(near < all / 2);
}

TEST_CASE("circles are packed without overlap", "[graph]") {
    std::mt19937 engine(3);
    std::vector<double> radii(150);
    std::generate(radii.begin(), radii.end(),
                  [&] { return 0.5 + static_cast<double>(engine() % 100) / 10.0; });
    std::sort(radii.rbegin(), radii.rend());
    const auto centres = packed_circles(radii);
    for (std::size_t a = 0; a < radii.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            REQUIRE(distance(centres[a], centres[b]) >= radii[a] + radii[b] - 1e-6);
        }
    }
}

TEST_CASE("the quadtree's sum is near the sum over all points", "[graph]") {
    std::mt19937 engine(9);
    std::vector<Point> points(300);
    std::generate(points.begin(), points.end(), [&] {
        const double x = static_cast<double>(engine() % 1000);
        return Point{.x = x, .y = static_cast<double>(engine() % 1000)};
    });
    points[7] = points[3];  // and two that cannot be told apart
    const std::vector<double> masses(points.size(), 1.5);
    Quadtree tree;
    tree.build(points, masses);
    double error = 0;
    double size = 0;
    for (const Point at : points) {
        Point exact;
        for (const Point point : points) {
            const double squared = (at.x - point.x) * (at.x - point.x) + (at.y - point.y) * (at.y - point.y);
            if (squared > 0) {
                exact.x += 1.5 * (at.x - point.x) / squared;
                exact.y += 1.5 * (at.y - point.y) / squared;
            }
        }
        error += distance(exact, tree.repulsion_at(at));
        size += std::sqrt(exact.x * exact.x + exact.y * exact.y);
    }
    CHECK(error < 0.1 * size);
}

TEST_CASE("dates that exist are read and followed by the next day", "[graph]") {
    struct Row {
        std::string text;
        std::string next;  ///< Empty: no date.
    };

    const auto row = GENERATE(values<Row>({
        {"2025-03-04", "2025-03-05"},
        {"2025-12-31T23:59:00Z", "2026-01-01"},
        {"2024-02-28", "2024-02-29"},
        {"2025-02-28", "2025-03-01"},
        {"2000-02-29", "2000-03-01"},
        {"1900-02-29", ""},
        {"2025-02-29", ""},
        {"2025-13-01", ""},
        {"2025-00-10", ""},
        {"2025-04-31", ""},
        {"0000-01-01", ""},
        {"9999-01-01", ""},
        {"2025-3-4", ""},
        {"2025-03-041", ""},
        {"-025-03-04", ""},
        {"yesterday", ""},
        {"", ""},
    }));
    INFO(row.text);
    const auto date = parse_date(row.text);
    CHECK((date ? to_string(day_after(*date)) : std::string()) == row.next);
}

TEST_CASE("names are folded and made into ids", "[graph]") {
    struct Row {
        std::string name;
        std::string folded;
        std::string id;
    };

    const auto row = GENERATE(values<Row>({
        {"Scott Bessent", "scott bessent", "a_scott_bessent"},
        {"  H20\n Sales ", "h20 sales", "a_h20_sales"},
        {"O\u2019Brien", "o'brien", "a_o_brien_a7f06016"},
        {"o'brien", "o'brien", "a_o_brien_a7f06016"},
        {"node", "node", "a_node"},
    }));
    INFO(row.name);
    CHECK(folded_name(row.name) == row.folded);
    CHECK(Identifiers().make("a_", folded_name(row.name)) == row.id);
}

TEST_CASE("keys that would share an id do not", "[graph]") {
    Identifiers ids;
    const std::string first = ids.make("a_", "o'brien");
    CHECK(ids.make("a_", first.substr(2)) != first);
    CHECK(ids.make("s_", "赵明昊") != ids.make("s_", "明昊赵"));
    CHECK(ids.make("s_", "") != ids.make("s_", "?"));
}
