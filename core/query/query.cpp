#include "query/query.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <span>
#include <string_view>

#include <fmt/format.h>

#include "query/date_range.hpp"
#include "query/name_search.hpp"

namespace stancegraph {
namespace {

/// One field of a query and the words for its mistakes.
struct Field {
    std::string_view code;
    std::string_view what;    ///< `actor`
    std::string_view plural;  ///< `actors`
};

constexpr Field kActorField{"SG3001", "actor", "actors"};
constexpr Field kSubjectField{"SG3002", "subject", "subjects"};
constexpr Field kStanceField{"SG3003", "stance", "stances"};
constexpr Field kOutletField{"SG3004", "outlet", "outlets"};

/// What the query's words stand for in the graph; an empty set allows all.
struct Filter {
    std::set<std::uint32_t> actors;
    std::set<std::uint32_t> subjects;
    std::set<std::string> stances;
    std::set<std::string> outlets;
    DateRange dates;
    bool only_contested = false;
};

Diagnostic mistake(std::string_view code, std::string message, std::string hint) {
    return {.code = std::string(code),
            .severity = Severity::error,
            .message = std::move(message),
            .location = {},
            .hint = std::move(hint),
            .notes = {}};
}

std::string hint_for(const Field& field, std::span<const Named> all, std::string_view typed) {
    constexpr std::size_t kListed = 12;
    if (const std::string near = nearest_named(all, typed); !near.empty()) {
        return fmt::format("did you mean '{}'?", near);
    }
    if (all.empty()) {
        return fmt::format("the claims name no {} at all", field.what);
    }
    std::string listed;
    for (const Named& named : all.first(std::min(all.size(), kListed))) {
        listed.append(listed.empty() ? "" : ", ").append(named.names.front());
    }
    return all.size() <= kListed ? fmt::format("the {} are {}", field.plural, listed)
                                 : fmt::format("there are {} {}; a query without --{} lists them", all.size(),
                                               field.plural, field.what);
}

/// The indices of those that fit `typed`: the best fit that anyone has, but at least `good_enough` ones all.
std::vector<std::uint32_t> look_up(const Field& field, std::span<const Named> all, const std::string& typed,
                                   NameFit good_enough, Diagnostics& diagnostics) {
    for (const NameFit worst : {NameFit::whole, NameFit::words, NameFit::part}) {
        if (worst < good_enough) {
            continue;
        }
        if (auto found = find_named(all, typed, worst); !found.empty()) {
            return found;
        }
    }
    diagnostics.add(mistake(field.code, fmt::format("no {} called '{}'", field.what, typed),
                            hint_for(field, all, typed)));
    return {};
}

/// Every distinct text as something with one name.
std::vector<Named> named_texts(const std::set<std::string>& texts) {
    std::vector<Named> all;
    for (const std::string& text : texts) {
        all.push_back({.index = static_cast<std::uint32_t>(all.size()), .names = {text}});
    }
    return all;
}

std::set<std::string> look_up_text(const Field& field, const std::set<std::string>& texts,
                                   const std::string& typed, Diagnostics& diagnostics) {
    const std::vector<Named> all = named_texts(texts);
    std::set<std::string> found;
    for (const std::uint32_t index : look_up(field, all, typed, NameFit::whole, diagnostics)) {
        found.insert(all[index].names.front());
    }
    return found;
}

std::set<std::string> stances_of(const StanceGraph& graph) {
    std::set<std::string> stances;
    for (EdgeIndex index = 0; index < graph.edge_count(); ++index) {
        stances.insert(graph.edge(index).stance);
    }
    return stances;
}

std::set<std::string> outlets_of(const StanceGraph& graph) {
    std::set<std::string> outlets;
    for (const Claim& claim : graph.claims()) {
        if (!claim.source.outlet.empty()) {
            outlets.insert(claim.source.outlet);
        }
    }
    return outlets;
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
    filter.dates = dates_of(query, diagnostics);
    filter.only_contested = query.only_contested;
    return filter;
}

template <typename T>
bool allows(const std::set<T>& allowed, const T& value) {
    return allowed.empty() || allowed.contains(value);
}

bool allows_edge(const Filter& filter, const StanceEdge& edge) {
    return allows(filter.actors, edge.actor) && allows(filter.subjects, edge.subject) &&
           allows(filter.stances, edge.stance) && (!filter.only_contested || edge.is_contested);
}

bool allows_claim(const Filter& filter, const Claim& claim) {
    return allows(filter.outlets, claim.source.outlet) && filter.dates.contains(claim.source.date);
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
        if (!allows_edge(filter, edge)) {
            continue;
        }
        SelectedEdge found{.edge = index, .claims = {}};
        std::ranges::copy_if(graph.evidence(edge), std::back_inserter(found.claims),
                             [&](ClaimIndex claim) { return allows_claim(filter, graph.claims()[claim]); });
        if (!found.claims.empty()) {
            selected.push_back(std::move(found));
        }
    }
    return selected;
}

}  // namespace stancegraph
