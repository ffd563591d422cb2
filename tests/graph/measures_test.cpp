#include <cmath>

#include <catch2/catch.hpp>

#include "graph/centrality.hpp"
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
    CHECK_FALSE(find_centralities(5, edges, 4).has_paths);
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
