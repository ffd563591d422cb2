#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace stancegraph::annotate {

/// Marks that open and close each other.
enum class Family : std::uint8_t { double_marks, single_marks, guillemets };
inline constexpr std::size_t kFamilies = 3;

/// What a mark does by its shape alone.
enum class Shape : std::uint8_t { opens, closes, either };

struct MarkType {
    Family family = Family::double_marks;
    Shape shape = Shape::either;
};

/// What kind of quotation mark a token is, if it is one.
[[nodiscard]] std::optional<MarkType> mark_type(std::string_view token);

}  // namespace stancegraph::annotate
