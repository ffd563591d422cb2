#include "exporters/spells.hpp"

#include <algorithm>

#include "graph/date.hpp"

namespace stancegraph {
namespace {

constexpr std::int32_t kFirstDay = -719'162;  ///< 0001-01-01
constexpr std::int32_t kLastDay = 2'932'167;  ///< 9998-01-01, so that a day after the last one has a name.

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
    std::vector<Lifetime> lifetimes;
    for (const DaySpan& span : apart) {
        lifetimes.push_back({.start = to_string(date_of_day(span.first)),
                             .end = to_string(day_after(date_of_day(span.last)))});
    }
    return lifetimes;
}

std::vector<DaySpan> spans_of(const StanceGraph& graph, std::span<const ClaimIndex> claims,
                              std::int32_t margin) {
    std::vector<DaySpan> spans;
    for (const ClaimIndex claim : claims) {
        if (const auto date = parse_date(graph.claims()[claim].source.date)) {
            const std::int32_t day = day_number(*date);
            spans.push_back(
                {.first = std::max(day - margin, kFirstDay), .last = std::min(day + margin, kLastDay)});
        }
    }
    return spans;
}

}  // namespace stancegraph
