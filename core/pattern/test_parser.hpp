#pragma once

#include <optional>

#include "pattern/ast.hpp"
#include "pattern/cursor.hpp"

namespace stancegraph::pattern {

/// The word in capitals here as a kind that may stand in a pattern; reports unknown ones.
[[nodiscard]] std::optional<Kind> parse_kind(Cursor& cursor);

/// `@list` here, without the `@`; reports a missing name.
[[nodiscard]] std::optional<std::string> parse_list_name(Cursor& cursor);

/// `[ … ]` here, with both brackets. `depth` counts the levels of the whole text.
[[nodiscard]] std::optional<Test> parse_bracketed_test(Cursor& cursor, std::uint32_t& depth);

}  // namespace stancegraph::pattern
