#pragma once

#include <cstdint>
#include <string>

#include "workbench/coverage_report.hpp"

namespace stancegraph::cli {

struct CoverageLayout {
    std::string list;        ///< The part that is wanted with its sentences; empty for all in short.
    std::uint32_t rows = 0;  ///< 0: 8, or all with `list`.
};

/// For each part of the report how often, and the most frequent rows; or one part with its sentences and the
/// lines to paste.
[[nodiscard]] std::string coverage_table(const CoverageReport& report, const CoverageLayout& layout);
/// All of the report as one JSON object on a line of its own.
[[nodiscard]] std::string coverage_json(const CoverageReport& report);

}  // namespace stancegraph::cli
