#pragma once

#include <string>
#include <string_view>

#include "resolve/resolver.hpp"

namespace stancegraph {

/// A claim on one line, the form of `gives:` in rule examples:
/// `Scott Bessent -> optimistic -> H20 sales [target …] [negated] [possible] [via …]`. An author without a
/// name is AUTHOR, an unnamed speaker or subject is `?`.
[[nodiscard]] std::string line_of(const Claim& claim);

/// An attribution on one line: `Scott Bessent -> states -> “It is a start,” + “but we need more.” [via
/// Reuters]`. Line breaks inside the statement become blanks.
[[nodiscard]] std::string line_of(const Attribution& attribution, const Document& document);

/// The text with every run of white space as one blank, and none at its ends.
[[nodiscard]] std::string on_one_line(std::string_view text);

}  // namespace stancegraph
