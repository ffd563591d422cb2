#include "networks/edge_sieve.hpp"

#include <algorithm>
#include <random>
#include <tuple>

#include <catch2/catch.hpp>

#include "network_claims.hpp"

using namespace stancegraph;
using stancegraph::testing::edges_of;
using stancegraph::testing::graph_of;

namespace {

constexpr std::uint32_t kNodes = 12;

/// Every third pair of nodes is missing; few weights, so that many are equal, of both signs.
std::vector<NetworkEdge> random_edges(std::uint32_t seed) {
    std::mt19937 engine(seed);
    std::vector<NetworkEdge> edges;
    for (std::uint32_t a = 0; a < kNodes; ++a) {
        for (std::uint32_t b = a + 1; b < kNodes; ++b) {
            if (engine() % 3 != 0) {
                const double weight = 1.0 + static_cast<double>(engine() % 3);
                edges.push_back({.a = a,
                                 .b = b,
                                 .weight = engine() % 2 == 0 ? weight : -weight,
                                 .shared = static_cast<std::uint32_t>(engine() % 2)});
            }
        }
    }
    return edges;
}

using Ends = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Ends ends_of(const std::vector<NetworkEdge>& edges) {
    Ends ends;
    for (const NetworkEdge& edge : edges) {
        ends.emplace_back(edge.a, edge.b);
    }
    return ends;
}

/// What is to stay, by sorting all edges of each node.
Ends heaviest_of_each(std::vector<NetworkEdge> edges, std::size_t neighbours) {
    std::ranges::sort(edges, {}, [](const NetworkEdge& edge) {
        return std::tuple(-std::abs(edge.weight), -static_cast<int>(edge.shared), edge.a, edge.b);
    });
    Ends kept;
    for (std::uint32_t node = 0; node < kNodes; ++node) {
        std::size_t count = 0;
        for (const NetworkEdge& edge : edges) {
            if ((edge.a == node || edge.b == node) && ++count <= neighbours) {
                kept.emplace_back(edge.a, edge.b);
            }
        }
    }
    std::ranges::sort(kept);
    kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
    return kept;
}

Ends sieved(const std::vector<NetworkEdge>& edges, SieveBounds bounds) {
    EdgeSieve sieve(kNodes, bounds);
    for (const NetworkEdge& edge : edges) {
        sieve.add(edge);
    }
    CHECK(sieve.added() == edges.size());
    return ends_of(std::move(sieve).take());
}

}  // namespace

TEST_CASE("of too many edges each node keeps its heaviest, in whatever order they come", "[networks]") {
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        std::vector<NetworkEdge> edges = random_edges(seed);
        const std::uint32_t neighbours = 1 + seed % 4;
        const Ends expected = heaviest_of_each(edges, neighbours);
        REQUIRE(expected.size() < edges.size());
        std::mt19937 engine(seed);
        for (int round = 0; round < 5; ++round) {
            const std::uint64_t most = engine() % edges.size();
            CHECK(sieved(edges, {.most_edges = most, .neighbours = neighbours}) == expected);
            for (std::size_t index = edges.size() - 1; index > 0; --index) {
                std::swap(edges[index], edges[engine() % (index + 1)]);
            }
        }
    }
}

TEST_CASE("while they are few enough all edges stay", "[networks]") {
    const std::vector<NetworkEdge> edges = random_edges(1);
    CHECK(sieved(edges, {.most_edges = edges.size(), .neighbours = 1}) == ends_of(edges));
    CHECK(sieved(edges, {}) == ends_of(edges));
    CHECK(sieved({}, {.most_edges = 0, .neighbours = 1}).empty());
}

TEST_CASE("a network says how many of its edges were too many", "[networks]") {
    // All agree on tides, Ada and Bo on fares too.
    const StanceGraph graph =
        graph_of({"Ada + tides a/1 2025-01-01", "Bo + tides a/1 2025-01-01", "Cy + tides a/1 2025-01-01",
                  "Di + tides a/1 2025-01-01", "Ada + fares a/1 2025-01-02", "Bo + fares a/1 2025-01-02"});
    NetworkOptions options{.type = find_network_type("congruence"), .most_edges = 4};
    options.window = TimeWindow{.width = 2};
    const DiscourseNetwork thinned = make_discourse_network(graph, options);
    CHECK(edges_of(thinned) == "Ada Bo 2; Ada Cy 1; Ada Di 1");
    CHECK(thinned.neighbours == 1);
    CHECK(thinned.edges_left_out == 3);
    REQUIRE(thinned.windows.size() == 2);
    CHECK(thinned.windows[0].edges.size() == 3);  // on the first day, of the same pairs
    options.most_edges = 6;
    CHECK(make_discourse_network(graph, options).edges_left_out == 0);
    CHECK(edges_of(graph, "congruence", {.neighbours = 1}) == "Ada Bo 2; Ada Cy 1; Ada Di 1");
    // The heaviest of all are looked for among all.
    CHECK(edges_of(graph, "congruence", {.top_edges = 4, .most_edges = 1}) ==
          "Ada Bo 2; Ada Cy 1; Ada Di 1; Bo Cy 1");
    CHECK(edges_of(graph, "congruence", {.top_edges = 2, .neighbours = 1}) == "Ada Bo 2; Ada Cy 1");
    CHECK(edges_of(graph, "affiliation", {.neighbours = 1, .most_edges = 1}).size() > 60);
}

TEST_CASE("a backbone makes the network of the subjects that carry it", "[networks]") {
    // Tides and fares make two camps of two; noise joins the same ones as tides, weaker.
    const StanceGraph graph =
        graph_of({"Ada + tides a/1", "Bo + tides a/1", "Ada + tides a/2", "Bo + tides a/2", "Cy - fares a/1",
                  "Di - fares a/1", "Cy - fares a/2", "Di - fares a/2", "Ada + noise a/1", "Bo + noise a/1"});
    CHECK(edges_of(graph, "congruence", {}) == "Ada Bo 5; Cy Di 4");
    CHECK(edges_of(graph, "congruence", {.backbone = 2}) == "Ada Bo 4; Cy Di 4");
    CHECK(edges_of(graph, "affiliation", {.backbone = 2}) ==
          "Ada tides 2; Bo tides 2; Cy fares 2; Di fares 2");
    CHECK(edges_of(graph, "congruence", {.backbone = 9}) == "Ada Bo 5; Cy Di 4");
}
