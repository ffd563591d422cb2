#include "base/hash.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <fmt/format.h>

namespace stancegraph {

std::uint64_t hash_of(std::string_view bytes) {
    return XXH3_64bits(bytes.data(), bytes.size());
}

std::string hex_hash_of(std::string_view bytes) {
    return fmt::format("{:016x}", hash_of(bytes));
}

}  // namespace stancegraph
