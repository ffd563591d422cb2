#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <set>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/property_map/property_map.hpp>
#include <catch2/catch.hpp>

#include "graph/centrality.hpp"
#include "graph/hop_paths.hpp"
#include "graph/spectrum.hpp"

using namespace stancegraph;

TEST_CASE("centralities of a path and a loner are those of the definitions", "[graph]") {
    // 0 - 1 - 2 - 3 and 4 alone
    const std::vector<WeightedEdge> edges{{0, 1, 2.0}, {1, 2, 1.0}, {2, 3, 0.5}};
    const Centralities found = find_centralities(5, edges);
    CHECK(found.degree == std::vector<std::uint32_t>{1, 2, 2, 1, 0});
    CHECK(found.strength == std::vector<double>{2.0, 3.0, 1.5, 0.5, 0.0});
    // 1 lies between 0-2 and 0-3, of six pairs of others
    CHECK(found.betweenness[1] == Approx(2.0 / 6.0));
    CHECK(found.betweenness[0] == 0.0);
    // 3 of 4 others within reach; distances 1 + 1 + 2
    CHECK(found.closeness[1] == Approx(3.0 / 4.0 * 3.0 / 4.0));
    CHECK(found.closeness[4] == 0.0);
    CHECK(found.page_rank[1] == Approx(found.page_rank[2]));
    CHECK(found.page_rank[1] > found.page_rank[0]);
    CHECK(find_centralities(0, {}).degree.empty());
    CHECK(found.pivots == 5);
}

namespace {

/// A network of `nodes` nodes in which about `degree` edges start at each; some nodes have none.
std::vector<WeightedEdge> random_network(std::uint32_t nodes, std::uint32_t degree, std::uint32_t seed) {
    std::mt19937 engine(seed);
    std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t edge = 0; edge < nodes * degree; ++edge) {
        const auto a = static_cast<std::uint32_t>(engine() % nodes);
        const auto b = static_cast<std::uint32_t>(engine() % nodes);
        if (a != b && a % 7 != 0 && b % 7 != 0) {
            pairs.insert(std::minmax({a, b}));
        }
    }
    std::vector<WeightedEdge> edges;
    for (const auto& [a, b] : pairs) {
        edges.push_back({.a = a, .b = b});
    }
    return edges;
}

/// Betweenness as Boost.Graph computes it.
std::vector<double> brandes(std::uint32_t nodes, const std::vector<WeightedEdge>& edges) {
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> graph(nodes);
    for (const WeightedEdge& edge : edges) {
        boost::add_edge(edge.a, edge.b, graph);
    }
    std::vector<double> values(nodes, 0.0);
    const auto map =
        boost::make_iterator_property_map(values.begin(), boost::get(boost::vertex_index, graph));
    boost::brandes_betweenness_centrality(graph, map);
    boost::relative_betweenness_centrality(graph, map);
    return values;
}

}  // namespace

TEST_CASE("betweenness is what Boost.Graph computes", "[graph]") {
    for (const std::uint32_t seed : {1U, 2U, 3U, 4U}) {
        const std::uint32_t nodes = 20 * seed;
        const auto edges = random_network(nodes, seed, seed);
        const std::vector<double> expected = brandes(nodes, edges);
        const HopPaths paths = follow_paths(nodes, edges, nodes);
        REQUIRE(std::ranges::max(expected) > 0.0);
        for (std::uint32_t node = 0; node < nodes; ++node) {
            CHECK(paths.betweenness[node] == Approx(expected[node]).margin(1e-12));
        }
    }
}

TEST_CASE("paths from some nodes estimate what those from all of them give", "[graph]") {
    constexpr std::uint32_t kNodes = 600;
    const auto edges = random_network(kNodes, 2, 9);
    const HopPaths exact = follow_paths(kNodes, edges, kNodes);
    const HopPaths sampled = follow_paths(kNodes, edges, 150);
    CHECK(sampled.pivots == 150);
    CHECK(follow_paths(kNodes, edges, 9'999).pivots == kNodes);
    const auto largest = std::ranges::max(exact.betweenness);
    for (std::uint32_t node = 0; node < kNodes; ++node) {
        CHECK(sampled.betweenness[node] == Approx(exact.betweenness[node]).margin(0.3 * largest));
        CHECK(sampled.closeness[node] == Approx(exact.closeness[node]).margin(0.03));
    }
    const auto sum = [](const std::vector<double>& values) {
        return std::accumulate(values.begin(), values.end(), 0.0);
    };
    CHECK(sum(sampled.betweenness) == Approx(sum(exact.betweenness)).epsilon(0.05));
    CHECK(sampled.betweenness == follow_paths(kNodes, edges, 150).betweenness);
}

TEST_CASE("Laplacian spectra are those known in closed form", "[graph]") {
    const auto check = [](const std::vector<double>& found, const std::vector<double>& expected) {
        REQUIRE(found.size() == expected.size());
        for (std::size_t index = 0; index < found.size(); ++index) {
            CHECK(found[index] == Approx(expected[index]).margin(1e-9));
        }
    };
    check(laplacian_spectrum(0, {}), {});
    check(laplacian_spectrum(3, {}), {0, 0, 0});
    check(laplacian_spectrum(2, std::vector<WeightedEdge>{{0, 1, 2.5}}), {0, 5});
    std::vector<WeightedEdge> clique;
    for (std::uint32_t a = 0; a < 6; ++a) {
        for (std::uint32_t b = a + 1; b < 6; ++b) {
            clique.push_back({a, b, 1.0});
        }
    }
    check(laplacian_spectrum(6, clique), {0, 6, 6, 6, 6, 6});
    std::vector<WeightedEdge> path;
    std::vector<double> expected;
    constexpr double kPi = 3.14159265358979323846;
    for (std::uint32_t node = 0; node < 9; ++node) {
        expected.push_back(2.0 - 2.0 * std::cos(kPi * node / 9));
        if (node > 0) {
            path.push_back({node - 1, node, 1.0});
        }
    }
    check(laplacian_spectrum(9, path), expected);
}
