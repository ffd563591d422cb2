#pragma once

#include <array>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace stancegraph::cli {

/// How results are printed. `table` is for people and shows control characters as escapes; the others keep
/// the true text.
enum class TableFormat : std::uint8_t { table, json, jsonl, csv };

/// "table", "json", "jsonl", "csv", in the order of TableFormat.
[[nodiscard]] std::vector<std::string> table_format_names();
/// Precondition: `name` is one of the above.
[[nodiscard]] TableFormat table_format(std::string_view name);

/// A text or a number.
using Cell = std::variant<std::string, double>;

/// Rows under named columns; the names are the keys of JSON and the first line of CSV.
struct Table {
    std::vector<std::string> columns;
    std::vector<std::vector<Cell>> rows;  ///< Each as long as `columns`.
};

/// Prints the table. `widest` cuts each text of the format `table` to that many terminal columns; 0 cuts
/// nothing.
void write_table(const Table& table, TableFormat format, std::ostream& out, std::size_t widest = 0);

}  // namespace stancegraph::cli
