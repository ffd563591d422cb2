#pragma once

#include "text/block_lexicons.hpp"

namespace stancegraph::test {

/// The word lists of rules/06-blocks.yaml. Ends the program if the file is missing or lacks a list.
[[nodiscard]] BlockLexicons shipped_block_lexicons();

}  // namespace stancegraph::test
