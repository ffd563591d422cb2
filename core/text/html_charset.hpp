#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.hpp"

namespace stancegraph {

/// A page as valid UTF-8: by its byte order mark, as UTF-8 if it is valid UTF-8, else by the charset it
/// declares, else as windows-1252 (HTML Living Standard, 13.2.3). Reports an unknown charset and bytes that
/// could not be read.
[[nodiscard]] std::string page_to_utf8(const std::string& name, std::string bytes, Diagnostics& diagnostics);

/// The charset that a `<meta>` or `<?xml` in the first bytes declares, in lower case; empty if none does.
[[nodiscard]] std::string declared_charset(std::string_view bytes);

}  // namespace stancegraph
