#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.hpp"

namespace stancegraph {

/// The bytes of a file as valid UTF-8. A byte order mark goes; UTF-16 with one is converted; ill-formed
/// sequences become U+FFFD and are reported with the offset of the first and their number. Valid UTF-8
/// without a mark comes back as it is.
[[nodiscard]] std::string utf8_text(const std::string& name, std::string bytes, Diagnostics& diagnostics);

/// What kind of file this is if it is not a text at all (`PDF document`, `ZIP archive`, `binary file`); empty
/// for text. Looks at the first bytes only.
[[nodiscard]] std::string_view binary_kind(std::string_view bytes);

/// UTF-16 without its mark to UTF-8; lone surrogates become U+FFFD.
[[nodiscard]] std::string from_utf16(std::string_view bytes, bool is_big_endian);

}  // namespace stancegraph
