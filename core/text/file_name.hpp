#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "text/document.hpp"

namespace stancegraph {

/// What the file name tells by the pattern: {outlet}, {date}, {author}, {title}, `*` for anything, all else
/// as it stands. A pattern without `/` looks at the last part of the name; the ending (`.txt`) is left out.
/// Parts take as little as they can; {date} takes only what `iso_date` understands. Nothing where the name
/// does not fit.
[[nodiscard]] std::optional<Source> source_from_name(std::string_view name, std::string_view pattern);

/// Reports a pattern with an unknown part or an unclosed brace.
[[nodiscard]] bool check_name_pattern(std::string_view pattern, Diagnostics& diagnostics);

/// Fills the empty fields of `source` from the name.
void fill_from_name(Source& source, std::string_view name, std::string_view pattern);

}  // namespace stancegraph
