#include "graph/hop_paths.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace stancegraph {
namespace {

constexpr std::uint32_t kUnreached = std::numeric_limits<std::uint32_t>::max();

/// The neighbours of all nodes in one array.
class Neighbours {
public:
    Neighbours(std::uint32_t node_count, std::span<const WeightedEdge> edges)
        : begins_(node_count + std::size_t{1}, 0), nodes_(2 * edges.size()) {
        for (const WeightedEdge& edge : edges) {
            ++begins_[edge.a + std::size_t{1}];
            ++begins_[edge.b + std::size_t{1}];
        }
        std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
        std::vector<std::size_t> next(begins_.begin(), begins_.end() - 1);
        for (const WeightedEdge& edge : edges) {
            nodes_[next[edge.a]++] = edge.b;
            nodes_[next[edge.b]++] = edge.a;
        }
    }

    [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t node) const {
        return std::span(nodes_).subspan(begins_[node], begins_[node + std::size_t{1}] - begins_[node]);
    }

private:
    std::vector<std::size_t> begins_;
    std::vector<std::uint32_t> nodes_;
};

/// Adds up what the paths from one pivot after the other say.
class PathSums {
public:
    PathSums(std::uint32_t node_count, const Neighbours& neighbours)
        : neighbours_(&neighbours),
          distance_(node_count, kUnreached),
          path_count_(node_count, 0.0),
          dependency_(node_count, 0.0),
          passing_(node_count, 0.0),
          distance_sum_(node_count, 0.0),
          reaching_(node_count, 0) {}

    void add(std::uint32_t pivot) {
        search(pivot);
        for (std::size_t place = reached_.size(); place-- > 1;) {
            const std::uint32_t node = reached_[place];
            for (const std::uint32_t before : neighbours_->of(node)) {
                if (distance_[before] + 1 == distance_[node]) {
                    dependency_[before] +=
                        path_count_[before] / path_count_[node] * (1.0 + dependency_[node]);
                }
            }
            passing_[node] += dependency_[node];
            distance_sum_[node] += distance_[node];
            ++reaching_[node];
        }
        for (const std::uint32_t node : reached_) {
            distance_[node] = kUnreached;
            path_count_[node] = 0.0;
            dependency_[node] = 0.0;
        }
    }

    /// Over all pivots: how many shortest paths pass, those of equal length shared.
    [[nodiscard]] double passing(std::uint32_t node) const { return passing_[node]; }

    /// Of `others` pivots that are not the node itself.
    [[nodiscard]] double closeness(std::uint32_t node, std::uint32_t others) const {
        const auto reaching = static_cast<double>(reaching_[node]);
        return reaching > 0.0 ? reaching / distance_sum_[node] * reaching / others : 0.0;
    }

private:
    /// Breadth first: distances and numbers of shortest paths, nodes in the order of their distance.
    void search(std::uint32_t pivot) {
        reached_.assign(1, pivot);
        distance_[pivot] = 0;
        path_count_[pivot] = 1.0;
        for (std::size_t place = 0; place < reached_.size(); ++place) {
            const std::uint32_t node = reached_[place];
            for (const std::uint32_t next : neighbours_->of(node)) {
                if (distance_[next] == kUnreached) {
                    distance_[next] = distance_[node] + 1;
                    reached_.push_back(next);
                }
                if (distance_[next] == distance_[node] + 1) {
                    path_count_[next] += path_count_[node];
                }
            }
        }
    }

    const Neighbours* neighbours_;
    std::vector<std::uint32_t> reached_;
    std::vector<std::uint32_t> distance_;
    std::vector<double> path_count_;
    std::vector<double> dependency_;
    std::vector<double> passing_;
    std::vector<double> distance_sum_;
    std::vector<std::uint32_t> reaching_;
};

}  // namespace

HopPaths follow_paths(std::uint32_t node_count, std::span<const WeightedEdge> edges, std::uint32_t pivots) {
    HopPaths paths{.betweenness = std::vector<double>(node_count, 0.0),
                   .closeness = std::vector<double>(node_count, 0.0),
                   .pivots = std::min(pivots, node_count)};
    const Neighbours neighbours(node_count, edges);
    PathSums sums(node_count, neighbours);
    std::vector<bool> is_pivot(node_count, false);
    for (std::uint32_t index = 0; index < paths.pivots; ++index) {
        const auto pivot = static_cast<std::uint32_t>(std::uint64_t{index} * node_count / paths.pivots);
        is_pivot[pivot] = true;
        sums.add(pivot);
    }
    const auto count = static_cast<double>(node_count);
    const double pairs = (count - 1.0) * (count - 2.0) * paths.pivots / count;  // each from both its ends
    for (std::uint32_t node = 0; node < node_count; ++node) {
        const std::uint32_t others = paths.pivots - (is_pivot[node] ? 1U : 0U);
        paths.betweenness[node] = pairs > 0.0 ? std::min(sums.passing(node) / pairs, 1.0) : 0.0;
        paths.closeness[node] = others > 0 ? sums.closeness(node, others) : 0.0;
    }
    return paths;
}

}  // namespace stancegraph
