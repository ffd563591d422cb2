#pragma once

#include <cstddef>
#include <istream>
#include <ostream>
#include <string>

#include "base/diagnostics.hpp"

namespace stancegraph::cli {

/// Where a command reads and writes: results to `out`, everything else to `error`.
struct Streams {
    std::istream& in;
    std::ostream& out;
    std::ostream& error;
    bool error_is_terminal = false;  ///< Progress is shown only then.
};

void report(Streams& streams, const Diagnostic& diagnostic);
/// At most 20 of each code, then their number.
void report(Streams& streams, const Diagnostics& diagnostics);
/// The columns that tables for people are fitted into. The same on a terminal and in a file: content never
/// depends on where it goes.
inline constexpr std::size_t kTableWidth = 120;

/// An error without a place in a file.
[[nodiscard]] Diagnostic plain_error(std::string code, std::string message, std::string hint = {});

}  // namespace stancegraph::cli
