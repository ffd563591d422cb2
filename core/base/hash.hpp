#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stancegraph {

/// XXH3, 64 bits: the same on every machine; not for secrets.
[[nodiscard]] std::uint64_t hash_of(std::string_view bytes);
/// Sixteen lower-case hexadecimal digits.
[[nodiscard]] std::string hex_hash_of(std::string_view bytes);

}  // namespace stancegraph
