#include "graph/communities.hpp"

#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

using namespace stancegraph;

namespace {

std::string groups_of(std::uint32_t nodes, const std::vector<WeightedEdge>& edges) {
    std::string text;
    for (const std::uint32_t group : find_communities(nodes, edges)) {
        text += static_cast<char>('A' + group);
    }
    return text;
}

}  // namespace

TEST_CASE("modularity of two triangles with one bridge is that of the formula", "[graph]") {
    const std::vector<WeightedEdge> edges{{0, 1}, {0, 2}, {1, 2}, {3, 4}, {3, 5}, {4, 5}, {2, 3}};
    CHECK(modularity(edges, std::vector<std::uint32_t>{0, 0, 0, 1, 1, 1}) == Approx(6.0 / 7 - 0.5));
    CHECK(modularity(edges, std::vector<std::uint32_t>{0, 0, 0, 0, 0, 0}) == Approx(0.0).margin(1e-12));
    CHECK(modularity({}, std::vector<std::uint32_t>{0, 1}) == 0.0);
}

TEST_CASE("communities are found and numbered by size", "[graph]") {
    struct Row {
        std::string what;
        std::uint32_t nodes;
        std::vector<WeightedEdge> edges;
        std::string expected;
    };

    const auto row = GENERATE(values<Row>({
        {"nothing", 0, {}, ""},
        {"no edges", 3, {}, "ABC"},
        {"a pair", 3, {{1, 2}}, "BAA"},
        {"two triangles", 6, {{0, 1}, {0, 2}, {1, 2}, {3, 4}, {3, 5}, {4, 5}, {2, 3}}, "AAABBB"},
        {"weights decide", 4, {{0, 1, 0.1}, {1, 2, 9.0}, {2, 3, 0.1}, {0, 3, 9.0}}, "ABBA"},
        {"negative ones are ignored", 4, {{0, 1, 1.0}, {1, 2, -5.0}, {2, 3, 1.0}}, "AABB"},
        {"the bigger one first", 5, {{0, 1}, {2, 3}, {2, 4}, {3, 4}}, "BBAAA"},
    }));
    INFO(row.what);
    CHECK(groups_of(row.nodes, row.edges) == row.expected);
}

TEST_CASE("cliques on a ring are found one by one", "[graph]") {
    constexpr std::uint32_t kCliques = 8;
    constexpr std::uint32_t kSize = 5;
    std::vector<WeightedEdge> edges;
    for (std::uint32_t clique = 0; clique < kCliques; ++clique) {
        for (std::uint32_t a = 0; a < kSize; ++a) {
            for (std::uint32_t b = a + 1; b < kSize; ++b) {
                edges.push_back({clique * kSize + a, clique * kSize + b});
            }
        }
        const std::uint32_t next = (clique + 1) % kCliques * kSize;
        edges.push_back({std::min(clique * kSize, next), std::max(clique * kSize, next)});
    }
    const auto groups = find_communities(kCliques * kSize, edges);
    for (std::uint32_t node = 0; node < groups.size(); ++node) {
        CHECK(groups[node] == groups[node / kSize * kSize]);
    }
    CHECK(*std::ranges::max_element(groups) == kCliques - 1);
}
