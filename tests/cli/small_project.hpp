#pragma once

#include <string>

namespace stancegraph::cli {

/// Makes a folder with rules/ (two stances, one rule) and articles/ (two articles) in it and gives its path.
[[nodiscard]] std::string make_small_project(const std::string& name);

}  // namespace stancegraph::cli
