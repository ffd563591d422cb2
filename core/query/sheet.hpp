#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "query/render.hpp"

namespace stancegraph {

/// An answer of any shape: named columns, and in each row a cell for each of them.
class Sheet {
public:
    using Cell = std::variant<std::string, double, std::uint64_t, bool>;

    struct Column {
        std::string name;
        bool is_signed = false;  ///< A polarity: shown with its sign.
    };

    explicit Sheet(std::vector<Column> columns) : columns_(std::move(columns)) {}

    /// Precondition: as many cells as columns, in a column always of one type.
    void add(std::vector<Cell> cells) { rows_.push_back(std::move(cells)); }

    [[nodiscard]] const std::vector<Column>& columns() const { return columns_; }

    [[nodiscard]] const std::vector<std::vector<Cell>>& rows() const { return rows_; }

private:
    std::vector<Column> columns_;
    std::vector<std::vector<Cell>> rows_;
};

/// The rows as text that ends with a line end; numbers with two places at most. `width` limits the lines of a
/// table; 0 does not.
[[nodiscard]] std::string render(const Sheet& sheet, AnswerFormat format, std::size_t width = 0);

}  // namespace stancegraph
