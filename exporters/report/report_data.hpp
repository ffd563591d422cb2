#pragma once

#include <string>
#include <string_view>

#include "exporters/format.hpp"
#include "exporters/report/selection.hpp"

namespace stancegraph::html_report {

/// All that the page shows, as JSON that can stand in a <script> element: see page/data.js for its members.
/// Texts are on one line and have no character that hides or turns others around.
[[nodiscard]] std::string report_data(const StanceGraph& graph, const Selection& selection,
                                      const ExportOptions& options);

/// JSON for the inside of a <script> element: `<` as \u003c, so that nothing ends the element or begins a
/// comment, and the line ends U+2028 and U+2029 escaped too. **Source:** HTML Standard, 4.12.1.3.
[[nodiscard]] std::string escaped_for_script(std::string_view json);

/// An address that a link may lead to: of the web, without blanks and control characters.
[[nodiscard]] bool is_web_address(std::string_view url);

}  // namespace stancegraph::html_report
