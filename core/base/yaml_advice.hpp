#pragma once

#include <memory>
#include <string_view>

#include "base/diagnostics.hpp"

namespace stancegraph::yaml {

/// A mistake, and the bytes of the value that it spoils; none where it spoils more than one value.
struct FoundMistake {
    Diagnostic diagnostic;
    ByteSpan value;
};

/// What to tell somebody whose text yaml-cpp refused at byte `at` of the file with `message`: the trap that a
/// line at or above the place fell into, and the way out.
[[nodiscard]] FoundMistake advice(const std::shared_ptr<const InputFile>& file, ByteSpan part,
                                  std::uint32_t at, std::string_view message);

}  // namespace stancegraph::yaml
