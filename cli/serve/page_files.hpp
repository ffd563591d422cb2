#pragma once

#include <span>

#include "base/embedded_file.hpp"

namespace stancegraph::cli {

/// The files of page/, and those that it shares with the report.
[[nodiscard]] std::span<const EmbeddedFile> page_files();

}  // namespace stancegraph::cli
