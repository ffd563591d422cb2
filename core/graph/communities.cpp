#include "graph/communities.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace stancegraph {
namespace {

/// A gain below this is rounding.
constexpr double kLeastGain = 1e-9;

struct Neighbour {
    std::uint32_t node = 0;
    double weight = 0.0;
};

/// A network one level up: its nodes are groups of the level below.
struct Level {
    std::vector<std::size_t> begins;  ///< Of each node's neighbours, and the end of the last.
    std::vector<Neighbour> neighbours;
    std::vector<double> inside;  ///< Weight of the edges within a node, from the levels below.
    std::vector<double> degree;  ///< Weights of a node's edges; those inside count twice.
    double total = 0.0;          ///< m
};

Level make_level(std::uint32_t node_count, std::span<const WeightedEdge> edges, std::vector<double> inside) {
    Level level;
    level.begins.assign(node_count + std::size_t{1}, 0);
    level.inside = std::move(inside);
    level.degree.resize(node_count);
    for (const WeightedEdge& edge : edges) {
        ++level.begins[edge.a + std::size_t{1}];
        ++level.begins[edge.b + std::size_t{1}];
    }
    std::partial_sum(level.begins.begin(), level.begins.end(), level.begins.begin());
    level.neighbours.resize(edges.size() * 2);
    std::vector<std::size_t> next(level.begins.begin(), level.begins.end() - 1);
    for (const WeightedEdge& edge : edges) {
        level.neighbours[next[edge.a]++] = {.node = edge.b, .weight = edge.weight};
        level.neighbours[next[edge.b]++] = {.node = edge.a, .weight = edge.weight};
    }
    for (std::uint32_t node = 0; node < node_count; ++node) {
        level.degree[node] = 2.0 * level.inside[node];
        for (std::size_t at = level.begins[node]; at < level.begins[node + std::size_t{1}]; ++at) {
            level.degree[node] += level.neighbours[at].weight;
        }
        level.total += level.degree[node] / 2.0;
    }
    return level;
}

/// Moves nodes of one level between groups until no move gains anything.
class Mover {
public:
    explicit Mover(const Level& level)
        : level_(&level),
          group_of_(level.degree.size()),
          group_degree_(level.degree),
          weight_to_(level.degree.size(), 0.0) {
        std::iota(group_of_.begin(), group_of_.end(), 0U);
    }

    /// True if anything moved.
    bool run() {
        constexpr int kMostRounds = 100;
        bool has_moved = false;
        for (int round = 0; round < kMostRounds; ++round) {
            bool moved_now = false;
            for (std::uint32_t node = 0; node < group_of_.size(); ++node) {
                moved_now = move(node) || moved_now;
            }
            has_moved = has_moved || moved_now;
            if (!moved_now) {
                break;
            }
        }
        return has_moved;
    }

    [[nodiscard]] const std::vector<std::uint32_t>& group_of() const { return group_of_; }

private:
    bool move(std::uint32_t node) {
        const std::uint32_t own = group_of_[node];
        std::vector<std::uint32_t> touched{own};
        for (std::size_t at = level_->begins[node]; at < level_->begins[node + std::size_t{1}]; ++at) {
            const Neighbour& neighbour = level_->neighbours[at];
            const std::uint32_t group = group_of_[neighbour.node];
            weight_to_[group] += neighbour.weight;
            touched.push_back(group);
        }
        std::ranges::sort(touched);
        touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
        group_degree_[own] -= level_->degree[node];
        std::uint32_t best = own;
        double best_gain = gain(node, own) + kLeastGain * level_->total;
        for (const std::uint32_t group : touched) {
            if (const double found = gain(node, group); group != own && found > best_gain) {
                best = group;
                best_gain = found + kLeastGain * level_->total;
            }
        }
        group_degree_[best] += level_->degree[node];
        group_of_[node] = best;
        for (const std::uint32_t group : touched) {
            weight_to_[group] = 0.0;
        }
        return best != own;
    }

    /// What modularity gains, times m, if the node joins the group that it is not in.
    [[nodiscard]] double gain(std::uint32_t node, std::uint32_t group) const {
        return weight_to_[group] - level_->degree[node] * group_degree_[group] / (2.0 * level_->total);
    }

