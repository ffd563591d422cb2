/// Writes graphs in all formats for tests/exporters/read_back.py, which opens them with independent readers.
/// usage: write_graphs FOLDER COUNT

#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "exporters/format.hpp"
#include "graph/build.hpp"
#include "support/sample_claims.hpp"

namespace {

using namespace stancegraph;

void write_as(const StanceGraph& graph, std::string_view format, const ExportOptions& options,
              const std::filesystem::path& path) {
    std::ofstream file(path, std::ios::binary);
    write_graph(graph, *find_graph_format(format), options, file);
}

void write_formats(const StanceGraph& graph, ExportOptions options, const std::filesystem::path& folder,
                   const std::string& stem) {
    for (const std::string_view format : {"graphml", "gexf", "dot", "json"}) {
        write_as(graph, format, options, folder / (stem + "." + std::string(format)));
    }
    options.graphml_dialect = GraphmlDialect::strict;
    write_as(graph, "graphml", options, folder / (stem + ".strict.graphml"));
    options.gexf_version = GexfVersion::v1_2_draft;
    write_as(graph, "gexf", options, folder / (stem + ".draft.gexf"));
}

/// All views, networks and dialects of a graph as `name.<view>.<format>`.
void write_all(const std::vector<Claim>& claims, const std::filesystem::path& folder,
               const std::string& name) {
    const StanceGraph graph = build_graph(ClaimSet(claims));
    for (const std::string_view format : {"n-triples", "turtle"}) {
        const std::string ending(find_graph_format(format)->ending);
        write_as(graph, format, {}, folder / (name + ".stance" + ending));
        for (const std::string_view type : {"subtract", "affiliation", "outlets"}) {
            const NetworkOptions network{.type = find_network_type(type), .classes = Classes::two};
            write_as(graph, format, {.network = network}, folder / (name + "." + std::string(type) + ending));
        }
    }
    for (const auto view : {GraphView::stance, GraphView::net}) {
        write_formats(graph, {.view = view}, folder, name + (view == GraphView::net ? ".net" : ".stance"));
    }
    write_formats(graph, {.is_dynamic = true, .spell_margin = 20}, folder, name + ".dynamic");
    for (const NetworkType& type : network_types()) {
        NetworkOptions network{.type = &type};
        write_formats(graph, {.network = network}, folder, name + "." + std::string(type.name));
    }
    NetworkOptions windows{.type = find_network_type("subtract")};
    windows.window = TimeWindow{.width = 60};
    windows.step = 20;
    write_formats(graph, {.network = windows}, folder, name + ".windows");
}

}  // namespace

int main(int argc, char** argv) {
    std::uint32_t count = 0;
    const std::string_view number = argc == 3 ? argv[2] : "";
    if (std::from_chars(number.data(), number.data() + number.size(), count).ec != std::errc()) {
        std::fputs("usage: write_graphs FOLDER COUNT\n", stderr);
        return 2;
    }
    const std::filesystem::path folder(argv[1]);
    std::filesystem::create_directories(folder);
    write_all({}, folder, "empty");
    write_all(stancegraph::testing::harbour_claims(), folder, "harbour");
    write_all(stancegraph::testing::hostile_claims(), folder, "hostile");
    for (std::uint32_t seed = 0; seed < count; ++seed) {
        write_all(stancegraph::testing::random_claims(seed, 5 + seed % 60), folder,
                  "random" + std::to_string(seed));
    }
    return 0;
}
