#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Comma-separated values. **Source:** RFC 4180.
namespace stancegraph::csv {

inline constexpr std::string_view kLineEnd = "\r\n";

enum class Guard : std::uint8_t {
    none,
    formulas,  ///< Cells that a spreadsheet would compute (first of them = + - @ tab return) get an
               ///< apostrophe.
};

/// Appends one cell, quoted where it has to be; no comma. Text that is not UTF-8 is repaired, NUL dropped.
void append_cell(std::string& out, std::string_view text, Guard guard);

}  // namespace stancegraph::csv
