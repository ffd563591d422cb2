#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "networks/network_edge.hpp"

namespace stancegraph {

/// The heaviest of the edges that are added; of equally heavy ones those whose ends share more, then the
/// first. What stays depends on the edges alone, not on their order. O(log most) an edge.
class HeaviestEdges {
public:
    explicit HeaviestEdges(std::size_t most) : most_(most) {}

    void add(const NetworkEdge& edge);

    /// At most `most` edges, in no order.
    [[nodiscard]] const std::vector<NetworkEdge>& edges() const { return heap_; }

private:
    std::size_t most_;
    std::vector<NetworkEdge> heap_;  ///< The lightest in front.
};

struct SieveBounds {
    /// While there are no more all edges stay.
    std::uint64_t most_edges = std::numeric_limits<std::uint64_t>::max();
    std::uint32_t neighbours = 1;  ///< So many each node keeps otherwise; positive.
};

/// Takes the edges of a network of pairs one by one. Once they are too many an edge stays only if it is one
/// of the HeaviestEdges of either end. O(log neighbours) an edge; memory for the bounds.
class EdgeSieve {
public:
    /// Edges name nodes below `nodes`.
    EdgeSieve(std::uint32_t nodes, SieveBounds bounds) : nodes_(nodes), bounds_(bounds) {}

    void add(const NetworkEdge& edge);

    /// The edges that stay, by a, then b.
    [[nodiscard]] std::vector<NetworkEdge> take() &&;

    /// How many edges were added.
    [[nodiscard]] std::uint64_t added() const { return added_; }

    [[nodiscard]] bool is_sifting() const { return added_ > bounds_.most_edges; }

private:
    void sift(const NetworkEdge& edge);

    std::uint32_t nodes_;
    SieveBounds bounds_;
    std::uint64_t added_ = 0;
    std::vector<NetworkEdge> all_;            ///< Until there are too many.
    std::vector<HeaviestEdges> heaviest_of_;  ///< Of each node.
};

}  // namespace stancegraph
