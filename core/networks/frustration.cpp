#include "networks/frustration.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <deque>

#include "graph/components.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kMostExact = 20;
constexpr double kLeastGain = 1e-9;

struct Neighbour {
    std::uint32_t node = 0;
    double weight = 0.0;
};

/// One connected part and a split of it.
class Part {
public:
    explicit Part(const Component& component)
        : neighbours_(component.nodes.size()), sides_(component.nodes.size(), 0) {
        for (const LayoutEdge& edge : component.edges) {
            neighbours_[edge.a].push_back({.node = edge.b, .weight = edge.weight});
            neighbours_[edge.b].push_back({.node = edge.a, .weight = edge.weight});
        }
    }

    [[nodiscard]] std::size_t size() const { return sides_.size(); }

    [[nodiscard]] const std::vector<std::uint8_t>& sides() const { return sides_; }

    void set_sides(const std::vector<std::uint8_t>& sides) { sides_ = sides; }

    void flip(std::uint32_t node) { sides_[node] ^= 1U; }

    /// How much less is frustrated once the node changes sides.
    [[nodiscard]] double gain(std::uint32_t node) const {
        double gain = 0.0;
        for (const Neighbour& neighbour : neighbours_[node]) {
            const bool is_inside = sides_[neighbour.node] == sides_[node];
            gain += is_inside ? -neighbour.weight : neighbour.weight;
        }
        return gain;
    }

    [[nodiscard]] double frustration() const {
        double sum = 0.0;
        for (std::uint32_t node = 0; node < size(); ++node) {
            for (const Neighbour& neighbour : neighbours_[node]) {
                const bool is_inside = sides_[neighbour.node] == sides_[node];
                const bool is_against = is_inside == (neighbour.weight < 0.0);
                sum += is_against && node < neighbour.node ? std::abs(neighbour.weight) : 0.0;
            }
        }
        return sum;
    }

    /// Gives every node the side that the edge asks for by which it is first reached from `start`.
    void follow_signs(std::uint32_t start) {
        std::vector<bool> is_reached(size(), false);
        std::deque<std::uint32_t> waiting{start};
        is_reached[start] = true;
        sides_[start] = 0;
        while (!waiting.empty()) {
            const std::uint32_t node = waiting.front();
            waiting.pop_front();
            for (const Neighbour& neighbour : neighbours_[node]) {
                if (!is_reached[neighbour.node]) {
                    is_reached[neighbour.node] = true;
                    sides_[neighbour.node] =
                        static_cast<std::uint8_t>(sides_[node] ^ (neighbour.weight < 0.0 ? 1U : 0U));
                    waiting.push_back(neighbour.node);
                }
            }
        }
    }

private:
    std::vector<std::vector<Neighbour>> neighbours_;
    std::vector<std::uint8_t> sides_;
};

/// Tries every split, each differing from the one before by one node (a Gray code). The first node stays.
std::vector<std::uint8_t> best_of_all(Part& part) {
    std::vector<std::uint8_t> best = part.sides();
    double frustrated = 0.0;
    double least = 0.0;
    for (std::uint32_t step = 1; step < 1U << (part.size() - 1); ++step) {
        const auto node = static_cast<std::uint32_t>(std::countr_zero(step)) + 1;
        frustrated -= part.gain(node);
        part.flip(node);
        if (frustrated < least - kLeastGain) {
            least = frustrated;
            best = part.sides();
        }
    }
    return best;
}

void improve(Part& part) {
    bool has_moved = true;
    while (has_moved) {
        has_moved = false;
        for (std::uint32_t node = 0; node < part.size(); ++node) {
            if (part.gain(node) > kLeastGain) {
                part.flip(node);
                has_moved = true;
            }
        }
    }
}

std::vector<std::uint8_t> best_of_some(Part& part) {
    constexpr std::uint32_t kStarts = 12;
    std::vector<std::uint8_t> best;
    double least = 0.0;
    for (std::uint32_t start = 0; start < kStarts; ++start) {
        part.follow_signs(static_cast<std::uint32_t>(std::uint64_t{start} * part.size() / kStarts));
        improve(part);
        const double frustrated = part.frustration();
        if (best.empty() || frustrated < least - kLeastGain) {
            best = part.sides();
            least = frustrated;
        }
    }
    return best;
}

}  // namespace

Split best_split(std::uint32_t node_count, std::span<const WeightedEdge> signed_edges) {
    LayoutGraph graph{.node_count = node_count, .edges = {}};
    Split split;
    split.side_of.assign(node_count, 0);
    for (const WeightedEdge& edge : signed_edges) {
        split.total += std::abs(edge.weight);
        graph.edges.push_back({.a = edge.a, .b = edge.b, .weight = edge.weight});
    }
    for (const Component& component : components_of(graph)) {
        if (component.nodes.size() < 2) {
            continue;
        }
        Part part(component);
        const bool is_small = part.size() <= kMostExact;
        const std::vector<std::uint8_t> sides = is_small ? best_of_all(part) : best_of_some(part);
        part.set_sides(sides);
        split.frustrated += part.frustration();
        split.is_exact = split.is_exact && is_small;
        for (std::size_t node = 0; node < sides.size(); ++node) {
            split.side_of[component.nodes[node]] = sides[node] ^ sides[0];
        }
    }
    return split;
}

}  // namespace stancegraph
