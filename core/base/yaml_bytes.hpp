#pragma once

#include <memory>

#include "base/diagnostics.hpp"

namespace stancegraph::yaml {

/// Reports what must not be given to a YAML parser: too many bytes, invalid UTF-8, control characters, tabs
/// in the indentation, `---` and `...` that would cut the file. True if there is none of it.
[[nodiscard]] bool check_bytes(const std::shared_ptr<const InputFile>& file, ByteSpan part,
                               Diagnostics& diagnostics);

}  // namespace stancegraph::yaml
