#pragma once

#include <vector>

#include "text/document.hpp"

namespace stancegraph::test {

/// All plain-text files below the folder that STANCEGRAPH_BENCH_TEXT names, or below corpus/, in the order of
/// their paths: one document each, a block of body text for each line.
[[nodiscard]] const std::vector<Document>& bench_articles();

}  // namespace stancegraph::test
