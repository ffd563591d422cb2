#pragma once

#include <string>

#include "exporters/format.hpp"
#include "exporters/report/selection.hpp"

namespace stancegraph::html_report {

/// All that the page shows, as JSON: page/data.js tells how its parts hang together. Texts are on one line
/// and have no character that hides or turns others around.
[[nodiscard]] std::string report_data(const StanceGraph& graph, const Selection& selection,
                                      const ExportOptions& options);

}  // namespace stancegraph::html_report
