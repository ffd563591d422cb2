#pragma once

#include <cstdint>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "graph/stance_graph.hpp"

/// The file formats of a graph: one row of a table and one source file each.
namespace stancegraph {

enum class GraphView : std::uint8_t {
    stance,  ///< An edge for each actor, subject and stance.
    net,     ///< An edge for each actor and subject: net polarity, contested or not.
};

enum class GraphmlDialect : std::uint8_t {
    gephi,   ///< With the edge kind that Gephi needs to keep parallel edges apart.
    strict,  ///< Exactly the schema.
};

enum class GexfVersion : std::uint8_t {
    v1_3,
    v1_2_draft,  ///< For networkx before 3.6; has no edge kinds.
};

struct ExportOptions {
    GraphView view = GraphView::stance;
    bool has_evidence = true;         ///< Quotes and claim ids on the edges.
    std::uint32_t min_documents = 1;  ///< Leave out edges with fewer, and vertices that are then alone.
    std::uint32_t top_edges = 0;      ///< Keep only so many, those with most documents; 0 keeps all.
    GraphmlDialect graphml_dialect = GraphmlDialect::gephi;
    GexfVersion gexf_version = GexfVersion::v1_3;
};

/// A file format. `write` depends on the graph and the options alone: no clock, locale or hash order. Check
/// the stream's state afterwards.
struct GraphFormat {
    std::string_view name;    ///< `graphml`; for `--format`.
    std::string_view ending;  ///< `.graphml`; the longest that fits a file's name decides.
    std::string_view help;    ///< One line, no full stop.
    void (*write)(const StanceGraph& graph, const ExportOptions& options, std::ostream& out);
};

/// All formats, in the order in which help lists them.
[[nodiscard]] std::span<const GraphFormat> graph_formats();

/// The format of that name, or whose ending a file name has, in any case; null if there is none.
[[nodiscard]] const GraphFormat* find_graph_format(std::string_view name);
[[nodiscard]] const GraphFormat* format_of_file(std::string_view path);

/// Warns of what the readers of such a file will do to it: parallel edges without a kind (SG3201), more edges
/// than browsers draw (SG3202).
void check_export(const StanceGraph& graph, const GraphFormat& format, const ExportOptions& options,
                  Diagnostics& diagnostics);

}  // namespace stancegraph
