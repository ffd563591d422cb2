#include "cli/project_output.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "cli/atomic_file.hpp"
#include "cli/project.hpp"
#include "exporters/format.hpp"
#include "query/answer.hpp"
#include "query/query.hpp"
#include "query/render.hpp"
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

    constexpr std::array<Output, 5> kOutputs{{{"graph.gexf", GraphView::stance},
                                              {"graph-net.gexf", GraphView::net},
                                              {"graph.graphml", GraphView::stance},
                                              {"graph.dot", GraphView::stance},
                                              {"report.html", GraphView::stance}}};
    return std::ranges::all_of(kOutputs, [&](const Output& output) {
        const GraphFormat* format = format_of_file(output.name);
        const auto write_view = [&](std::ostream& out) {
            write_graph(graph, *format, {.view = output.view}, out);
        };
        return write_file(folder / output.name, write_view, faults);
    });
}

void print_overview(const StanceGraph& graph, std::size_t row_count, Streams& streams) {
    Diagnostics none;
    const auto everything = select(graph, Query(), none);
    const std::vector<AnswerRow> rows = answer(graph, everything.value_or(std::vector<SelectedEdge>()));
    const auto shown = std::span(rows).first(std::min(row_count, rows.size()));
    streams.out << render(shown, AnswerFormat::table, kTableWidth);
}

}  // namespace stancegraph::cli
