#include "graph/centrality.hpp"

#include <algorithm>
#include <numeric>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/property_map/property_map.hpp>

namespace stancegraph {
namespace {

using Adjacency = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

auto map_of(std::vector<double>& values, const Adjacency& adjacency) {
    return boost::make_iterator_property_map(values.begin(), boost::get(boost::vertex_index, adjacency));
}

std::vector<double> betweenness_of(const Adjacency& adjacency) {
    std::vector<double> values(boost::num_vertices(adjacency), 0.0);
    const auto map = map_of(values, adjacency);
    boost::brandes_betweenness_centrality(adjacency, map);
    if (values.size() > 2) {
        boost::relative_betweenness_centrality(adjacency, map);
    }
    return values;
}

std::vector<double> closeness_of(const Adjacency& adjacency) {
    const std::size_t count = boost::num_vertices(adjacency);
    std::vector<double> values(count, 0.0);
    std::vector<std::uint32_t> distances(count);
    for (std::size_t node = 0; node < count; ++node) {
        distances.assign(count, 0);
        const auto map =
            boost::make_iterator_property_map(distances.begin(), boost::get(boost::vertex_index, adjacency));
        boost::breadth_first_search(
            adjacency, boost::vertex(node, adjacency),
            boost::visitor(boost::make_bfs_visitor(boost::record_distances(map, boost::on_tree_edge()))));
        const double sum = std::accumulate(distances.begin(), distances.end(), 0.0);
        const auto reached = static_cast<double>(
            std::count_if(distances.begin(), distances.end(), [](std::uint32_t hops) { return hops > 0; }));
        values[node] = sum > 0.0 ? reached / sum * reached / static_cast<double>(count - 1) : 0.0;
    }
    return values;
}

std::vector<double> page_rank_of(const Adjacency& adjacency) {
    constexpr double kDamping = 0.85;
    constexpr std::size_t kRounds = 100;
    std::vector<double> values(boost::num_vertices(adjacency), 0.0);
    if (values.empty()) {
        return values;
    }
    boost::graph::page_rank(adjacency, map_of(values, adjacency), boost::graph::n_iterations(kRounds),
                            kDamping);
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    for (double& value : values) {
        value /= sum;
    }
    return values;
}

}  // namespace

Centralities find_centralities(std::uint32_t node_count, std::span<const WeightedEdge> edges,
                               std::uint32_t most_nodes) {
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
    found.has_paths = node_count <= most_nodes;
    if (found.has_paths) {
        found.betweenness = betweenness_of(adjacency);
        found.closeness = closeness_of(adjacency);
    }
    return found;
}

}  // namespace stancegraph
