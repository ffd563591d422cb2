#include "graph/date.hpp"

#include <array>

#include <fmt/format.h>

namespace stancegraph {
namespace {

constexpr std::int32_t kDaysOfEra = 146'097;    ///< Of 400 years.
constexpr std::int32_t kDaysToEpoch = 719'468;  ///< From 0000-03-01 to 1970-01-01.

bool is_leap(std::int32_t year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/// The number that the digits make up; nothing if anything else stands there.
std::optional<std::int32_t> number_of(std::string_view digits) {
    std::int32_t number = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9') {
            return std::nullopt;
        }
        number = number * 10 + (digit - '0');
    }
    return number;
}

}  // namespace

std::uint8_t days_in_month(std::int32_t year, std::uint8_t month) {
    constexpr std::array<std::uint8_t, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? std::uint8_t{29} : kDays[month - 1U];
}

std::optional<Date> parse_date(std::string_view text) {
    constexpr std::size_t kSize = 10;
    if (text.size() < kSize || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    if (text.size() > kSize && text[kSize] != 'T' && text[kSize] != ' ') {
        return std::nullopt;
    }
    const auto year = number_of(text.substr(0, 4));
    const auto month = number_of(text.substr(5, 2));
    const auto day = number_of(text.substr(8, 2));
    if (!year || !month || !day || *year < 1 || *year > 9998 || *month < 1 || *month > 12 || *day < 1) {
        return std::nullopt;
    }
    const Date date{
        .year = *year, .month = static_cast<std::uint8_t>(*month), .day = static_cast<std::uint8_t>(*day)};
    return date.day <= days_in_month(date.year, date.month) ? std::optional(date) : std::nullopt;
}

Date day_after(Date date) {
    if (date.day < days_in_month(date.year, date.month)) {
        ++date.day;
        return date;
    }
    date.day = 1;
    if (date.month < 12) {
        ++date.month;
        return date;
    }
    return {.year = date.year + 1, .month = 1, .day = 1};
}

std::int32_t day_number(Date date) {
    // The year begins in March, so that the leap day is its last; eras have 400 years. Years are positive.
    const std::int32_t year = date.year - (date.month <= 2 ? 1 : 0);
    const std::int32_t era = year / 400;
    const std::int32_t year_of_era = year - era * 400;
    const std::int32_t month = (date.month + 9) % 12;
    const std::int32_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
    const std::int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * kDaysOfEra + day_of_era - kDaysToEpoch;
}

Date date_of_day(std::int32_t day_number) {
    const std::int32_t days = day_number + kDaysToEpoch;
    const std::int32_t era = days / kDaysOfEra;
    const std::int32_t day_of_era = days - era * kDaysOfEra;
    const std::int32_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const std::int32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int32_t month = (5 * day_of_year + 2) / 153;
    Date date;
    date.day = static_cast<std::uint8_t>(day_of_year - (153 * month + 2) / 5 + 1);
    date.month = static_cast<std::uint8_t>(month < 10 ? month + 3 : month - 9);
    date.year = year_of_era + era * 400 + (date.month <= 2 ? 1 : 0);
    return date;
}

std::string to_string(Date date) {
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

}  // namespace stancegraph
