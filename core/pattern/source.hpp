#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/input_file.hpp"
#include "base/span.hpp"

namespace stancegraph::pattern {

/// A text to be parsed, and where its bytes stand in a file: a pattern may be one line of YAML, a block with
/// indentation, or a quoted string with escapes.
struct SourceText {
    std::string text;
    std::shared_ptr<const InputFile> file;    ///< May be null: then errors have no place.
    std::function<ByteSpan(ByteSpan)> place;  ///< From the text into the file; empty: they are the same.

    [[nodiscard]] ByteSpan in_file(ByteSpan in_text) const { return place ? place(in_text) : in_text; }
};

}  // namespace stancegraph::pattern
