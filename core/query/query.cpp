#include "query/query.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <set>
#include <span>
#include <string_view>

#include <fmt/format.h>

#include "graph/tally.hpp"
#include "query/condition.hpp"
#include "query/condition_names.hpp"
#include "query/date_range.hpp"
#include "query/graph_names.hpp"
#include "query/look_up.hpp"

namespace stancegraph {
namespace {

/// What the query's words stand for in the graph; an empty set allows all.
struct Filter {
    std::set<std::uint32_t> actors;
    std::set<std::uint32_t> subjects;
    std::set<std::string> stances;
    std::set<std::string> outlets;
    std::set<std::string> kinds;
    DateRange dates;
    std::optional<Sign> sign;
    double min_certainty = 0.0;
    double min_belief = 0.0;
    std::optional<Condition> condition;
    bool only_contested = false;
};

/// The number of an option; the least for none.
double share_of(std::string_view option, const std::string& text, Diagnostics& diagnostics) {
    double share = 0.0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, share);
    if (!text.empty() && (read.ec != std::errc() || read.ptr != end || !(share >= 0.0 && share <= 1.0))) {
        diagnostics.add(mistake("SG3007", fmt::format("--{} '{}' is no number from 0 to 1", option, text),
                                fmt::format("write for example --{} 0.7", option)));
        return 0.0;
    }
    return share;
}

std::optional<Sign> sign_called(std::string_view name) {
    if (name == "positive" || name == "negative") {
        return name == "positive" ? Sign::positive : Sign::negative;
    }
    return name == "neutral" ? std::optional(Sign::neutral) : std::nullopt;
}

std::optional<DateRange> period_of(std::string_view option, const std::string& text,
                                   Diagnostics& diagnostics) {
    auto period = parse_period(text);
    if (!period) {
        diagnostics.add(mistake("SG3005", fmt::format("--{} '{}' is no date", option, text),
                                "write 2025, 2025-08 or 2025-08-20"));
    }
    return period;
}

DateRange dates_of(const Query& query, Diagnostics& diagnostics) {
    DateRange dates;
    if (!query.since.empty()) {
        dates.first = period_of("since", query.since, diagnostics).value_or(DateRange()).first;
    }
    if (!query.until.empty()) {
        dates.last = period_of("until", query.until, diagnostics).value_or(DateRange()).last;
    }
    if (!dates.first.empty() && !dates.last.empty() && dates.last < dates.first) {
        diagnostics.add(mistake("SG3006",
                                fmt::format("--until '{}' is before --since '{}'", query.until, query.since),
                                "exchange the two dates"));
    }
    return dates;
}

Filter filter_of(const StanceGraph& graph, const Query& query, Diagnostics& diagnostics) {
    Filter filter;
    if (!query.actor.empty()) {
        const auto found = look_up(kActorField, named_vertices(graph, VertexKind::actor), query.actor,
                                   NameFit::whole, diagnostics);
        filter.actors.insert(found.begin(), found.end());
    }
    if (!query.subject.empty()) {
        const auto found = look_up(kSubjectField, named_vertices(graph, VertexKind::subject), query.subject,
                                   NameFit::words, diagnostics);
        filter.subjects.insert(found.begin(), found.end());
    }
    if (!query.stance.empty()) {
        filter.stances = look_up_text(kStanceField, stances_of(graph), query.stance, diagnostics);
    }
    if (!query.outlet.empty()) {
        filter.outlets = look_up_text(kOutletField, outlets_of(graph), query.outlet, diagnostics);
    }
    if (!query.kind.empty()) {
        filter.kinds = look_up_text(kKindField, kinds_of(graph), query.kind, diagnostics);
    }
    filter.dates = dates_of(query, diagnostics);
    filter.sign = sign_called(query.polarity);
    filter.min_certainty = share_of("min-certainty", query.min_certainty, diagnostics);
    filter.min_belief = share_of("min-belief", query.min_belief, diagnostics);
    if (!query.where.empty()) {
        filter.condition = Condition::parse(query.where, diagnostics);
        if (filter.condition) {
            check_names(*filter.condition, graph, diagnostics);
        }
    }
    filter.only_contested = query.only_contested;
    return filter;
}

template <typename T>
bool allows(const std::set<T>& allowed, const T& value) {
    return allowed.empty() || allowed.contains(value);
}

bool allows_edge(const Filter& filter, const StanceGraph& graph, const StanceEdge& edge) {
    return allows(filter.actors, edge.actor) && allows(filter.subjects, edge.subject) &&
           allows(filter.stances, edge.stance) && allows(filter.kinds, graph.vertex(edge.actor).type) &&
           edge.belief >= filter.min_belief && (!filter.only_contested || edge.is_contested);
}

bool allows_claim(const Filter& filter, const StanceGraph& graph, const StanceEdge& edge, ClaimIndex index) {
    const Claim& claim = graph.claims()[index];
    return allows(filter.outlets, claim.source.outlet) && filter.dates.contains(claim.source.date) &&
           claim.certainty >= filter.min_certainty &&
           (!filter.sign || *filter.sign == sign_of(asserted_polarity(claim))) &&
           (!filter.condition || filter.condition->holds(graph, edge, index));
}

}  // namespace

std::optional<std::vector<SelectedEdge>> select(const StanceGraph& graph, const Query& query,
                                                Diagnostics& diagnostics) {
    Diagnostics mistakes;
    const Filter filter = filter_of(graph, query, mistakes);
    diagnostics.append(mistakes);
    if (mistakes.has_errors()) {
        return std::nullopt;
    }
    std::vector<SelectedEdge> selected;
    for (EdgeIndex index = 0; index < graph.edge_count(); ++index) {
        const StanceEdge& edge = graph.edge(index);
        if (!allows_edge(filter, graph, edge)) {
            continue;
        }
        SelectedEdge found{.edge = index, .claims = {}};
        std::ranges::copy_if(graph.evidence(edge), std::back_inserter(found.claims),
                             [&](ClaimIndex claim) { return allows_claim(filter, graph, edge, claim); });
        if (!found.claims.empty()) {
            selected.push_back(std::move(found));
        }
    }
    return selected;
}

}  // namespace stancegraph
