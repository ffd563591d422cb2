#pragma once

#include <optional>
#include <vector>

#include "base/diagnostics.hpp"
#include "pattern/ast.hpp"
#include "pattern/source.hpp"

/// From text to trees. All spans of the trees are places in the file of the source. Mistakes go to
/// `diagnostics`; a text with a mistake gives nothing. Texts are at most kMaxPatternBytes long, brackets at
/// most Level::kMost deep. Grammar: rules/README.md, "Pattern grammar".
namespace stancegraph::pattern {

inline constexpr std::uint32_t kMaxPatternBytes = 16'384;

/// The greatest number in `{n,m}` and behind `...`.
inline constexpr std::uint32_t kMaxCount = 64;

/// `speaker:SPEAKER ...3(no VERB) cue:@say`
[[nodiscard]] std::optional<Node> parse_pattern(const SourceText& source, Diagnostics& diagnostics);

/// `cue >poss | cue >prep(by, from) | AUTHOR`
[[nodiscard]] std::optional<Filler> parse_filler(const SourceText& source, Diagnostics& diagnostics);

/// `m <advmod cue | m <det <obj cue`: each path leads from one part of the match to another.
[[nodiscard]] std::optional<std::vector<Path>> parse_attach(const SourceText& source,
                                                            Diagnostics& diagnostics);

}  // namespace stancegraph::pattern
