#include "exporters/csv_row.hpp"

namespace stancegraph {

CsvRow& CsvRow::text(std::string_view content) {
    separate();
    csv::append_cell(output_->text(), content, guard_);
    return *this;
}

CsvRow& CsvRow::cell(const Cell& content) {
    if (const auto* whole = std::get_if<std::uint64_t>(&content)) {
        return number(*whole);
    }
    if (const auto* fraction = std::get_if<double>(&content)) {
        return number(*fraction);
    }
    if (const auto* truth = std::get_if<bool>(&content)) {
        return text(*truth ? "true" : "false");
    }
    const auto* words = std::get_if<std::string>(&content);
    return text(words == nullptr ? std::string_view() : std::string_view(*words));
}

CsvRow& CsvRow::weight(double content) {
    separate();
    output_->weight(content);
    return *this;
}

void CsvRow::end() {
    *output_ << csv::kLineEnd;
    output_->end_element();
    is_first_ = true;
}

void CsvRow::separate() {
    *output_ << (is_first_ ? "" : ",");
    is_first_ = false;
}

}  // namespace stancegraph
