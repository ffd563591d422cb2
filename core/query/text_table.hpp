#pragma once

#include <string>
#include <vector>

namespace stancegraph {

/// A table for people, aligned by the width that characters take on a terminal.
class TextTable {
public:
    enum class Align : std::uint8_t { left, right };

    struct Column {
        std::string title;
        Align align = Align::left;
    };

    explicit TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}

    /// Precondition: as many cells as columns. Characters that would act on a terminal become visible
    /// escapes.
    void add(std::vector<std::string> cells);

    /// A title line and a line for each row, two blanks between columns, none at line ends. With a `width`
    /// other than 0 the widest left-aligned columns are cut, with an ellipsis, until lines fit or only 8
    /// columns are left.
    [[nodiscard]] std::string render(std::size_t width = 0) const;

private:
    [[nodiscard]] std::vector<std::size_t> widths(std::size_t limit) const;
    void append_line(std::string& out, const std::vector<std::string>& cells,
                     const std::vector<std::size_t>& widths) const;

    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace stancegraph
