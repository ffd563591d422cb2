#pragma once

#include <string>

#include "pattern/ast.hpp"

/// Trees as text, in the one form that all patterns with the same meaning share: parse(print(x)) == x, apart
/// from the spans.
namespace stancegraph::pattern {

[[nodiscard]] std::string print(const Node& node);
/// Without the brackets around it.
[[nodiscard]] std::string print(const Test& test);
[[nodiscard]] std::string print(const Filler& filler);
[[nodiscard]] std::string print(const Path& path);

}  // namespace stancegraph::pattern
