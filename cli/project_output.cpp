#include "cli/project_output.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <string_view>
#include <tuple>

#include "cli/atomic_file.hpp"
#include "cli/project.hpp"
#include "cli/table.hpp"
#include "exporters/format.hpp"
#include "resolve/claim_file.hpp"

namespace stancegraph::cli {
namespace {

bool write_file(const std::filesystem::path& path, const std::function<void(std::ostream&)>& write,
                Diagnostics& faults) {
    auto file = AtomicFile::open(path, faults);
    if (!file.has_value()) {
        return false;
    }
    write(file->stream());
    return file->commit(faults);
}

/// Most documents first, then most claims, then the surest; ties in the order of the graph.
std::vector<EdgeIndex> strongest_edges(const StanceGraph& graph) {
    std::vector<EdgeIndex> edges(graph.edge_count());
    std::iota(edges.begin(), edges.end(), 0U);
    std::ranges::stable_sort(edges, std::greater<>(), [&graph](EdgeIndex index) {
        const StanceEdge& edge = graph.edge(index);
        return std::tuple(edge.tally.documents, edge.tally.claims, edge.belief);
    });
    return edges;
}

}  // namespace

bool write_project(const std::filesystem::path& folder, const StanceGraph& graph, Diagnostics& faults) {
    const auto write_claim_lines = [&graph](std::ostream& out) { write_claims(graph.claims(), out); };
    if (!write_file(folder / kClaimsFile, write_claim_lines, faults)) {
        return false;
    }

    struct Output {
        std::string_view name;
        GraphView view;
    };

    constexpr std::array<Output, 4> kOutputs{{{"graph.gexf", GraphView::stance},
                                              {"graph-net.gexf", GraphView::net},
                                              {"graph.graphml", GraphView::stance},
                                              {"graph.dot", GraphView::stance}}};
    return std::ranges::all_of(kOutputs, [&](const Output& output) {
        const GraphFormat* format = format_of_file(output.name);
        const auto write_graph = [&](std::ostream& out) { format->write(graph, {.view = output.view}, out); };
        return write_file(folder / output.name, write_graph, faults);
    });
}

void print_overview(const StanceGraph& graph, std::size_t row_count, Streams& streams) {
    constexpr std::size_t kWidest = 44;
    Table table{.columns = {"actor", "stance", "subject", "claims", "articles", "outlets"}, .rows = {}};
    for (const EdgeIndex index : strongest_edges(graph)) {
        if (table.rows.size() == row_count) {
            break;
        }
        const StanceEdge& edge = graph.edge(index);
        table.rows.push_back({graph.vertex(edge.actor).name, edge.stance, graph.vertex(edge.subject).name,
                              static_cast<double>(edge.tally.claims),
                              static_cast<double>(edge.tally.documents),
                              static_cast<double>(edge.tally.outlets)});
    }
    write_table(table, TableFormat::table, streams.out, kWidest);
}

}  // namespace stancegraph::cli
