#pragma once

#include <functional>
#include <string_view>

#include "pattern/ast.hpp"

namespace stancegraph {

/// True if the first list has every entry of the second.
using ListCover = std::function<bool(std::string_view, std::string_view)>;

/// True if wherever `narrow` matches, `wide` matches too, around the same `cue` (or `m`), within the words of
/// that match or fewer. What is true is so; what is not found out is false. O(parts of the one times parts of
/// the other).
[[nodiscard]] bool covers(const pattern::Node& wide, const pattern::Node& narrow, const ListCover& lists);

}  // namespace stancegraph
