#pragma once

#include <string>

namespace stancegraph {

/// Compares `actual` with the file tests/golden/`name` as one Catch2 check. With STANCEGRAPH_UPDATE_GOLDEN=1
/// in the environment the file is written instead.
void check_golden(const std::string& name, const std::string& actual);

/// The bytes of a file; fails the test where it cannot be read.
[[nodiscard]] std::string read_file(const std::string& path);

}  // namespace stancegraph
