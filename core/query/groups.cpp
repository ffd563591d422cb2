#include "query/groups.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "graph/date.hpp"
#include "graph/tally.hpp"
#include "query/look_up.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kYear = 4;
constexpr std::size_t kMonth = 7;

/// What claims can be grouped by.
struct GroupKey {
    std::string_view name;
    std::string (*of)(const StanceGraph& graph, const StanceEdge& edge, ClaimIndex claim);
};

std::string sign_name(Sign sign) {
    if (sign == Sign::neutral) {
        return "neutral";
    }
    return sign == Sign::positive ? "positive" : "negative";
}

std::string date_part(const Claim& claim, std::size_t size) {
    const auto day = parse_date(claim.source.date);
    return day ? to_string(*day).substr(0, size) : std::string();
}

constexpr std::array kKeys{
    GroupKey{"actor", [](const StanceGraph& graph, const StanceEdge& edge,
                         ClaimIndex) { return graph.vertex(edge.actor).name; }},
    GroupKey{"kind", [](const StanceGraph& graph, const StanceEdge& edge,
                        ClaimIndex) { return graph.vertex(edge.actor).type; }},
    GroupKey{"stance", [](const StanceGraph&, const StanceEdge& edge, ClaimIndex) { return edge.stance; }},
    GroupKey{"subject", [](const StanceGraph& graph, const StanceEdge& edge,
                           ClaimIndex) { return graph.vertex(edge.subject).name; }},
    GroupKey{"polarity",
             [](const StanceGraph& graph, const StanceEdge&, ClaimIndex claim) {
                 return sign_name(sign_of(asserted_polarity(graph.claims()[claim])));
             }},
    GroupKey{"outlet", [](const StanceGraph& graph, const StanceEdge&,
                          ClaimIndex claim) { return graph.claims()[claim].source.outlet; }},
    GroupKey{"document", [](const StanceGraph& graph, const StanceEdge&,
                            ClaimIndex claim) { return graph.claims()[claim].doc; }},
    GroupKey{"story", [](const StanceGraph& graph, const StanceEdge&,
                         ClaimIndex claim) { return graph.story_name(graph.table().stories[claim]); }},
    GroupKey{"year", [](const StanceGraph& graph, const StanceEdge&,
                        ClaimIndex claim) { return date_part(graph.claims()[claim], kYear); }},
    GroupKey{"month", [](const StanceGraph& graph, const StanceEdge&,
                         ClaimIndex claim) { return date_part(graph.claims()[claim], kMonth); }},
    GroupKey{"rule", [](const StanceGraph& graph, const StanceEdge&,
                        ClaimIndex claim) { return graph.claims()[claim].rule; }},
    GroupKey{"modality", [](const StanceGraph& graph, const StanceEdge&,
                            ClaimIndex claim) { return graph.claims()[claim].stance.modality; }},
};

std::vector<const GroupKey*> keys_of(const std::string& text, Diagnostics& diagnostics) {
    std::vector<std::string> names;
    for (const GroupKey& key : kKeys) {
        names.emplace_back(key.name);
    }
    std::vector<const GroupKey*> keys;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        std::string name = text.substr(begin, end - begin);
        name.erase(0, name.find_first_not_of(' '));
        name.erase(name.find_last_not_of(' ') + 1);
        const auto* const found = std::ranges::find(kKeys, name, &GroupKey::name);
        if (found == kKeys.end()) {
            const std::string guess = did_you_mean(name, names);
            diagnostics.add(
                mistake("SG3013", fmt::format("claims cannot be grouped by '{}'", name),
                        guess.empty() ? fmt::format("--by takes {}", fmt::join(names, ", ")) : guess));
            return {};
        }
        keys.push_back(found);
        begin = end + 1;
    }
    return keys;
}

using Groups = std::map<std::vector<std::string>, std::vector<ClaimIndex>>;

template <typename KeyOf>
Groups groups_of(const StanceGraph& graph, std::span<const SelectedEdge> selected, KeyOf key_of) {
    Groups groups;
    for (const SelectedEdge& edge : selected) {
        for (const ClaimIndex claim : edge.claims) {
            groups[key_of(graph.edge(edge.edge), claim)].push_back(claim);
        }
    }
    return groups;
}

std::uint64_t wide(std::uint32_t count) {
    return count;
}

