#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/reader.hpp"

namespace stancegraph::test {

/// Options with the word lists of rules/06-blocks.yaml.
[[nodiscard]] const ReadOptions& shipped_options();

/// One line for each block: `head`, `body`, `tease` or `furn`, and its text.
[[nodiscard]] std::string to_string(const Document& document);

/// `outlet | title | author | date | url`.
[[nodiscard]] std::string to_string(const Source& source);

/// The only document of a file. Fails the test if there are none or several.
[[nodiscard]] Document read_one(std::string bytes, Format format, Diagnostics& diagnostics);
[[nodiscard]] Document read_one(std::string bytes, Format format);

}  // namespace stancegraph::test
