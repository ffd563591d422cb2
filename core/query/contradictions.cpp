#include "query/contradictions.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "graph/belief.hpp"
#include "graph/date.hpp"
#include "graph/tally.hpp"
#include "query/same_words.hpp"

namespace stancegraph {
namespace {

constexpr double kMostOutOfPlace = 0.1;

/// A selected claim that takes a side.
struct SidedClaim {
    const SelectedEdge* edge = nullptr;
    ClaimIndex claim = 0;
    bool is_positive = false;
    std::string day;  ///< Empty where it has none.
};

std::vector<SidedClaim> sided_claims(const StanceGraph& graph, std::span<const SelectedEdge> edges) {
    std::vector<SidedClaim> sided;
    for (const SelectedEdge& edge : edges) {
        for (const ClaimIndex index : edge.claims) {
            const Claim& claim = graph.claims()[index];
            const Sign sign = sign_of(asserted_polarity(claim));
            if (sign != Sign::neutral) {
                const auto day = parse_date(claim.source.date);
                sided.push_back({.edge = &edge,
                                 .claim = index,
                                 .is_positive = sign == Sign::positive,
                                 .day = day ? to_string(*day) : std::string()});
            }
        }
    }
    return sided;
}

/// A way to part the dated stories into those before and those after.
struct Cut {
    std::string before;
    std::string after;
    std::size_t out_of_place = 0;
};

/// The side that each story is on, in the order of the days. An article about a change tells of the side
/// before it as well, so what most of its claims say counts; a story that is torn has no side.
std::vector<std::pair<std::string, bool>> dated_stories(const StanceGraph& graph,
                                                        const std::vector<SidedClaim>& claims) {
    std::map<std::pair<std::string, StoryIndex>, int> stories;
    for (const SidedClaim& claim : claims) {
        if (!claim.day.empty()) {
            stories[{claim.day, graph.table().stories[claim.claim]}] += claim.is_positive ? 1 : -1;
        }
    }
    std::vector<std::pair<std::string, bool>> dated;
    for (const auto& [key, net] : stories) {
        if (net != 0) {
            dated.emplace_back(key.first, net > 0);
        }
    }
    return dated;
}

/// The cut between two days that leaves the fewest stories on the wrong side; nothing where that are too
/// many. Both sides must have more stories in their place than out of it.
std::optional<Cut> change_in(const std::vector<std::pair<std::string, bool>>& dated) {
    const auto positive = static_cast<std::size_t>(
        std::ranges::count_if(dated, [](const auto& story) { return story.second; }));
    std::optional<Cut> best;
    std::size_t positive_before = 0;
    for (std::size_t at = 1; at < dated.size(); ++at) {
        positive_before += dated[at - 1].second ? 1U : 0U;
        if (dated[at - 1].first == dated[at].first) {
            continue;
        }
        const std::size_t positive_after = positive - positive_before;
        const std::size_t negative_before = at - positive_before;
        const std::size_t negative_after = dated.size() - at - positive_after;
        const bool turns_negative = positive_before > negative_before && negative_after > positive_after;
        const bool turns_positive = negative_before > positive_before && positive_after > negative_after;
        if (!turns_negative && !turns_positive) {
            continue;
        }
        const std::size_t wrong =
            turns_negative ? negative_before + positive_after : positive_before + negative_after;
        if (!best || wrong < best->out_of_place) {
            best = Cut{.before = dated[at - 1].first, .after = dated[at].first, .out_of_place = wrong};
        }
    }
    const bool is_clear = best && static_cast<double>(best->out_of_place) <=
                                      kMostOutOfPlace * static_cast<double>(dated.size());
    return is_clear ? best : std::nullopt;
}

/// Adds what outlets do against themselves and each other.
void add_outlet_kinds(const StanceGraph& graph, const std::vector<SidedClaim>& claims,
                      std::vector<ContradictionKind>& kinds) {
    std::map<std::string, std::pair<bool, bool>> signs;
    for (const SidedClaim& claim : claims) {
        auto& [has_positive, has_negative] = signs[graph.claims()[claim.claim].source.outlet];
        (claim.is_positive ? has_positive : has_negative) = true;
    }
    const auto any = [&](bool positive, bool negative) {
        return std::ranges::any_of(
            signs, [&](const auto& outlet) { return outlet.second == std::pair(positive, negative); });
    };
    if (any(true, true)) {
        kinds.push_back(ContradictionKind::within_outlet);
    }
    if (any(true, false) && any(false, true)) {
        kinds.push_back(ContradictionKind::across_outlets);
    }
}

std::vector<EvidenceRow> proofs_of(const StanceGraph& graph, const std::vector<SidedClaim>& claims) {
    std::vector<EvidenceRow> proofs;
    for (const SidedClaim& claim : claims) {
        const SelectedEdge one{.edge = claim.edge->edge, .claims = {claim.claim}};
        proofs.push_back(evidence(graph, std::span(&one, 1)).front());
    }
    std::ranges::stable_sort(proofs, [](const EvidenceRow& a, const EvidenceRow& b) {
        return std::tie(a.date, a.document, a.line) < std::tie(b.date, b.document, b.line);
    });
    return proofs;
}

/// One story with both signs in different documents.
bool tells_one_story_differently(const StanceGraph& graph, const std::vector<SidedClaim>& claims) {
    std::map<StoryIndex, std::map<std::string_view, std::pair<bool, bool>>> stories;
    for (const SidedClaim& claim : claims) {
        auto& signs = stories[graph.table().stories[claim.claim]][graph.claims()[claim.claim].doc];
        (claim.is_positive ? signs.first : signs.second) = true;
    }
    return std::ranges::any_of(stories, [](const auto& story) {
        const auto has = [&](std::pair<bool, bool> signs) {
            return std::ranges::any_of(story.second,
                                       [&](const auto& document) { return document.second == signs; });
        };
        return has({true, false}) && has({false, true});
    });
}

/// How sure the reports make the side that has less for it.
double belief_in_both(const StanceGraph& graph, const std::vector<SidedClaim>& claims) {
    std::vector<ClaimIndex> positive;
    std::vector<ClaimIndex> negative;
    for (const SidedClaim& claim : claims) {
        (claim.is_positive ? positive : negative).push_back(claim.claim);
    }
    return std::min(support_in(graph.table(), positive), support_in(graph.table(), negative));
}

std::optional<Contradiction> contradiction_of(const StanceGraph& graph, std::span<const SelectedEdge> edges) {
    const std::vector<SidedClaim> claims = sided_claims(graph, edges);
    const auto is_positive = [](const SidedClaim& claim) { return claim.is_positive; };
    if (std::ranges::all_of(claims, is_positive) || std::ranges::none_of(claims, is_positive)) {
        return std::nullopt;
    }
    Contradiction found;
    const StanceEdge& edge = graph.edge(edges.front().edge);
    found.actor = graph.vertex(edge.actor).name;
    found.subject = graph.vertex(edge.subject).name;
    const auto dated = dated_stories(graph, claims);
    const auto change = change_in(dated);
    if (change) {
        found.kinds.push_back(ContradictionKind::change_over_time);
        found.before = change->before;
        found.after = change->after;
    }
    const bool is_all_told = change && change->out_of_place == 0;
    if (!is_all_told) {
        add_outlet_kinds(graph, claims, found.kinds);
    }
    if (tells_one_story_differently(graph, claims)) {
        found.kinds.push_back(ContradictionKind::reported_differently);
    }
    found.belief = belief_in_both(graph, claims);
    found.proofs = proofs_of(graph, claims);
    return found;
}

}  // namespace

std::string_view name_of(ContradictionKind kind) {
    switch (kind) {
        case ContradictionKind::change_over_time:
            return "change over time";
        case ContradictionKind::within_outlet:
            return "within one outlet";
        case ContradictionKind::across_outlets:
            return "across outlets";
        case ContradictionKind::reported_differently:
            return "reported differently";
    }
    return {};
}

std::vector<Contradiction> contradictions(const StanceGraph& graph, std::span<const SelectedEdge> selected) {
    std::vector<Contradiction> all;
    for (std::size_t begin = 0; begin < selected.size();) {
        const StanceEdge& first = graph.edge(selected[begin].edge);
        std::size_t end = begin;
        while (end < selected.size() && graph.edge(selected[end].edge).actor == first.actor &&
               graph.edge(selected[end].edge).subject == first.subject) {
            ++end;
        }
        if (auto found = contradiction_of(graph, selected.subspan(begin, end - begin))) {
            all.push_back(std::move(*found));
        }
        begin = end;
    }
    std::ranges::stable_sort(all, [](const Contradiction& a, const Contradiction& b) {
        return std::tie(b.belief, a.actor, a.subject) < std::tie(a.belief, b.actor, b.subject);
    });
    for (Contradiction& found : same_words_differently(graph, selected)) {
        all.push_back(std::move(found));
    }
    return all;
}

}  // namespace stancegraph
