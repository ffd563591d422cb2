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
    find_graph_format(format)->write(graph, options, file);
}

/// All views and dialects of a graph as `name.<view>.<format>`.
void write_all(const std::vector<Claim>& claims, const std::filesystem::path& folder,
               const std::string& name) {
    const StanceGraph graph = build_graph(ClaimSet(claims));
    for (const auto view : {GraphView::stance, GraphView::net}) {
        const std::string stem = name + (view == GraphView::net ? ".net" : ".stance");
        ExportOptions options;
        options.view = view;
        for (const std::string_view format : {"graphml", "gexf", "dot", "json"}) {
            write_as(graph, format, options, folder / (stem + "." + std::string(format)));
        }
        options.graphml_dialect = GraphmlDialect::strict;
        write_as(graph, "graphml", options, folder / (stem + ".strict.graphml"));
        options.gexf_version = GexfVersion::v1_2_draft;
        write_as(graph, "gexf", options, folder / (stem + ".draft.gexf"));
    }
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
