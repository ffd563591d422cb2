#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stancegraph {

/// A page made safe for the parser: no scripts, styles, comments or embedded objects; no tag of more than 64
/// kB or 256 attributes; no more than 256 elements inside each other; end tags only for open elements.
struct ScannedPage {
    std::string markup;
    std::vector<std::string> linked_data;  ///< The JSON-LD scripts.
    std::size_t dropped_tags = 0;          ///< Over one of the limits.
};

/// Scans a page in UTF-8 in one pass; what it drops is markup only, text stays. O(bytes).
[[nodiscard]] ScannedPage scan_page(std::string_view page);

}  // namespace stancegraph
