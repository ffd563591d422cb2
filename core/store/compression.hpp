#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stancegraph {

/// A zstd frame (RFC 8878) with size and checksum.
[[nodiscard]] std::string compressed(std::string_view bytes);
/// What was compressed; nothing where the frame is damaged, tells no size or one above 256 MiB.
[[nodiscard]] std::optional<std::string> decompressed(std::string_view frame);

}  // namespace stancegraph
