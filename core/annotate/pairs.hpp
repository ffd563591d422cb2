#pragma once

#include <string_view>
#include <vector>

#include "text/annotation.hpp"

namespace stancegraph::annotate {

/// For each token that opens a bracket or a closed quotation the token that closes it, and the other way
/// round; kNoToken for all others. Brackets pair inside their paragraph. Linear in the tokens.
[[nodiscard]] std::vector<TokenIndex> find_partners(std::string_view text, const Annotation& annotation);

}  // namespace stancegraph::annotate
