#pragma once

#include <set>
#include <string>

#include "graph/stance_graph.hpp"

/// The words that a graph has for what is asked by name.
namespace stancegraph {

/// The labels of all edges.
[[nodiscard]] std::set<std::string> stances_of(const StanceGraph& graph);

[[nodiscard]] std::set<std::string> outlets_of(const StanceGraph& graph);

/// The kinds of all actors.
[[nodiscard]] std::set<std::string> kinds_of(const StanceGraph& graph);

}  // namespace stancegraph
