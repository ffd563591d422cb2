#include "exporters/spells.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "graph/date.hpp"

namespace stancegraph {
namespace {

constexpr std::int32_t kFirstDay = -719'162;  ///< 0001-01-01
constexpr std::int32_t kLastDay = 2'932'167;  ///< 9998-01-01, so that a day after the last one has a name.

Lifetime lifetime_of(const DaySpan& span) {
    return {.start = to_string(date_of_day(span.first)), .end = to_string(day_after(date_of_day(span.last)))};
}

}  // namespace

std::vector<Lifetime> lifetimes_of(std::vector<DaySpan> spans) {
    std::ranges::sort(spans, {}, &DaySpan::first);
    std::vector<DaySpan> apart;
    for (const DaySpan& span : spans) {
        if (!apart.empty() && span.first <= apart.back().last + 1) {
            apart.back().last = std::max(apart.back().last, span.last);
        } else {
            apart.push_back(span);
        }
    }
    std::vector<Lifetime> lifetimes(apart.size());
    std::ranges::transform(apart, lifetimes.begin(), lifetime_of);
    return lifetimes;
}

std::vector<DaySpan> spans_of(const StanceGraph& graph, std::span<const ClaimIndex> claims,
                              std::int32_t margin) {
    std::vector<std::pair<std::string_view, std::int32_t>> days;
    for (const ClaimIndex index : claims) {
        const Claim& claim = graph.claims()[index];
        if (const auto date = parse_date(claim.source.date)) {
            days.emplace_back(claim.doc, day_number(*date));
        }
    }
    std::ranges::sort(days);
    days.erase(std::unique(days.begin(), days.end()), days.end());
    std::vector<DaySpan> spans;
    for (const auto& [document, day] : days) {
        spans.push_back(
            {.first = std::max(day - margin, kFirstDay), .last = std::min(day + margin, kLastDay)});
    }
    return spans;
}

std::vector<WeightedSpan> overlaps_of(std::span<const DaySpan> spans) {
    std::map<std::int32_t, int> changes;  // the day on which so many spans more are open, or fewer
    for (const DaySpan& span : spans) {
        ++changes[span.first];
        --changes[span.last + 1];
    }
    std::vector<WeightedSpan> overlaps;
    int open = 0;
    std::int32_t since = 0;
    for (const auto& [day, change] : changes) {
        if (open > 0) {
            overlaps.push_back(
                {.days = {.first = since, .last = day - 1}, .weight = static_cast<double>(open)});
        }
        open += change;
        since = day;
    }
    return overlaps;
}

std::vector<TimedWeight> timed_weights_of(std::span<const WeightedSpan> spans) {
    std::vector<WeightedSpan> joined;
    for (const WeightedSpan& span : spans) {
        const bool goes_on = !joined.empty() && joined.back().weight == span.weight &&
                             joined.back().days.last + 1 == span.days.first;
        if (goes_on) {
            joined.back().days.last = span.days.last;
        } else {
            joined.push_back(span);
        }
    }
    std::vector<TimedWeight> weights;
    for (const WeightedSpan& span : joined) {
        weights.push_back({.lifetime = lifetime_of(span.days), .weight = span.weight});
    }
    return weights;
}

}  // namespace stancegraph
