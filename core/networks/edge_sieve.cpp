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

/// Keeps an edge in a heap of at most `most`, in front of which the lightest one stands.
void keep(const NetworkEdge& edge, std::vector<NetworkEdge>& heap, std::size_t most) {
    if (heap.size() == most) {
        if (!is_heavier(edge, heap.front())) {
            return;
        }
        std::ranges::pop_heap(heap, is_heavier);
        heap.pop_back();
    }
    heap.push_back(edge);
    std::ranges::push_heap(heap, is_heavier);
}

std::pair<std::uint32_t, std::uint32_t> ends_of(const NetworkEdge& edge) {
    return {edge.a, edge.b};
}

}  // namespace

void EdgeSieve::sift(const NetworkEdge& edge) {
    keep(edge, heaviest_of_[edge.a], bounds_.neighbours);
    keep(edge, heaviest_of_[edge.b], bounds_.neighbours);
}

void EdgeSieve::add(const NetworkEdge& edge) {
    ++added_;
    if (!is_sifting()) {
        all_.push_back(edge);
        return;
    }
    heaviest_of_.resize(nodes_);
    for (const NetworkEdge& earlier : std::exchange(all_, {})) {
        sift(earlier);
    }
    sift(edge);
}

std::vector<NetworkEdge> EdgeSieve::take() && {
    std::vector<NetworkEdge> edges = std::move(all_);
    for (const std::vector<NetworkEdge>& heaviest : heaviest_of_) {
        edges.insert(edges.end(), heaviest.begin(), heaviest.end());
    }
    std::ranges::sort(edges, {}, ends_of);
    const auto is_same = [](const NetworkEdge& one, const NetworkEdge& other) {
        return ends_of(one) == ends_of(other);
    };
    edges.erase(std::unique(edges.begin(), edges.end(), is_same), edges.end());
    return edges;
}

}  // namespace stancegraph
