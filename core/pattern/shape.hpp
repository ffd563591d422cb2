#pragma once

#include <optional>

#include "pattern/ast.hpp"

/// Questions about the form of a pattern that the compiler asks before it makes a program.
namespace stancegraph::pattern {

/// True if the pattern matches without taking a token.
[[nodiscard]] bool can_be_empty(const Node& node);

/// A pattern that matches what `node` matches, but for the empty match; nothing if there is no more.
/// Precondition: can_be_empty(node).
[[nodiscard]] std::optional<Node> without_empty(const Node& node);

}  // namespace stancegraph::pattern
