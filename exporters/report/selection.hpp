#pragma once

#include <cstdint>
#include <vector>

#include "graph/pairs.hpp"
#include "graph/stance_graph.hpp"

namespace stancegraph::html_report {

/// The part of a graph that a page can draw and hold.
struct Selection {
    std::vector<StancePair> pairs;                ///< Whole ones, by actor, then subject.
    std::vector<EdgeIndex> edges;                 ///< Of the pairs, ascending.
    std::vector<VertexIndex> vertices;            ///< Their ends, ascending.
    std::vector<std::vector<ClaimIndex>> quoted;  ///< Of each edge, by date, document and line.
};

struct Limits {
    std::size_t edges = 20'000;
    std::size_t vertices = 5'000;
    std::size_t claims_of_edge = 60;        ///< Quotes of one edge.
    std::size_t quote_bytes = 12'000'000U;  ///< Of all quotes together.
};

/// The pairs with most documents that fit, of equals those between the busiest ends, and of each edge the
/// best claims that fit: the number of claims that an edge shows is halved until all quotes together do.
[[nodiscard]] Selection select_parts(const StanceGraph& graph, const Limits& limits);

}  // namespace stancegraph::html_report
