#include "exporters/report/selection.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <tuple>

#include "exporters/evidence_text.hpp"

namespace stancegraph::html_report {
namespace {

/// Those with most documents first, of equals those whose ends have most, so that what is left out lies at
/// the rim; whole pairs until one does not fit any more.
std::vector<StancePair> strongest_pairs(const StanceGraph& graph, const Limits& limits) {
    std::vector<StancePair> pairs = pairs_of(graph);
    std::vector<std::uint32_t> order(pairs.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, std::greater(), [&](std::uint32_t index) {
        const StancePair& pair = pairs[index];
        return std::tuple(pair.tally.documents, graph.vertex(pair.actor).tally.documents +
                                                    graph.vertex(pair.subject).tally.documents);
    });
    std::vector<bool> is_shown(graph.vertex_count(), false);
    std::size_t vertices = 0;
    std::size_t edges = 0;
    std::vector<std::uint32_t> kept;
    for (const std::uint32_t index : order) {
        const StancePair& pair = pairs[index];
        edges += pair.edges_end - pair.edges_begin;
        for (const VertexIndex vertex : {pair.actor, pair.subject}) {
            vertices += is_shown[vertex] ? 0U : 1U;
            is_shown[vertex] = true;
        }
        if (edges > limits.edges || vertices > limits.vertices) {
            break;
        }
        kept.push_back(index);
    }
    std::ranges::sort(kept);
    std::vector<StancePair> strongest;
    for (const std::uint32_t index : kept) {
        strongest.push_back(std::move(pairs[index]));
    }
    return strongest;
}

std::vector<std::vector<ClaimIndex>> best_of_edges(const StanceGraph& graph,
                                                   const std::vector<EdgeIndex>& edges, std::size_t count) {
    std::vector<std::vector<ClaimIndex>> best;
    best.reserve(edges.size());
    for (const EdgeIndex edge : edges) {
        best.push_back(best_claims(graph, graph.evidence(graph.edge(edge)), count));
    }
    return best;
}

std::size_t bytes_of(const StanceGraph& graph, const std::vector<std::vector<ClaimIndex>>& quoted) {
    std::size_t bytes = 0;
    for (const auto& claims : quoted) {
        for (const ClaimIndex claim : claims) {
            bytes += graph.claims()[claim].quote.size();
        }
    }
    return bytes;
}

std::vector<std::vector<ClaimIndex>> quoted_claims(const StanceGraph& graph,
                                                   const std::vector<EdgeIndex>& edges,
                                                   const Limits& limits) {
    std::size_t count = limits.claims_of_edge;
    auto quoted = best_of_edges(graph, edges, count);
    while (count > 1 && bytes_of(graph, quoted) > limits.quote_bytes) {
        count /= 2;
        quoted = best_of_edges(graph, edges, count);
    }
    const auto place_of = [&](ClaimIndex index) {
        const Claim& claim = graph.claims()[index];
        return std::tie(claim.source.date, claim.doc, claim.line, claim.id);
    };
    for (auto& claims : quoted) {
        std::ranges::sort(claims, {}, place_of);
    }
    return quoted;
}

}  // namespace

Selection select_parts(const StanceGraph& graph, const Limits& limits) {
    Selection selection;
    selection.pairs = strongest_pairs(graph, limits);
    std::vector<bool> is_shown(graph.vertex_count(), false);
    for (const StancePair& pair : selection.pairs) {
        is_shown[pair.actor] = true;
        is_shown[pair.subject] = true;
        for (EdgeIndex edge = pair.edges_begin; edge < pair.edges_end; ++edge) {
            selection.edges.push_back(edge);
        }
    }
    for (VertexIndex vertex = 0; vertex < graph.vertex_count(); ++vertex) {
        if (is_shown[vertex]) {
            selection.vertices.push_back(vertex);
        }
    }
    selection.quoted = quoted_claims(graph, selection.edges, limits);
    return selection;
}

}  // namespace stancegraph::html_report
