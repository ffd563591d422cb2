#include "exporters/format.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "exporters/network.hpp"
#include "exporters/writers.hpp"

namespace stancegraph {
namespace {

constexpr std::array kFormats{
    GraphFormat{"gexf", ".gexf", "Gephi and Gephi Lite: colours, sizes, places, timeline", write_gexf},
    GraphFormat{"graphml", ".graphml", "Gephi, networkx, igraph, yEd, visone, Cytoscape", write_graphml},
    GraphFormat{"dot", ".dot", "Graphviz pictures, such as dot -Grankdir=LR -Tsvg", write_dot},
    GraphFormat{"json", ".json", "node-link JSON for networkx and d3", write_node_link},
    GraphFormat{"html", ".html", "a report for browsers: the graph to click through, with the sentences",
                write_report},
    GraphFormat{"turtle", ".ttl", "RDF for archives: schema.org and PROV-O, as Turtle", write_turtle},
    GraphFormat{"n-triples", ".nt", "the same, a statement a line", write_n_triples},
    GraphFormat{"csv", ".csv", "the claims as a table for spreadsheets", write_claims_csv},
    GraphFormat{"matrix", ".matrix.csv", "the matrix of a network for R, DNA and spreadsheets",
                write_matrix_csv},
    GraphFormat{"nodes-csv", ".nodes.csv", "the vertices for Gephi's spreadsheet import", write_nodes_csv},
    GraphFormat{"edges-csv", ".edges.csv", "the edges for Gephi's spreadsheet import", write_edges_csv},
};

constexpr std::size_t kManyEdges = 20'000;
constexpr std::size_t kManyCells = 25'000'000;

Diagnostic warning(std::string code, std::string message, std::string hint) {
    return {.code = std::move(code),
            .severity = Severity::warning,
            .message = std::move(message),
            .location = {},
            .hint = std::move(hint),
            .notes = {}};
}

/// Over all windows.
std::size_t matrix_cells(const DiscourseNetwork& network) {
    const auto is_subject = [](const NetworkNode& node) { return node.kind == NodeKind::subject; };
    const std::size_t nodes = network.nodes.size();
    const auto subjects = static_cast<std::size_t>(std::ranges::count_if(network.nodes, is_subject));
    const std::size_t cells = network.type->has_two_modes ? (nodes - subjects) * subjects : nodes * nodes;
    return cells * std::max<std::size_t>(1, network.windows.size());
}

}  // namespace

std::span<const GraphFormat> graph_formats() {
    return kFormats;
}

const GraphFormat* find_graph_format(std::string_view name) {
    const std::string lower = utf8::to_lower(name);
    const auto* const found = std::ranges::find(kFormats, lower, &GraphFormat::name);
    return found == kFormats.end() ? nullptr : found;
}

const GraphFormat* format_of_file(std::string_view path) {
    const std::string lower = utf8::to_lower(path);
    const GraphFormat* best = nullptr;
    for (const GraphFormat& format : kFormats) {
        const bool is_longer = best == nullptr || format.ending.size() > best->ending.size();
        if (is_longer && lower.ends_with(format.ending)) {
            best = &format;
        }
    }
    return best;
}

void write_graph(const StanceGraph& graph, const GraphFormat& format, const ExportOptions& options,
                 std::ostream& out) {
    format.write(*make_network(graph, options), options, out);
}

void check_export(const Network& network, const GraphFormat& format, const ExportOptions& options,
                  Diagnostics& diagnostics) {
    const bool has_kinds = (format.name == "graphml" && options.graphml_dialect == GraphmlDialect::gephi) ||
                           (format.name == "gexf" && options.gexf_version == GexfVersion::v1_3);
    const bool is_for_gephi = format.name == "graphml" || format.name == "gexf" || format.name == "dot";
    if (is_for_gephi && !has_kinds && network.has_parallel_edges()) {
        diagnostics.add(warning(
            "SG3201",
            fmt::format("{} has no edge kinds here: Gephi will merge the stances of a pair", format.name),
            "use GEXF 1.3, or the net view with one edge a pair"));
    }
    if (is_for_gephi && network.edge_count() > kManyEdges) {
        diagnostics.add(warning(
            "SG3202", fmt::format("{} edges are more than browsers and Graphviz draw", network.edge_count()),
            "keep the strongest with --top-edges or --min-documents, of a network of pairs with "
            "--neighbours"));
    }
    const DiscourseNetwork* discourse = network.discourse();
    if (discourse != nullptr && options.network->neighbours == 0 && discourse->edges_left_out > 0) {
        diagnostics.add(warning("SG3204",
                                fmt::format("{} edges were left out: each node kept its {} heaviest",
                                            discourse->edges_left_out, discourse->neighbours),
                                "keep more or fewer with --neighbours, every edge with --all-edges"));
    }
    if (format.name == "matrix" && discourse != nullptr && matrix_cells(*discourse) > kManyCells) {
        diagnostics.add(warning("SG3205", fmt::format("the matrix has {} cells", matrix_cells(*discourse)),
                                "keep the nodes that count most with --top, or write the edges: .edges.csv"));
    }
    if (network.left_out() > 0) {
        diagnostics.add(warning(
            "SG3203",
            fmt::format("{} nodes were left out: the pairs of all of them would be too many",
                        network.left_out()),
            "the most active ones are there and what is between them is exact; choose others with --subject, "
            "--from or --min-sources"));
    }
}

}  // namespace stancegraph
