#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/json.hpp"
#include "networks/report_tables.hpp"
#include "query/csv.hpp"
#include "query/text_table.hpp"

namespace stancegraph {
namespace {

/// Four places tell networks apart; counts stay whole.
double rounded(double number) {
    constexpr double kPlaces = 10'000.0;
    return std::round(number * kPlaces) / kPlaces + 0.0;
}

std::string text_of(const ReportCell& cell) {
    const auto* text = std::get_if<std::string>(&cell);
    return text != nullptr ? *text : fmt::format("{}", rounded(std::get<double>(cell)));
}

/// For people two places are enough.
std::string short_text_of(const ReportCell& cell) {
    constexpr double kPlaces = 100.0;
    const auto* text = std::get_if<std::string>(&cell);
    return text != nullptr ? *text
                           : fmt::format("{}", std::round(std::get<double>(cell) * kPlaces) / kPlaces + 0.0);
}

std::string heading_of(const std::string& column) {
    std::string heading = column;
    for (char& byte : heading) {
        byte = byte == '_' ? ' ' : byte;
    }
    return heading;
}

bool is_numeric(const ReportTable& table, std::size_t column) {
    return !table.rows.empty() && std::holds_alternative<double>(table.rows.front()[column]);
}

std::string as_table(const ReportTable& table, std::size_t width) {
    std::vector<std::size_t> shown;
    std::vector<TextTable::Column> columns;
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        if (std::ranges::find(table.hidden, table.columns[index]) == table.hidden.end()) {
            shown.push_back(index);
            columns.push_back({heading_of(table.columns[index]),
                               is_numeric(table, index) ? TextTable::Align::right : TextTable::Align::left});
        }
    }
    TextTable text(columns);
    for (const auto& row : table.rows) {
        std::vector<std::string> cells;
        for (const std::size_t index : shown) {
            cells.push_back(short_text_of(row[index]));
        }
        text.add(std::move(cells));
    }
    return text.render(width);
}

std::string for_people(std::span<const ReportTable> tables, std::size_t width) {
    std::string text;
    for (const ReportTable& table : tables) {
        text += text.empty() ? "" : "\n";
        if (tables.size() > 1) {
            text += std::string(table.title) + "\n\n";
        }
        text += as_table(table, width);
        text += table.note.empty() ? "" : table.note + "\n";
    }
    return text;
}

void write_row(json::Writer& writer, const ReportTable& table, const std::vector<ReportCell>& row) {
    writer.begin_object();
    for (std::size_t index = 0; index < row.size(); ++index) {
        if (const auto* text = std::get_if<std::string>(&row[index])) {
            writer.member(table.columns[index], *text);
        } else {
            writer.member(table.columns[index], rounded(std::get<double>(row[index])));
        }
    }
    writer.end_object();
}

std::string as_json(std::span<const ReportTable> tables) {
    std::string text;
    {
        json::Writer writer(text);
        writer.begin_object();
        for (const ReportTable& table : tables) {
            writer.key(table.name).begin_array();
            for (const auto& row : table.rows) {
                write_row(writer, table, row);
            }
            writer.end_array();
        }
        writer.end_object();
    }
    return text + "\n";
}

std::string as_lines(const ReportTable& table) {
    std::string text;
    for (const auto& row : table.rows) {
        {
            json::Writer writer(text);
            write_row(writer, table, row);
        }
        text += '\n';
    }
    return text;
}

std::string as_csv(const ReportTable& table) {
    std::string text;
    for (const std::string& column : table.columns) {
        text += text.empty() ? "" : ",";
        csv::append_cell(text, column, csv::Guard::none);
    }
    text += csv::kLineEnd;
    for (const auto& row : table.rows) {
        for (std::size_t index = 0; index < row.size(); ++index) {
            const bool is_text = std::holds_alternative<std::string>(row[index]);
            text += index == 0 ? "" : ",";
            csv::append_cell(text, text_of(row[index]), is_text ? csv::Guard::formulas : csv::Guard::none);
        }
        text += csv::kLineEnd;
    }
    return text;
}

}  // namespace

std::string render(std::span<const ReportTable> tables, AnswerFormat format, std::size_t width) {
    switch (format) {
        case AnswerFormat::table:
            return for_people(tables, width);
        case AnswerFormat::json:
            return as_json(tables);
        case AnswerFormat::jsonl:
            return tables.empty() ? std::string() : as_lines(tables.front());
        case AnswerFormat::csv:
            break;
    }
    return tables.empty() ? std::string() : as_csv(tables.front());
}

}  // namespace stancegraph
