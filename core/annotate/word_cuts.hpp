#pragma once

#include <cstddef>
#include <string_view>

#include "annotate/tokenizer_lists.hpp"

namespace stancegraph::annotate {

/// Where the words inside a surface word begin, in order, without the first ("don't" 2; "rock'n'roll" none).
struct Cuts {
    static constexpr std::size_t kMost = 4;
    std::size_t at[kMost] = {};
    std::size_t count = 0;
};

[[nodiscard]] Cuts find_cuts(std::string_view word, const TokenizerLists& lists);

}  // namespace stancegraph::annotate
