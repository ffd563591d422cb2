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

/// What one actor's selected claims say of one subject.
struct Position {
    VertexIndex actor = 0;
    VertexIndex subject = 0;
    std::span<const SelectedEdge> edges;
    double net = 0.0;
};

std::vector<Position> positions_of(const StanceGraph& graph, std::span<const SelectedEdge> selected) {
    std::vector<Position> positions;
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
    std::vector<std::string> agreed;
    std::vector<std::string> disputed;

    [[nodiscard]] double score() const { return (agreement - conflict) / (agreement + conflict + 1.0); }

    [[nodiscard]] std::size_t shared() const { return agreed.size() + disputed.size(); }
};

std::map<VertexIndex, Relation> relations_of(const StanceGraph& graph, const std::vector<Position>& positions,
                                             VertexIndex actor) {
    std::map<VertexIndex, double> own;
    for (const Position& position : positions) {
        if (position.actor == actor && position.net != 0.0) {
            own[position.subject] = position.net;
        }
    }
    std::map<VertexIndex, Relation> relations;
    for (const Position& position : positions) {
        const auto mine = own.find(position.subject);
        if (position.actor == actor || position.net == 0.0 || mine == own.end()) {
            continue;
        }
        Relation& relation = relations[position.actor];
        const double product = position.net * mine->second;
        (product > 0.0 ? relation.agreement : relation.conflict) += std::abs(product);
        (product > 0.0 ? relation.agreed : relation.disputed).push_back(graph.vertex(position.subject).name);
    }
    return relations;
}

/// The claim that proves a position best: of its sign, the surest, then the first.
EvidenceRow proof_of(const StanceGraph& graph, const Position& position) {
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

Sheet related_actors(const StanceGraph& graph, std::span<const SelectedEdge> selected, VertexIndex actor,
                     Side side) {
    const auto relations = relations_of(graph, positions_of(graph, selected), actor);
    std::vector<std::pair<VertexIndex, const Relation*>> rows;
    for (const auto& [other, relation] : relations) {
        const double score = relation.score();
        if (side == Side::allies ? score > 0.0 : score < 0.0) {
            rows.emplace_back(other, &relation);
        }
    }
    std::ranges::stable_sort(rows, [&](const auto& left, const auto& right) {
        const double a = std::abs(left.second->score());
        const double b = std::abs(right.second->score());
        return std::tuple(b, right.second->shared(), graph.vertex(left.first).name) <
               std::tuple(a, left.second->shared(), graph.vertex(right.first).name);
    });
    Sheet sheet({{"actor"}, {"score", true}, {"shared"}, {"same_side"}, {"other_side"}});
    for (const auto& [other, relation] : rows) {
        sheet.add({graph.vertex(other).name, relation->score(), std::uint64_t{relation->shared()},
                   fmt::format("{}", fmt::join(relation->agreed, "; ")),
                   fmt::format("{}", fmt::join(relation->disputed, "; "))});
    }
    return sheet;
}

std::optional<std::vector<EvidenceRow>> path_between(const StanceGraph& graph,
                                                     std::span<const SelectedEdge> selected, VertexIndex from,
                                                     VertexIndex to) {
    const std::vector<Position> positions = positions_of(graph, selected);
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
