#pragma once

#include <string>

#include "text/reader.hpp"

namespace stancegraph {

/// One article of plain text. Document::text is `text` unchanged: offsets are those of the file.
[[nodiscard]] Document read_plain(const std::string& name, std::string text, const ReadOptions& options);

/// Puts the title of `document.source`, if there is one, as a headline in front of the text, unless the text
/// begins with it, and finds and classifies the blocks.
void lay_out_article(Document& document, const BlockLexicons& lexicons);

}  // namespace stancegraph
