#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stancegraph::cli {

/// True for the code of a diagnostic: SG and four digits.
[[nodiscard]] bool is_code(std::string_view text);

/// What the page DIAGNOSTICS.md beside the shipped rules says about a code; nothing where it says nothing.
[[nodiscard]] std::optional<std::string> find_code_section(const std::string& code);

}  // namespace stancegraph::cli
