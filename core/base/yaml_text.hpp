#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Scalars as YAML text.
namespace stancegraph::yaml {

/// Where a scalar stands: on a line of a block, or between brackets.
enum class Surroundings : std::uint8_t { block, flow };

/// True if the text, written without quotes behind a key or `- `, is read back as the same text (YAML 1.2,
/// section 7.3.3).
[[nodiscard]] bool can_be_plain(std::string_view text, Surroundings around);

/// True for words that other YAML programs read as something else than a text when they have no quotes:
/// numbers, dates, true, no, null and the like.
[[nodiscard]] bool has_other_meaning(std::string_view text);

/// The text between quotation marks: double ones where nothing needs an escape, else single ones; escapes
/// only where there is no other way.
[[nodiscard]] std::string quoted(std::string_view text);

/// Plain where that is read back as the same text by every YAML program, else quoted.
[[nodiscard]] std::string scalar_text(std::string_view text, Surroundings around);

}  // namespace stancegraph::yaml
