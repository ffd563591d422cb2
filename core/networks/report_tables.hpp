#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "networks/report.hpp"
#include "query/render.hpp"

namespace stancegraph {

using ReportCell = std::variant<std::string, double>;

/// One table of a report, for people and for programs.
struct ReportTable {
    std::string_view name;             ///< `coalitions`; for `--table` and as a key of JSON.
    std::string_view title;            ///< `who agrees with whom`
    std::vector<std::string> columns;  ///< lower_snake_case.
    std::vector<std::vector<ReportCell>> rows;
    std::vector<std::string> hidden;  ///< Columns for programs only.
    std::string note;                 ///< What the numbers are, or were not computed for; may be empty.
};

/// The names of all tables, in the order in which they are printed.
[[nodiscard]] std::span<const std::string_view> report_table_names();

/// The table of that name. `most_rows` limits nodes, subjects and positions; 0 does not.
/// Precondition: the name is one of report_table_names().
[[nodiscard]] ReportTable report_table(const NetworkReport& report, std::string_view name,
                                       std::size_t most_rows);

/// Tables as text: for people one below the other with their titles, else as one JSON object with an array
/// for each, or CSV (of the first one, where there are several). `width` limits the lines of a table.
[[nodiscard]] std::string render(std::span<const ReportTable> tables, AnswerFormat format, std::size_t width);

}  // namespace stancegraph
