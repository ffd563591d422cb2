#pragma once

#include <string>
#include <string_view>

namespace stancegraph {

/// The text that one block of Markdown shows (CommonMark 0.31, chapter 6): links give their text, code its
/// content; images, raw tags, comments and emphasis marks go; escapes and the common entities are resolved.
/// Marks without a partner stay. O(bytes).
[[nodiscard]] std::string markdown_text(std::string_view raw);

}  // namespace stancegraph
