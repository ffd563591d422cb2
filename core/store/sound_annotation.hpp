#pragma once

#include <cstddef>
#include <string_view>

#include "text/annotation.hpp"
#include "text/document.hpp"

/// Whether what was read from a file can be worked with: all stages rely on it and check nothing again.
namespace stancegraph {

inline constexpr std::size_t kBlockClasses = 4;
inline constexpr std::size_t kNameKinds = 4;

/// All spans lie in the text and begin and end at characters, tokens are in text order, sentences cut them
/// up without a gap, heads stand in the sentence of their token and no token hangs on itself. O(n).
[[nodiscard]] bool is_sound(const Annotation& annotation, std::string_view text);

/// The same for the blocks and given trees of a document; its text is valid UTF-8.
[[nodiscard]] bool is_sound(const Document& document);

}  // namespace stancegraph
