#include "graph/centrality.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/property_map/property_map.hpp>

#include "graph/hop_paths.hpp"

namespace stancegraph {
namespace {

using Adjacency = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

std::vector<double> page_rank_of(const Adjacency& adjacency) {
    constexpr double kDamping = 0.85;
    constexpr std::size_t kRounds = 100;
    std::vector<double> values(boost::num_vertices(adjacency), 0.0);
    if (values.empty()) {
        return values;
    }
    boost::graph::page_rank(
        adjacency,
        boost::make_iterator_property_map(values.begin(), boost::get(boost::vertex_index, adjacency)),
        boost::graph::n_iterations(kRounds), kDamping);
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    for (double& value : values) {
        value /= sum;
    }
    return values;
}

/// All nodes, or fewer where that would take more than some seconds.
std::uint32_t pivots_for(std::uint32_t node_count, std::size_t edge_count) {
    constexpr std::uint32_t kMostExact = 5'000;
    constexpr std::uint32_t kFewest = 100;
    constexpr std::uint64_t kWork = 1'000'000'000;  // edges that are passed, each once in both directions
    const std::uint64_t affordable = kWork / std::max<std::uint64_t>(1, 2 * edge_count);
    const auto most = static_cast<std::uint32_t>(std::min<std::uint64_t>(affordable, kMostExact));
    return std::min(node_count, std::max(most, kFewest));
}

}  // namespace

Centralities find_centralities(std::uint32_t node_count, std::span<const WeightedEdge> edges) {
    Centralities found;
    found.degree.assign(node_count, 0);
    found.strength.assign(node_count, 0.0);
    Adjacency adjacency(node_count);
    for (const WeightedEdge& edge : edges) {
        boost::add_edge(edge.a, edge.b, adjacency);
        for (const std::uint32_t end : {edge.a, edge.b}) {
            ++found.degree[end];
            found.strength[end] += edge.weight;
        }
    }
    found.page_rank = page_rank_of(adjacency);
    HopPaths paths = follow_paths(node_count, edges, pivots_for(node_count, edges.size()));
    found.betweenness = std::move(paths.betweenness);
    found.closeness = std::move(paths.closeness);
    found.pivots = paths.pivots;
    return found;
}

}  // namespace stancegraph
