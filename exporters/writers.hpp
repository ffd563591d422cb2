#pragma once

#include <iosfwd>

#include "exporters/format.hpp"

/// The writers behind the table of formats.
namespace stancegraph {

/// GraphML 1.0 with typed keys. **Source:** http://graphml.graphdrawing.org/specification.html
void write_graphml(const StanceGraph& graph, const ExportOptions& options, std::ostream& out);
/// GEXF with colours, sizes, places and, where claims have dates, a timeline. **Source:** https://gexf.net
void write_gexf(const StanceGraph& graph, const ExportOptions& options, std::ostream& out);
/// Graphviz DOT that Gephi's importer reads too. **Source:** https://graphviz.org/doc/info/lang.html
void write_dot(const StanceGraph& graph, const ExportOptions& options, std::ostream& out);
/// JSON in the node-link form that networkx and d3 read.
void write_node_link(const StanceGraph& graph, const ExportOptions& options, std::ostream& out);
/// RFC 4180, a claim a row; cells that a spreadsheet would compute begin with an apostrophe.
void write_claims_csv(const StanceGraph& graph, const ExportOptions& options, std::ostream& out);
/// The two tables of Gephi's spreadsheet import; text is not altered.
void write_nodes_csv(const StanceGraph& graph, const ExportOptions& options, std::ostream& out);
void write_edges_csv(const StanceGraph& graph, const ExportOptions& options, std::ostream& out);

}  // namespace stancegraph
