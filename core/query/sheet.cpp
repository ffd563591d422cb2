#include "query/sheet.hpp"

#include <cmath>

#include <fmt/format.h>

#include "base/json.hpp"
#include "query/csv.hpp"
#include "query/text_table.hpp"

namespace stancegraph {
namespace {

using Cell = Sheet::Cell;

double rounded(double number) {
    return std::round(number * 100.0) / 100.0 + 0.0;
}

std::string shown(const Cell& cell, const Sheet::Column& column) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
        return *text;
    }
    if (const auto* number = std::get_if<double>(&cell)) {
        const double value = rounded(*number);
        return column.is_signed && value != 0.0 ? fmt::format("{:+}", value) : fmt::format("{}", value);
    }
    if (const auto* count = std::get_if<std::uint64_t>(&cell)) {
        return fmt::format("{}", *count);
    }
    return std::get<bool>(cell) ? "true" : "false";
}

std::string as_table(const Sheet& sheet, std::size_t width) {
    std::vector<TextTable::Column> columns;
    for (std::size_t index = 0; index < sheet.columns().size(); ++index) {
        const bool is_number =
            !sheet.rows().empty() && !std::holds_alternative<std::string>(sheet.rows().front()[index]);
        columns.push_back(
            {sheet.columns()[index].name, is_number ? TextTable::Align::right : TextTable::Align::left});
    }
    TextTable table(columns);
    for (const auto& row : sheet.rows()) {
        std::vector<std::string> cells;
        for (std::size_t index = 0; index < row.size(); ++index) {
            cells.push_back(shown(row[index], sheet.columns()[index]));
        }
        table.add(std::move(cells));
    }
    return table.render(width);
}

void write_object(std::string& text, const Sheet& sheet, const std::vector<Cell>& row) {
    json::Writer writer(text);
    writer.begin_object();
    for (std::size_t index = 0; index < row.size(); ++index) {
        writer.key(sheet.columns()[index].name);
        if (const auto* number = std::get_if<double>(&row[index])) {
            writer.value(rounded(*number));
        } else if (const auto* count = std::get_if<std::uint64_t>(&row[index])) {
            writer.value(*count);
        } else if (const auto* words = std::get_if<std::string>(&row[index])) {
            writer.value(*words);
        } else {
            writer.value(std::get<bool>(row[index]));
        }
    }
    writer.end_object();
}

std::string as_json(const Sheet& sheet) {
    std::string text = "[";
    for (const auto& row : sheet.rows()) {
        text += text.size() == 1 ? "\n" : ",\n";
        write_object(text, sheet, row);
    }
    return text + (sheet.rows().empty() ? "]\n" : "\n]\n");
}

std::string as_lines(const Sheet& sheet) {
    std::string text;
    for (const auto& row : sheet.rows()) {
        write_object(text, sheet, row);
        text += '\n';
    }
    return text;
}

std::string as_csv(const Sheet& sheet) {
    std::string text;
    for (const Sheet::Column& column : sheet.columns()) {
        text += text.empty() ? "" : ",";
        csv::append_cell(text, column.name, csv::Guard::none);
    }
    text += csv::kLineEnd;
    const Sheet::Column plain;
    for (const auto& row : sheet.rows()) {
        for (std::size_t index = 0; index < row.size(); ++index) {
            text += index == 0 ? "" : ",";
            const bool is_words = std::holds_alternative<std::string>(row[index]);
            csv::append_cell(text, shown(row[index], plain),
                             is_words ? csv::Guard::formulas : csv::Guard::none);
        }
        text += csv::kLineEnd;
    }
    return text;
}

}  // namespace

std::string render(const Sheet& sheet, AnswerFormat format, std::size_t width) {
    switch (format) {
        case AnswerFormat::table:
            return as_table(sheet, width);
        case AnswerFormat::json:
            return as_json(sheet);
        case AnswerFormat::jsonl:
            return as_lines(sheet);
        case AnswerFormat::csv:
            return as_csv(sheet);
    }
    return {};
}

}  // namespace stancegraph
