#include "networks/edge_sieve.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace stancegraph {
namespace {

bool is_heavier(const NetworkEdge& one, const NetworkEdge& other) {
    return std::tuple(std::abs(one.weight), one.shared, other.a, other.b) >
           std::tuple(std::abs(other.weight), other.shared, one.a, one.b);
}

std::pair<std::uint32_t, std::uint32_t> ends_of(const NetworkEdge& edge) {
    return {edge.a, edge.b};
}

}  // namespace

void HeaviestEdges::add(const NetworkEdge& edge) {
    if (heap_.size() == most_) {
        if (heap_.empty() || !is_heavier(edge, heap_.front())) {
            return;
        }
        std::ranges::pop_heap(heap_, is_heavier);
        heap_.pop_back();
    }
    heap_.push_back(edge);
    std::ranges::push_heap(heap_, is_heavier);
}

void EdgeSieve::sift(const NetworkEdge& edge) {
    heaviest_of_[edge.a].add(edge);
    heaviest_of_[edge.b].add(edge);
}

void EdgeSieve::add(const NetworkEdge& edge) {
    ++added_;
    if (!is_sifting()) {
        all_.push_back(edge);
        return;
    }
    heaviest_of_.resize(nodes_, HeaviestEdges(bounds_.neighbours));
    for (const NetworkEdge& earlier : std::exchange(all_, {})) {
        sift(earlier);
    }
    sift(edge);
}

std::vector<NetworkEdge> EdgeSieve::take() && {
    std::vector<NetworkEdge> edges = std::move(all_);
    for (const HeaviestEdges& heaviest : heaviest_of_) {
        edges.insert(edges.end(), heaviest.edges().begin(), heaviest.edges().end());
    }
    std::ranges::sort(edges, {}, ends_of);
    const auto is_same = [](const NetworkEdge& one, const NetworkEdge& other) {
        return ends_of(one) == ends_of(other);
    };
    edges.erase(std::unique(edges.begin(), edges.end(), is_same), edges.end());
    return edges;
}

}  // namespace stancegraph
