#include "query/relations.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "graph/tally.hpp"
#include "query/look_up.hpp"

namespace stancegraph {
namespace {

std::vector<NetPosition> positions_of(const StanceGraph& graph, std::span<const SelectedEdge> selected) {
    std::vector<NetPosition> positions;
    for (std::size_t begin = 0; begin < selected.size();) {
        const StanceEdge& first = graph.edge(selected[begin].edge);
        std::vector<ClaimIndex> claims;
        std::size_t end = begin;
        for (; end < selected.size() && graph.edge(selected[end].edge).actor == first.actor &&
               graph.edge(selected[end].edge).subject == first.subject;
             ++end) {
            claims.insert(claims.end(), selected[end].claims.begin(), selected[end].claims.end());
        }
        positions.push_back({.actor = first.actor,
                             .subject = first.subject,
                             .edges = selected.subspan(begin, end - begin),
                             .net = tally_of(graph.table(), claims).net_polarity()});
        begin = end;
    }
    return positions;
}

/// How two actors stand to each other.
struct Relation {
    double agreement = 0.0;
    double conflict = 0.0;
    RelatedActor related;
};

void add_subject(Relation& relation, VertexIndex subject, double product) {
    RelatedActor& related = relation.related;
    (product > 0.0 ? relation.agreement : relation.conflict) += std::abs(product);
    (product > 0.0 ? related.same_side : related.other_side).push_back(subject);
    related.score = (relation.agreement - relation.conflict) / (relation.agreement + relation.conflict + 1.0);
}

std::string names_of(const StanceGraph& graph, const std::vector<VertexIndex>& vertices) {
    std::string names;
    for (const VertexIndex vertex : vertices) {
        names.append(names.empty() ? "" : "; ").append(graph.vertex(vertex).name);
    }
    return names;
}

/// The claim that proves a position best: of its sign, the surest, then the first.
EvidenceRow proof_of(const StanceGraph& graph, const NetPosition& position) {
    const SelectedEdge* best_edge = nullptr;
    ClaimIndex best = 0;
    for (const SelectedEdge& edge : position.edges) {
        for (const ClaimIndex index : edge.claims) {
            const double polarity = asserted_polarity(graph.claims()[index]);
            if (polarity * position.net <= 0.0) {
                continue;
            }
            const bool is_surer =
                best_edge == nullptr || graph.claims()[index].certainty > graph.claims()[best].certainty;
            best_edge = is_surer ? &edge : best_edge;
            best = is_surer ? index : best;
        }
    }
    const SelectedEdge one{.edge = best_edge->edge, .claims = {best}};
    return evidence(graph, std::span(&one, 1)).front();
}

}  // namespace

Relations::Relations(const StanceGraph& graph, std::span<const SelectedEdge> selected)
    : graph_(&graph), positions_(positions_of(graph, selected)), by_vertex_(graph.vertex_count()) {
    for (std::uint32_t index = 0; index < positions_.size(); ++index) {
        if (positions_[index].net != 0.0) {
            by_vertex_[positions_[index].actor].push_back(index);
            by_vertex_[positions_[index].subject].push_back(index);
        }
    }
}

std::vector<RelatedActor> Relations::of(VertexIndex actor, Side side) const {
    std::map<VertexIndex, Relation> relations;
    for (const std::uint32_t own : by_vertex_[actor]) {
        for (const std::uint32_t other : by_vertex_[positions_[own].subject]) {
            if (positions_[other].actor != actor) {
                add_subject(relations[positions_[other].actor], positions_[own].subject,
                            positions_[own].net * positions_[other].net);
            }
        }
    }
    std::vector<RelatedActor> related;
    for (auto& [other, relation] : relations) {
        const double score = relation.related.score;
        if (side == Side::allies ? score > 0.0 : score < 0.0) {
            relation.related.actor = other;
            related.push_back(std::move(relation.related));
        }
    }
    std::ranges::stable_sort(related, [this](const RelatedActor& left, const RelatedActor& right) {
        const auto shared = [](const RelatedActor& one) {
            return one.same_side.size() + one.other_side.size();
        };
        return std::tuple(std::abs(right.score), shared(right), graph_->vertex(left.actor).name) <
               std::tuple(std::abs(left.score), shared(left), graph_->vertex(right.actor).name);
    });
    return related;
}

Sheet related_actors(const StanceGraph& graph, std::span<const SelectedEdge> selected, VertexIndex actor,
                     Side side) {
    Sheet sheet({{"actor"}, {"score", true}, {"shared"}, {"same_side"}, {"other_side"}});
    for (const RelatedActor& related : Relations(graph, selected).of(actor, side)) {
        sheet.add({graph.vertex(related.actor).name, related.score,
                   std::uint64_t{related.same_side.size() + related.other_side.size()},
                   names_of(graph, related.same_side), names_of(graph, related.other_side)});
    }
    return sheet;
}

std::optional<std::vector<EvidenceRow>> path_between(const StanceGraph& graph,
                                                     std::span<const SelectedEdge> selected, VertexIndex from,
                                                     VertexIndex to) {
    const std::vector<NetPosition> positions = positions_of(graph, selected);
    std::map<VertexIndex, std::vector<std::size_t>> of_actor;
    std::map<std::pair<VertexIndex, bool>, std::vector<std::size_t>> of_side;
    for (std::size_t index = 0; index < positions.size(); ++index) {
        if (positions[index].net != 0.0) {
            of_actor[positions[index].actor].push_back(index);
            of_side[{positions[index].subject, positions[index].net > 0.0}].push_back(index);
        }
    }
    std::map<VertexIndex, std::pair<std::size_t, std::size_t>> reached;  // by which two positions
    std::deque<VertexIndex> next{from};
    reached[from] = {};
    while (!next.empty() && !reached.contains(to)) {
        const VertexIndex actor = next.front();
        next.pop_front();
        for (const std::size_t own : of_actor[actor]) {
            auto& side = of_side[{positions[own].subject, positions[own].net > 0.0}];
            for (const std::size_t other : side) {
                if (reached.try_emplace(positions[other].actor, own, other).second) {
                    next.push_back(positions[other].actor);
                }
            }
            side.clear();  // all of them are reached now
        }
    }
    if (!reached.contains(to)) {
        return std::nullopt;
    }
    std::vector<EvidenceRow> steps;
    for (VertexIndex actor = to; actor != from;) {
        const auto [own, other] = reached.at(actor);
        steps.push_back(proof_of(graph, positions[other]));
        steps.push_back(proof_of(graph, positions[own]));
        actor = positions[own].actor;
    }
    std::ranges::reverse(steps);
    return steps;
}

std::optional<std::vector<SelectedEdge>> who_else(const StanceGraph& graph,
                                                  std::span<const SelectedEdge> selected,
                                                  const std::string& id, Diagnostics& diagnostics) {
    const StanceEdge* edge = nullptr;
    const Claim* claim = nullptr;
    std::size_t count = 0;
    for (EdgeIndex index = 0; index < graph.edge_count(); ++index) {
        for (const ClaimIndex one : graph.evidence(graph.edge(index))) {
            if (graph.claims()[one].id.starts_with(id) && !id.empty()) {
                ++count;
                edge = &graph.edge(index);
                claim = &graph.claims()[one];
            }
        }
    }
    if (count != 1) {
        diagnostics.add(count == 0
                            ? mistake("SG3014", fmt::format("no claim '{}' in the graph", id),
                                      "query --evidence --format jsonl gives the ids as \"claim\"")
                            : mistake("SG3015", fmt::format("'{}' is the beginning of {} claims", id, count),
                                      "give more of the id"));
        return std::nullopt;
    }
    const Sign sign = sign_of(asserted_polarity(*claim));
    std::vector<SelectedEdge> others;
    for (const SelectedEdge& other : selected) {
        const StanceEdge& candidate = graph.edge(other.edge);
        if (candidate.subject != edge->subject || candidate.actor == edge->actor) {
            continue;
        }
        SelectedEdge same{.edge = other.edge, .claims = {}};
        std::ranges::copy_if(other.claims, std::back_inserter(same.claims), [&](ClaimIndex index) {
            const Claim& its = graph.claims()[index];
            return sign == sign_of(asserted_polarity(its)) &&
                   (sign != Sign::neutral || its.stance.label == claim->stance.label);
        });
        if (!same.claims.empty()) {
            others.push_back(std::move(same));
        }
    }
    return others;
}

}  // namespace stancegraph
