#pragma once

#include <string>
#include <string_view>

namespace stancegraph {

/// The text as a YAML scalar of one line that reads back as that text, also within `[…]`: as it is where that
/// is safe, otherwise in single quotation marks. Precondition: no line break.
[[nodiscard]] std::string yaml_scalar(std::string_view text);

}  // namespace stancegraph