/// One sign for each story, of many stories one for several.
std::string chart_of(const Tally& tally) {
    constexpr std::uint32_t kWidest = 40;
    const std::uint32_t all = tally.positive + tally.negative + tally.neutral;
    const auto bar = [&](std::uint32_t count, char sign) {
        const std::uint32_t length = all <= kWidest ? count : (count * kWidest + all - 1) / all;
        return std::string(length, sign);
    };
    return bar(tally.positive, '+') + bar(tally.negative, '-') + bar(tally.neutral, '.');
}

std::string month_after(const std::string& month) {
    Date date = parse_date(month + "-01").value_or(Date());
    date.day = days_in_month(date.year, date.month);
    return to_string(day_after(date)).substr(0, kMonth);
}

}  // namespace

std::optional<Sheet> grouped(const StanceGraph& graph, std::span<const SelectedEdge> selected,
                             const std::string& keys, Diagnostics& diagnostics) {
    const std::vector<const GroupKey*> by = keys_of(keys, diagnostics);
    if (by.empty()) {
        return std::nullopt;
    }
    std::vector<Sheet::Column> columns;
    for (const GroupKey* key : by) {
        columns.push_back({std::string(key->name)});
    }
    for (const char* name :
         {"claims", "documents", "stories", "outlets", "positive", "negative", "neutral", "first", "last"}) {
        columns.push_back({name});
    }
    const Groups groups = groups_of(graph, selected, [&](const StanceEdge& edge, ClaimIndex claim) {
        std::vector<std::string> values;
        for (const GroupKey* key : by) {
            values.push_back(key->of(graph, edge, claim));
        }
        return values;
    });
    std::vector<std::pair<const std::vector<std::string>*, Tally>> rows;
    for (const auto& [values, claims] : groups) {
        rows.emplace_back(&values, tally_of(graph.table(), claims));
    }
    const bool is_in_time = by.front()->name == "year" || by.front()->name == "month";
    std::ranges::stable_sort(rows, [&](const auto& a, const auto& b) {
        const std::string& time = a.first->front();
        const std::string& other = b.first->front();
        if (is_in_time && time != other) {
            return other.empty() || (!time.empty() && time < other);  // What has no date comes last.
        }
        return std::tie(b.second.stories, b.second.claims) < std::tie(a.second.stories, a.second.claims);
    });
    Sheet sheet(std::move(columns));
    for (const auto& [values, tally] : rows) {
        std::vector<Sheet::Cell> cells(values->begin(), values->end());
        for (const std::uint32_t count : {tally.claims, tally.documents, tally.stories, tally.outlets,
                                          tally.positive, tally.negative, tally.neutral}) {
            cells.emplace_back(wide(count));
        }
        cells.emplace_back(tally.first_date);
        cells.emplace_back(tally.last_date);
        sheet.add(std::move(cells));
    }
    return sheet;
}

Sheet timeline(const StanceGraph& graph, std::span<const SelectedEdge> selected) {
    Groups months = groups_of(graph, selected, [&](const StanceEdge&, ClaimIndex claim) {
        return std::vector<std::string>{date_part(graph.claims()[claim], kMonth)};
    });
    std::vector<ClaimIndex> undated;
    if (const auto found = months.find({""}); found != months.end()) {
        undated = found->second;
        months.erase(found);
    }
    Sheet sheet({{"month"},
                 {"claims"},
                 {"documents"},
                 {"stories"},
                 {"positive"},
                 {"negative"},
                 {"neutral"},
                 {"net", true},
                 {"chart"}});
    const auto add = [&](const std::string& month, const std::vector<ClaimIndex>& claims) {
        const Tally tally = tally_of(graph.table(), claims);
        sheet.add({month, wide(tally.claims), wide(tally.documents), wide(tally.stories),
                   wide(tally.positive), wide(tally.negative), wide(tally.neutral), tally.net_polarity(),
                   chart_of(tally)});
    };
    constexpr std::size_t kMostMonths = 1200;  // a century; a wrong date must not fill the screen
    std::string next;
    for (const auto& [key, claims] : months) {
        const std::string& month = key.front();
        for (std::size_t empty = 0; !next.empty() && next < month && empty < kMostMonths; ++empty) {
            add(next, {});
            next = month_after(next);
        }
        add(month, claims);
        next = month_after(month);
    }
    if (!undated.empty()) {
        add("undated", undated);
    }
    return sheet;
}

}  // namespace stancegraph
