/// Writes random hostile graphs in every format for tests/exporters/hostile_graphs.py.
/// usage: write_hostile_graphs FOLDER FIRST COUNT
///
/// Of each seed one network, in turn, as SEED.<format's ending>, with the stricter dialects as
/// SEED.strict.graphml and SEED.draft.gexf. SEED.declared says what must be found there, past all writers: a
/// line for the kind of CSV, one for each node with its id and its name's bytes in hexadecimal, and in the
/// view of stances one for each edge with its ends and its stance.

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "exporters/format.hpp"
#include "exporters/network.hpp"
#include "graph/build.hpp"
#include "support/hostile_text.hpp"

namespace {

using namespace stancegraph;

std::string hex_of(std::string_view bytes) {
    std::string hex;
    for (const char byte : bytes) {
        hex += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    }
    return hex;
}

/// The views, a timeline and all networks in turn; of the networks every third one with windows.
ExportOptions options_of(std::uint32_t seed) {
    ExportOptions options{.csv_mode = seed % 2 == 0 ? CsvMode::spreadsheet : CsvMode::raw};
    const auto types = network_types();
    const std::size_t turn = seed % (3 + types.size());
    if (turn < 3) {
        options.view = turn == 1 ? GraphView::net : GraphView::stance;
        options.is_dynamic = turn == 2;
        options.spell_margin = 20;
        return options;
    }
    NetworkOptions network{.type = &types[turn - 3], .classes = Classes::three};
    if (seed % 3 == 0) {
        network.window = TimeWindow{.width = 60};
        network.step = 40;
    }
    options.network = network;
    return options;
}

void write_declared(const StanceGraph& graph, const Network& network, const ExportOptions& options,
                    std::ostream& out) {
    out << "csv " << (options.csv_mode == CsvMode::raw ? "raw" : "spreadsheet") << '\n';
    if (const DiscourseNetwork* discourse = network.discourse()) {
        for (const NetworkNode& node : discourse->nodes) {
            out << "node " << node.id << ' ' << hex_of(node.name) << '\n';
        }
        return;
    }
    for (VertexIndex index = 0; index < graph.vertex_count(); ++index) {
        out << "node " << graph.vertex(index).id << ' ' << hex_of(graph.vertex(index).name) << '\n';
    }
    for (EdgeIndex index = 0; options.view == GraphView::stance && index < graph.edge_count(); ++index) {
        const StanceEdge& edge = graph.edge(index);
        out << "edge " << graph.vertex(edge.actor).id << ' ' << graph.vertex(edge.subject).id << ' '
            << hex_of(edge.stance) << '\n';
    }
}

void write_as(const Network& network, std::string_view format, const ExportOptions& options,
              const std::string& path) {
    std::ofstream file(path, std::ios::binary);
    find_graph_format(format)->write(network, options, file);
}

void write_seed(std::uint32_t seed, const std::filesystem::path& folder) {
    const StanceGraph graph = build_graph(ClaimSet(stancegraph::testing::hostile_claims_of(seed)));
    ExportOptions options = options_of(seed);
    const auto network = make_network(graph, options);
    const std::string stem = (folder / std::to_string(seed)).string();
    std::ofstream declared(stem + ".declared", std::ios::binary);
    write_declared(graph, *network, options, declared);
    for (const GraphFormat& format : graph_formats()) {
        if (format.name != "matrix" || options.network) {
            write_as(*network, format.name, options, stem + std::string(format.ending));
        }
    }
    options.graphml_dialect = GraphmlDialect::strict;
    write_as(*network, "graphml", options, stem + ".strict.graphml");
    options.gexf_version = GexfVersion::v1_2_draft;
    write_as(*network, "gexf", options, stem + ".draft.gexf");
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fputs("usage: write_hostile_graphs FOLDER FIRST COUNT\n", stderr);
        return 2;
    }
    const std::filesystem::path folder(argv[1]);
    std::filesystem::create_directories(folder);
    const auto first = static_cast<std::uint32_t>(std::stoul(argv[2]));
    const auto count = static_cast<std::uint32_t>(std::stoul(argv[3]));
    for (std::uint32_t seed = first; seed < first + count; ++seed) {
        write_seed(seed, folder);
    }
    return 0;
}
