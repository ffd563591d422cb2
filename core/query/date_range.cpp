#include "query/date_range.hpp"

#include "graph/date.hpp"

namespace stancegraph {

bool DateRange::contains(std::string_view date) const {
    if (is_open()) {
        return true;
    }
    const auto day = parse_date(date);
    if (!day) {
        return false;
    }
    const std::string text = to_string(*day);
    return (first.empty() || first <= text) && (last.empty() || text <= last);
}

std::optional<DateRange> parse_period(std::string_view text) {
    constexpr std::size_t kYear = 4;
    constexpr std::size_t kMonth = 7;
    constexpr std::size_t kDay = 10;
    std::string first(text);
    if (text.size() == kYear) {
        first += "-01-01";
    } else if (text.size() == kMonth) {
        first += "-01";
    } else if (text.size() != kDay) {
        return std::nullopt;
    }
    const auto begin = parse_date(first);
    if (!begin) {
        return std::nullopt;
    }
    Date end = *begin;
    if (text.size() == kYear) {
        end.month = 12;
    }
    if (text.size() != kDay) {
        end.day = days_in_month(end.year, end.month);
    }
    return DateRange{.first = to_string(*begin), .last = to_string(end)};
}

}  // namespace stancegraph
