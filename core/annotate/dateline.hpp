#pragma once

#include <string_view>
#include <vector>

#include "text/annotation.hpp"

namespace stancegraph::annotate {

/// The token behind the dateline that a paragraph begins with, or its first token where it begins with none:
/// "NEW YORK, Dec. 22 (UPI) —", a place in capitals, then perhaps day and agency, then a dash. They are no
/// part of the sentence behind, where a parser takes them for the subject. Constant time.
[[nodiscard]] TokenIndex end_of_dateline(std::string_view text, const std::vector<ByteSpan>& tokens,
                                         TokenSpan paragraph);

}  // namespace stancegraph::annotate
