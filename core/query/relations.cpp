#include "query/relations.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>
#include <map>
#include <string_view>
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

/// How another actor stands to the one that is asked about.
struct Relation {
    double agreement = 0.0;
    double conflict = 0.0;
    std::uint32_t shared = 0;        ///< Subjects; 0 for who shares none.
    std::uint32_t place = kNowhere;  ///< Among those that are told.

    static constexpr std::uint32_t kNowhere = std::numeric_limits<std::uint32_t>::max();

    [[nodiscard]] double score() const { return (agreement - conflict) / (agreement + conflict + 1.0); }
};

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

template <typename Visit>
void Relations::for_each_shared(VertexIndex actor, Visit visit) const {
    for (const std::uint32_t own : by_vertex_[actor]) {
        for (const std::uint32_t other : by_vertex_[positions_[own].subject]) {
            if (positions_[other].actor != actor) {
                visit(positions_[other].actor, positions_[own].subject,
                      positions_[own].net * positions_[other].net);
            }
        }
    }
}

std::vector<RelatedActor> Relations::of(VertexIndex actor, Side side, std::size_t most) const {
    std::vector<Relation> relations(graph_->vertex_count());
    std::vector<VertexIndex> others;
    for_each_shared(actor, [&](VertexIndex other, VertexIndex, double product) {
        Relation& relation = relations[other];
        if (relation.shared++ == 0) {
            others.push_back(other);
        }
        (product > 0.0 ? relation.agreement : relation.conflict) += std::abs(product);
    });
    std::erase_if(others, [&](VertexIndex other) {
        const double score = relations[other].score();
        return side == Side::allies ? score <= 0.0 : score >= 0.0;
    });
    const auto last = others.begin() + static_cast<std::ptrdiff_t>(std::min(most, others.size()));
    std::ranges::partial_sort(others, last, [&](VertexIndex left, VertexIndex right) {
        const Relation& one = relations[left];
        const Relation& two = relations[right];
        return std::tuple(std::abs(two.score()), two.shared, std::string_view(graph_->vertex(left).name),
                          left) < std::tuple(std::abs(one.score()), one.shared,
                                             std::string_view(graph_->vertex(right).name), right);
    });
    others.erase(last, others.end());
    std::vector<RelatedActor> related;
    for (const VertexIndex other : others) {
        relations[other].place = static_cast<std::uint32_t>(related.size());
        related.push_back(
            {.actor = other, .score = relations[other].score(), .same_side = {}, .other_side = {}});
    }
    for_each_shared(actor, [&](VertexIndex other, VertexIndex subject, double product) {
        if (const std::uint32_t place = relations[other].place; place != Relation::kNowhere) {
            (product > 0.0 ? related[place].same_side : related[place].other_side).push_back(subject);
        }
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
