#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stancegraph {

/// Days from `first` to `last`, both included, as ISO dates; an empty one is open.
struct DateRange {
    std::string first;
    std::string last;

    [[nodiscard]] bool is_open() const { return first.empty() && last.empty(); }

    /// `date` is an ISO date or time; text that is none is in no range but the open one.
    [[nodiscard]] bool contains(std::string_view date) const;
};

/// The days that `2025`, `2025-08` or `2025-08-20` stands for; nothing for other text.
[[nodiscard]] std::optional<DateRange> parse_period(std::string_view text);

}  // namespace stancegraph
