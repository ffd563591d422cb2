#pragma once

#include <cstdint>

#include "pattern/ast.hpp"
#include "pattern/cursor.hpp"

namespace stancegraph::pattern {

enum class Quantifier : std::uint8_t { nothing, something, mistake };

/// Reads `?`, `*`, `+` or `{n,m}` here into the bounds of `repeat`; reports bounds that cannot be. A `?`
/// behind it is left.
[[nodiscard]] Quantifier parse_quantifier(Cursor& cursor, Repeat& repeat);

}  // namespace stancegraph::pattern