    const Level* level_;
    std::vector<std::uint32_t> group_of_;
    std::vector<double> group_degree_;
    std::vector<double> weight_to_;  ///< Of the node that moves to each group; all 0 between moves.
};

/// Numbers the groups that occur from 0, in the order of their first nodes.
std::vector<std::uint32_t> packed(const std::vector<std::uint32_t>& group_of, std::uint32_t& group_count) {
    std::vector<std::uint32_t> number(group_of.size(), 0);
    std::vector<bool> is_known(group_of.size(), false);
    std::vector<std::uint32_t> packed_groups;
    group_count = 0;
    for (const std::uint32_t group : group_of) {
        if (!is_known[group]) {
            is_known[group] = true;
            number[group] = group_count++;
        }
        packed_groups.push_back(number[group]);
    }
    return packed_groups;
}

/// The edges between groups, each pair once.
std::vector<WeightedEdge> merged_edges(std::span<const WeightedEdge> edges,
                                       const std::vector<std::uint32_t>& group_of,
                                       std::vector<double>& inside) {
    std::vector<WeightedEdge> between;
    for (const WeightedEdge& edge : edges) {
        const auto [low, high] = std::minmax(group_of[edge.a], group_of[edge.b]);
        if (low == high) {
            inside[low] += edge.weight;
        } else {
            between.push_back({.a = low, .b = high, .weight = edge.weight});
        }
    }
    std::ranges::stable_sort(between, {}, [](const WeightedEdge& edge) { return std::pair(edge.a, edge.b); });
    std::vector<WeightedEdge> merged;
    for (const WeightedEdge& edge : between) {
        if (!merged.empty() && merged.back().a == edge.a && merged.back().b == edge.b) {
            merged.back().weight += edge.weight;
        } else {
            merged.push_back(edge);
        }
    }
    return merged;
}

}  // namespace

double modularity(std::span<const WeightedEdge> edges, std::span<const std::uint32_t> group_of) {
    std::vector<double> inside(group_of.size(), 0.0);
    std::vector<double> degrees(group_of.size(), 0.0);
    double total = 0.0;
    for (const WeightedEdge& edge : edges) {
        total += edge.weight;
        degrees[group_of[edge.a]] += edge.weight;
        degrees[group_of[edge.b]] += edge.weight;
        inside[group_of[edge.a]] += group_of[edge.a] == group_of[edge.b] ? edge.weight : 0.0;
    }
    double quality = 0.0;
    for (std::size_t group = 0; group < group_of.size() && total > 0.0; ++group) {
        const double share = degrees[group] / (2.0 * total);
        quality += inside[group] / total - share * share;
    }
    return quality;
}

std::vector<std::uint32_t> numbered_by_size(std::span<const std::uint32_t> group_of) {
    std::uint32_t count = 0;
    for (const std::uint32_t group : group_of) {
        count = std::max(count, group + 1);
    }
    std::vector<std::uint32_t> sizes(count, 0);
    std::vector<std::uint32_t> firsts(count, 0);
    for (std::uint32_t node = 0; node < group_of.size(); ++node) {
        firsts[group_of[node]] = sizes[group_of[node]] == 0 ? node : firsts[group_of[node]];
        ++sizes[group_of[node]];
    }
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    std::erase_if(order, [&](std::uint32_t group) { return sizes[group] == 0; });
    std::ranges::sort(order, {}, [&](std::uint32_t group) {
        return std::pair(-static_cast<std::int64_t>(sizes[group]), firsts[group]);
    });
    std::vector<std::uint32_t> number(count, 0);
    for (std::uint32_t place = 0; place < order.size(); ++place) {
        number[order[place]] = place;
    }
    std::vector<std::uint32_t> numbered(group_of.size());
    std::ranges::transform(group_of, numbered.begin(), [&](std::uint32_t group) { return number[group]; });
    return numbered;
}

std::vector<std::uint32_t> find_communities(std::uint32_t node_count, std::span<const WeightedEdge> edges) {
    std::vector<std::uint32_t> group_of(node_count);
    std::iota(group_of.begin(), group_of.end(), 0U);
    std::vector<WeightedEdge> between;
    std::ranges::copy_if(edges, std::back_inserter(between),
                         [](const WeightedEdge& edge) { return edge.weight > 0.0; });
    std::vector<double> inside(node_count, 0.0);
    std::uint32_t group_count = node_count;
    while (!between.empty()) {
        const Level level = make_level(group_count, between, inside);
        Mover mover(level);
        if (!mover.run()) {
            break;
        }
        const std::vector<std::uint32_t> merged = packed(mover.group_of(), group_count);
        std::vector<double> merged_inside(group_count, 0.0);
        for (std::size_t group = 0; group < merged.size(); ++group) {
            merged_inside[merged[group]] += level.inside[group];
        }
        between = merged_edges(between, merged, merged_inside);
        inside = std::move(merged_inside);
        for (std::uint32_t& group : group_of) {
            group = merged[group];
        }
    }
    return numbered_by_size(group_of);
}

}  // namespace stancegraph
