#include "networks/observations.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <string_view>

#include "graph/date.hpp"
#include "graph/identifier.hpp"

namespace stancegraph {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// Adds the vertices of that kind; gives the place of each in `nodes`, counted from the first one.
void add_vertices(const StanceGraph& graph, VertexKind kind, std::vector<NetworkNode>& nodes,
                  std::vector<std::uint32_t>& place_of) {
    for (VertexIndex index = 0; index < graph.vertex_count(); ++index) {
        const Vertex& vertex = graph.vertex(index);
        if (vertex.kind == kind) {
            place_of[index] = static_cast<std::uint32_t>(nodes.size());
            nodes.push_back({.kind = kind == VertexKind::actor ? NodeKind::actor : NodeKind::subject,
                             .id = vertex.id,
                             .name = vertex.name,
                             .vertex = index,
                             .tally = vertex.tally});
        }
    }
}

/// The outlets of the claims on edges, by name, each with its claims.
std::map<std::string_view, std::vector<ClaimIndex>> claims_by_outlet(const StanceGraph& graph) {
    std::vector<ClaimIndex> claims(graph.evidence().begin(), graph.evidence().end());
    std::ranges::sort(claims);
    std::map<std::string_view, std::vector<ClaimIndex>> outlets;
    for (const ClaimIndex claim : claims) {
        if (const std::string& outlet = graph.claims()[claim].source.outlet; !outlet.empty()) {
            outlets[outlet].push_back(claim);
        }
    }
    return outlets;
}

/// Adds the outlets; gives the place of each claim's outlet.
std::vector<std::uint32_t> add_outlets(const StanceGraph& graph, std::vector<NetworkNode>& nodes) {
    std::vector<std::uint32_t> place_of(graph.claims().size(), kNone);
    Identifiers ids;
    for (const auto& [name, claims] : claims_by_outlet(graph)) {
        for (const ClaimIndex claim : claims) {
            place_of[claim] = static_cast<std::uint32_t>(nodes.size());
        }
        nodes.push_back({.kind = NodeKind::outlet,
                         .id = ids.make("o_", folded_name(name)),
                         .name = std::string(name),
                         .vertex = 0,
                         .tally = tally_of(graph.table(), claims)});
    }
    return place_of;
}

/// Numbers documents in the order of the claims, which are sorted by document.
std::vector<std::uint32_t> number_documents(std::span<const Claim> claims) {
    std::vector<std::uint32_t> numbers(claims.size(), 0);
    for (std::size_t index = 1; index < claims.size(); ++index) {
        numbers[index] = numbers[index - 1] + (claims[index].doc == claims[index - 1].doc ? 0U : 1U);
    }
    return numbers;
}

std::optional<std::int32_t> day_of(const Claim& claim) {
    const auto date = parse_date(claim.source.date);
    return date ? std::optional(day_number(*date)) : std::nullopt;
}

}  // namespace

std::string_view name_of(NodeKind kind) {
    switch (kind) {
        case NodeKind::actor:
            return "actor";
        case NodeKind::subject:
            return "subject";
        case NodeKind::outlet:
            break;
    }
    return "outlet";
}

Observations observe(const StanceGraph& graph, NodeKind rows, Classes classes) {
    Observations observations;
    std::vector<std::uint32_t> place_of(graph.vertex_count(), kNone);
    std::vector<std::uint32_t> outlet_of;
    if (rows == NodeKind::outlet) {
        outlet_of = add_outlets(graph, observations.rows);
    } else {
        add_vertices(graph, VertexKind::actor, observations.rows, place_of);
    }
    add_vertices(graph, VertexKind::subject, observations.columns, place_of);
    const std::vector<std::uint32_t> documents = number_documents(graph.claims());
    for (EdgeIndex index = 0; index < graph.edge_count(); ++index) {
        const StanceEdge& edge = graph.edge(index);
        for (const ClaimIndex claim : graph.evidence(edge)) {
            const Sign sign = sign_of(asserted_polarity(graph.claims()[claim]));
            const std::uint32_t row = rows == NodeKind::outlet ? outlet_of[claim] : place_of[edge.actor];
            if (row == kNone || (classes == Classes::two && sign == Sign::neutral)) {
                continue;
            }
            observations.all.push_back({.row = row,
                                        .column = place_of[edge.subject],
                                        .sign = sign,
                                        .document = documents[claim],
                                        .story = graph.table().stories[claim],
                                        .day = day_of(graph.claims()[claim]),
                                        .claim = claim});
        }
    }
    std::ranges::sort(observations.all, {}, &Observation::claim);
    return observations;
}

}  // namespace stancegraph
