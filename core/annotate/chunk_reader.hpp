#pragma once

#include <cstddef>
#include <vector>

#include "annotate/tokenizer_lists.hpp"
#include "annotate/word_scanner.hpp"
#include "base/span.hpp"

namespace stancegraph::annotate {

/// Appends the tokens of the chunk that begins at `begin` and holds no blank. Linear in the chunk.
void read_chunk(const Chunk& chunk, std::size_t begin, const TokenizerLists& lists,
                std::vector<ByteSpan>& out);

}  // namespace stancegraph::annotate
