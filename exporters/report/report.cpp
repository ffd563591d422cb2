#include <algorithm>
#include <ostream>

#include "exporters/network.hpp"
#include "exporters/report/page_files.hpp"
#include "exporters/report/report_data.hpp"
#include "exporters/report/script_text.hpp"
#include "exporters/report/selection.hpp"
#include "exporters/writers.hpp"

namespace stancegraph {

void write_report(const Network& network, const ExportOptions& options, std::ostream& out) {
    constexpr std::string_view kPlace = "@DATA@";
    html_report::Limits limits;
    if (options.top_edges > 0) {
        limits.edges = std::min<std::size_t>(limits.edges, options.top_edges);
    }
    const StanceGraph& graph = network.graph();
    const html_report::Selection selection = html_report::select_parts(graph, limits);
    const std::string_view page = html_report::page_files().front().bytes;
    const std::size_t place = page.find(kPlace);
    out << page.substr(0, place)
        << html_report::escaped_for_script(html_report::report_data(graph, selection, options))
        << page.substr(place + kPlace.size());
}

}  // namespace stancegraph
