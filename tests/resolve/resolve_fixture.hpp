#pragma once

#include <string>
#include <string_view>

#include "pipeline/processor.hpp"

namespace stancegraph::test {

/// The shipped rules, loaded once.
[[nodiscard]] const Engine& shipped_engine();

/// What the text gives with the shipped rules, as the article `name`: every sentence gets a tree.
[[nodiscard]] Resolved resolved(std::string_view text, const std::string& name = "article");

/// The speakers of the claims, one a line: `NAME (KIND) by HOW "WORDS"`, and ` in SCOPE` where they have one.
[[nodiscard]] std::string speakers_in(std::string_view text);

/// The subjects of the claims, one a line: `NAME from ORIGIN`.
[[nodiscard]] std::string subjects_in(std::string_view text);

/// The stances of the claims, one a line: `LABEL POLARITY`, then `negated` and the modality where it is not
/// asserted.
[[nodiscard]] std::string stances_in(std::string_view text);

/// The attributions, one a line: `SPEAKER | CUE | CONTENT + CONTENT`, inner ones with two blanks before them.
[[nodiscard]] std::string attributions_in(std::string_view text);

}  // namespace stancegraph::test
