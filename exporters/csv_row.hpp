#pragma once

#include <string_view>

#include "exporters/network.hpp"
#include "exporters/output.hpp"
#include "query/csv.hpp"

namespace stancegraph {

[[nodiscard]] inline csv::Guard guard_of(const ExportOptions& options) {
    return options.csv_mode == CsvMode::spreadsheet ? csv::Guard::formulas : csv::Guard::none;
}

/// Writes one row after the other; the first cell of a row has no comma before it. Numbers are written past
/// the guard, which would take a minus sign for a formula.
class CsvRow {
public:
    CsvRow(Output& output, const ExportOptions& options) : output_(&output), guard_(guard_of(options)) {}

    CsvRow& text(std::string_view content);
    CsvRow& cell(const Cell& content);
    CsvRow& weight(double content);
    void end();

    template <typename Number>
    CsvRow& number(Number content) {
        separate();
        *output_ << content;
        return *this;
    }

private:
    void separate();

    Output* output_;
    csv::Guard guard_;
    bool is_first_ = true;
};

}  // namespace stancegraph
