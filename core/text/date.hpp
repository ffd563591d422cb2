#pragma once

#include <string>
#include <string_view>

namespace stancegraph {

/// The calendar day that a date begins with, as ISO 8601 (`2025-08-20`): ISO dates with or without time,
/// `2025/08/20`, `20250820`, `20 August 2025`, `Aug. 20, 2025`, `Wed, 20 Aug 2025 10:00:00 GMT`, `20.8.2025`,
/// and `20/08/2025` or `08/20/2025` where only one reading is a date. Empty for everything else.
[[nodiscard]] std::string iso_date(std::string_view text);

/// True for an English name of a month or weekday, or its abbreviation.
[[nodiscard]] bool is_calendar_word(std::string_view word);

}  // namespace stancegraph
