#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/diagnostics.hpp"
#include "pattern/parser.hpp"

namespace stancegraph::pattern {

/// A text that is a file of its own.
[[nodiscard]] inline SourceText source_of(const std::string& text) {
    return {.text = text, .file = std::make_shared<const InputFile>("p", text), .place = {}};
}

/// A tree as nested brackets with every field but the spans, to compare trees by.
[[nodiscard]] std::string dump(const Node& node);
[[nodiscard]] std::string dump(const Test& test);
[[nodiscard]] std::string dump(const Filler& filler);

}  // namespace stancegraph::pattern
