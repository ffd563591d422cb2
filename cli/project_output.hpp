#pragma once

#include <filesystem>

#include "cli/streams.hpp"
#include "graph/claim_set.hpp"
#include "graph/stance_graph.hpp"

namespace stancegraph::cli {

/// Writes claims.jsonl, graph.gexf, graph-net.gexf, graph.graphml, graph.dot and report.html, each whole or
/// not at all. False, with a report in `faults`, when one could not be written; those before it are in place.
[[nodiscard]] bool write_project(const std::filesystem::path& folder, const StanceGraph& graph,
                                 Diagnostics& faults);

/// Prints who takes which stance on what: the edges with most documents first, `row_count` of them.
void print_overview(const StanceGraph& graph, std::size_t row_count, Streams& streams);

}  // namespace stancegraph::cli
