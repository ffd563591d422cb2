#include "cli/table.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/json.hpp"
#include "base/utf8.hpp"

namespace stancegraph::cli {
namespace {

constexpr std::array<std::string_view, 4> kFormatNames{"table", "json", "jsonl", "csv"};

/// The shortest digits that read back equal, in any locale.
std::string to_text(double number) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return {digits.data(), end};
}

/// `text` cut to `widest` terminal columns, with an ellipsis for what is left out.
std::string shortened(const std::string& text, std::size_t widest) {
    if (widest == 0 || utf8::display_width(text) <= widest) {
        return text;
    }
    std::string kept;
    std::size_t width = 1;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = std::string_view(text).substr(at);
        const std::string_view character = rest.substr(0, utf8::decode(rest).size);
        width += utf8::display_width(character);
        if (width > widest) {
            break;
        }
        kept += character;
        at += character.size();
    }
    return kept + "…";
}

std::string shown(const Cell& cell, std::size_t widest) {
    if (const auto* number = std::get_if<double>(&cell)) {
        return to_text(*number);
    }
    return shortened(utf8::visible(std::get<std::string>(cell)), widest);
}

void write_plain(const Table& table, std::ostream& out, std::size_t widest) {
    std::vector<std::vector<std::string>> lines{table.columns};
    for (const std::vector<Cell>& row : table.rows) {
        std::vector<std::string>& line = lines.emplace_back();
        for (const Cell& cell : row) {
            line.push_back(shown(cell, widest));
        }
    }
    std::vector<std::size_t> widths(table.columns.size(), 0);
    for (const std::vector<std::string>& line : lines) {
        for (std::size_t column = 0; column < line.size(); ++column) {
            widths[column] = std::max(widths[column], utf8::display_width(line[column]));
        }
    }
    const auto is_number = [&table](std::size_t column) {
        return !table.rows.empty() && std::holds_alternative<double>(table.rows.front()[column]);
    };
    for (const std::vector<std::string>& line : lines) {
        std::string text;
        for (std::size_t column = 0; column < line.size(); ++column) {
            const std::string blanks(widths[column] - utf8::display_width(line[column]), ' ');
            text += is_number(column) ? blanks + line[column] : line[column] + blanks;
            text += "  ";
        }
        text.erase(text.find_last_not_of(' ') + 1);
        out << text << '\n';
    }
}

std::string json_of(const std::vector<std::string>& columns, const std::vector<Cell>& row) {
    std::string text;
    json::Writer writer(text);
    writer.begin_object();
    for (std::size_t column = 0; column < columns.size(); ++column) {
        writer.key(columns[column]);
        std::visit([&writer](const auto& content) { writer.value(content); }, row[column]);
    }
    writer.end_object();
    return text;
}

void write_json(const Table& table, std::ostream& out) {
    out << '[';
    std::string_view separator = "\n";
    for (const std::vector<Cell>& row : table.rows) {
        out << separator << json_of(table.columns, row);
        separator = ",\n";
    }
    out << "\n]\n";
}

/// RFC 4180; a text that a spreadsheet would take for a formula gets an apostrophe before it.
std::string csv_of(const Cell& cell) {
    if (const auto* number = std::get_if<double>(&cell)) {
        return to_text(*number);
    }
    constexpr std::string_view kFormula = "=+-@\t\r\n";
    std::string text = std::get<std::string>(cell);
    if (!text.empty() && kFormula.find(text.front()) != std::string_view::npos) {
        text.insert(0, 1, '\'');
    }
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (const char character : text) {
        quoted.append(character == '"' ? 2 : 1, character);
    }
    return quoted + '"';
}

void write_csv(const Table& table, std::ostream& out) {
    const auto write_row = [&out](const auto& cells) {
        std::string_view separator;
        for (const auto& cell : cells) {
            out << separator << csv_of(Cell(cell));
            separator = ",";
        }
        out << "\r\n";
    };
    write_row(table.columns);
    std::ranges::for_each(table.rows, write_row);
}

}  // namespace

std::vector<std::string> table_format_names() {
    return {kFormatNames.begin(), kFormatNames.end()};
}

TableFormat table_format(std::string_view name) {
    return static_cast<TableFormat>(std::ranges::find(kFormatNames, name) - kFormatNames.begin());
}

void write_table(const Table& table, TableFormat format, std::ostream& out, std::size_t widest) {
    switch (format) {
        case TableFormat::table:
            return write_plain(table, out, widest);
        case TableFormat::json:
            return write_json(table, out);
        case TableFormat::jsonl:
            for (const std::vector<Cell>& row : table.rows) {
                out << json_of(table.columns, row) << '\n';
            }
            return;
        case TableFormat::csv:
            return write_csv(table, out);
    }
}

}  // namespace stancegraph::cli
