#pragma once

#include <string>

#include "text/document.hpp"

namespace stancegraph {

/// A document of text that stands for itself, without a file: a sentence given to `explain`, the example of a
/// rule. Blank lines part paragraphs; all are body text, but a first paragraph without a final stop is a
/// headline.
[[nodiscard]] Document document_of(std::string name, std::string text);

}  // namespace stancegraph
