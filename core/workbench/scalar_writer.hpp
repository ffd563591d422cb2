#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/yaml.hpp"
#include "base/yaml_text.hpp"
#include "workbench/file_parts.hpp"

namespace stancegraph {

/// The columns that canonical rule files are fitted into, where their words allow it.
inline constexpr std::size_t kRuleFileWidth = 120;

/// A scalar between brackets.
[[nodiscard]] std::string flow_scalar(const InputFile& file, const yaml::Node& scalar);

[[nodiscard]] std::string key_text(const yaml::Node& key, yaml::Surroundings around);

/// A scalar behind a key or `-`: its first line, to stand behind `column` columns, and the lines below, which
/// begin with `indentation` blanks.
[[nodiscard]] std::vector<std::string> block_scalar(const InputFile& file, const yaml::Node& scalar,
                                                    FilePart part, std::size_t column,
                                                    std::size_t indentation);

/// The text of a pattern without the line end that a `|` leaves behind it.
[[nodiscard]] std::string_view pattern_text(std::string_view text);

}  // namespace stancegraph
