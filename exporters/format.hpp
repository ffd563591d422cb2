#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "graph/stance_graph.hpp"
#include "networks/discourse_network.hpp"

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

enum class CsvMode : std::uint8_t {
    spreadsheet,  ///< Cells that a spreadsheet would compute begin with an apostrophe.
    raw,          ///< Text as it is, for programs.
};

struct ExportOptions {
    GraphView view = GraphView::stance;
    std::optional<NetworkOptions> network;  ///< One of network_types() rather than the view.
    bool has_evidence = true;               ///< Quotes and claim ids on the edges.
    std::uint32_t top_edges = 0;            ///< Keep only so many, those with most documents; 0 keeps all.
    bool is_dynamic = false;                ///< GEXF: edges exist around the days of their claims only.
    std::int32_t spell_margin = 0;          ///< Days before and after a claim, of the views; at least 0.
    CsvMode csv_mode = CsvMode::spreadsheet;
    GraphmlDialect graphml_dialect = GraphmlDialect::gephi;
    GexfVersion gexf_version = GexfVersion::v1_3;
};

class Network;

/// A file format. `write` depends on the network and the options alone: no clock, locale or hash order. Check
/// the stream's state afterwards.
struct GraphFormat {
    std::string_view name;    ///< `graphml`; for `--format`.
    std::string_view ending;  ///< `.graphml`; the longest that fits a file's name decides.
    std::string_view help;    ///< One line, no full stop.
    void (*write)(const Network& network, const ExportOptions& options, std::ostream& out);
};

/// All formats, in the order in which help lists them.
[[nodiscard]] std::span<const GraphFormat> graph_formats();

/// The format of that name, or whose ending a file name has, in any case; null if there is none.
[[nodiscard]] const GraphFormat* find_graph_format(std::string_view name);
[[nodiscard]] const GraphFormat* format_of_file(std::string_view path);

/// Makes the network that the options ask for (network.hpp) and writes it.
void write_graph(const StanceGraph& graph, const GraphFormat& format, const ExportOptions& options,
                 std::ostream& out);

/// Warns of what the readers of such a file will do to it: parallel edges without a kind (SG3201), more edges
/// than browsers draw (SG3202), a matrix that fills the disk (SG3205); and of nodes (SG3203) and edges
/// (SG3204) that were left out.
void check_export(const Network& network, const GraphFormat& format, const ExportOptions& options,
                  Diagnostics& diagnostics);

}  // namespace stancegraph
