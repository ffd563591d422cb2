#pragma once

#include <string_view>

#include "base/yaml.hpp"

/// Where things stand in the raw text of a file; yaml-cpp tells only where a node begins.
namespace stancegraph::yaml {

/// The end of the scalar that begins at `scalar.span.begin`; the end of `raw` for a quotation mark that is
/// never closed.
[[nodiscard]] std::uint32_t end_of_scalar(std::string_view raw, const Node& scalar);

/// True if the quoted scalar has its closing mark.
[[nodiscard]] bool is_closed(std::string_view raw, const Node& scalar);

/// The end of a flow sequence or mapping: behind the bracket that follows `from`.
[[nodiscard]] std::uint32_t end_of_flow(std::string_view raw, std::uint32_t from);

/// `~`, `null` and its other spellings, where one of them stands at `at` as a value of its own.
[[nodiscard]] std::string_view null_text(std::string_view raw, std::uint32_t at, bool is_key);

}  // namespace stancegraph::yaml
