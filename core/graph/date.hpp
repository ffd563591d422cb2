#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stancegraph {

/// A day of the proleptic Gregorian calendar.
struct Date {
    std::int32_t year = 0;   ///< 1 to 9998.
    std::uint8_t month = 1;  ///< 1 to 12.
    std::uint8_t day = 1;    ///< 1 to 31.

    friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

/// The day that an ISO 8601 date or time begins with (`2025-08-20`, `2025-08-20T10:00Z`); nothing where no
/// such day exists.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

/// The number of days of that month. Precondition: month is 1 to 12.
[[nodiscard]] std::uint8_t days_in_month(std::int32_t year, std::uint8_t month);

[[nodiscard]] Date day_after(Date date);

/// Days since 1970-01-01, negative before. **Source:** Howard Hinnant, chrono-Compatible Low-Level Date
/// Algorithms, 2013.
[[nodiscard]] std::int32_t day_number(Date date);
[[nodiscard]] Date date_of_day(std::int32_t day_number);

/// `2025-08-20`.
[[nodiscard]] std::string to_string(Date date);

}  // namespace stancegraph
