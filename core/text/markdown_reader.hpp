#pragma once

#include <string>
#include <string_view>

#include "text/reader.hpp"

namespace stancegraph {

/// One article of Markdown, with YAML front matter or without. Document::text is the text that the article
/// shows, block by block: headings, paragraphs, list items, quoted blocks; code, images, comments and tables'
/// rules are left out. A title in the front matter stands in front unless the text begins with it.
[[nodiscard]] Document read_markdown(const std::string& name, std::string_view text,
                                     const ReadOptions& options, Diagnostics& diagnostics);

}  // namespace stancegraph
