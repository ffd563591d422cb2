#pragma once

#include <string>

#include "base/diagnostics.hpp"

namespace stancegraph {

/// `40-attribution.yaml:55`: the file without its folders, and the line; `?` without a file.
[[nodiscard]] std::string place_of(const Location& location);

}  // namespace stancegraph
