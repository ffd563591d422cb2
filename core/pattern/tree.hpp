#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pattern/ast.hpp"

/// Walks over pattern trees.
namespace stancegraph::pattern {

/// A name in a tree and its place.
struct NameUse {
    std::string name;
    ByteSpan span;
};

/// Calls `visit` with every node, parents first, also inside gaps, captures and look-arounds.
void for_each_node(const Node& node, const std::function<void(const Node&)>& visit);
void for_each_test(const Test& test, const std::function<void(const Test&)>& visit);

/// The names of captures in order of first sight, each once.
[[nodiscard]] std::vector<std::string> capture_names(const Node& node);
/// Every `@list`, also inside tests.
[[nodiscard]] std::vector<NameUse> lists_used(const Node& node);
[[nodiscard]] std::vector<NameUse> lists_used(const Path& path);

/// Those inside the captures of that name.
[[nodiscard]] std::vector<NameUse> lists_in_capture(const Node& node, std::string_view capture);

[[nodiscard]] std::uint32_t count_nodes(const Node& node);

/// The tree with every `$name` replaced by what `find` gives for it; the spans inside become the reference's.
/// A reference for which it gives null stays.
[[nodiscard]] Node insert_macros(const Node& node, const std::function<NodePtr(std::string_view)>& find);

}  // namespace stancegraph::pattern
