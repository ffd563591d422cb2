#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace stancegraph {

/// A place in a text as people count it: both from 1, the column in code points.
struct LineColumn {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

/// A file that was read, kept so that diagnostics can show its lines.
class InputFile {
public:
    InputFile(std::string name, std::string text);

    [[nodiscard]] const std::string& name() const { return name_; }

    [[nodiscard]] std::string_view text() const { return text_; }

    /// The line and column of a byte; the place after the last byte for offsets beyond the end. O(log lines +
    /// line).
    [[nodiscard]] LineColumn place_of(std::uint32_t byte) const;
    /// The bytes of a line (from 1) without its line end; empty for lines that do not exist.
    [[nodiscard]] ByteSpan line_span(std::uint32_t line) const;

    [[nodiscard]] std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_begins_.size()); }

private:
    std::string name_;
    std::string text_;
    std::vector<std::uint32_t> line_begins_;
};

}  // namespace stancegraph
