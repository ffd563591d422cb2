#pragma once

#include <iosfwd>

#include "exporters/format.hpp"

/// The writers behind the table of formats.
namespace stancegraph {

/// GraphML 1.0 with typed keys. **Source:** http://graphml.graphdrawing.org/specification.html
void write_graphml(const Network& network, const ExportOptions& options, std::ostream& out);
/// GEXF with colours, sizes, places and, where claims have dates, a timeline. **Source:** https://gexf.net
void write_gexf(const Network& network, const ExportOptions& options, std::ostream& out);
/// Graphviz DOT that Gephi's importer reads too. **Source:** https://graphviz.org/doc/info/lang.html
void write_dot(const Network& network, const ExportOptions& options, std::ostream& out);
/// JSON in the node-link form that networkx and d3 read.
void write_node_link(const Network& network, const ExportOptions& options, std::ostream& out);
/// One HTML page to look at the stances in a browser, whatever the network: see report/page/.
void write_report(const Network& network, const ExportOptions& options, std::ostream& out);
/// RFC 4180, a claim a row. In all CSV, cells that a spreadsheet would compute begin with an apostrophe
/// unless CsvMode::raw.
void write_claims_csv(const Network& network, const ExportOptions& options, std::ostream& out);
/// The two tables of Gephi's spreadsheet import.
void write_nodes_csv(const Network& network, const ExportOptions& options, std::ostream& out);
void write_edges_csv(const Network& network, const ExportOptions& options, std::ostream& out);
/// RDF: every claim as a schema:Claim that appears in a schema:Quotation and was derived
/// (prov:wasDerivedFrom) from a document by a build (prov:wasGeneratedBy) that used rules; of networks every
/// edge as a tie that was derived from claims. **Source:** https://schema.org, PROV-O (W3C, 2013).
void write_n_triples(const Network& network, const ExportOptions& options, std::ostream& out);
void write_turtle(const Network& network, const ExportOptions& options, std::ostream& out);
/// The matrix of a network, names as headings: rows and columns are the nodes of one mode, or rows the actors
/// or outlets and columns the subjects. Signed where the network is. With time windows one matrix below the
/// other, the window's first and last day before each row.
void write_matrix_csv(const Network& network, const ExportOptions& options, std::ostream& out);

}  // namespace stancegraph
