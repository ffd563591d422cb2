#pragma once

#include <string>
#include <string_view>

#include "match/matcher.hpp"

namespace stancegraph::test {

/// What rules (YAML) find in trees (support/conllu_text.hpp), one line a mention:
///
///     said_that: speaker=Kim statement=that it works [states] -> negated, possible, x0.5, of 2
///
/// Words of the text are joined as written; other fillers are `AUTHOR`, `enclosing 1`, `topic 1`, `topic`.
[[nodiscard]] std::string found_by(std::string_view rules, std::string_view trees);

/// The trace of the same: `beaten RULE on CUE: REASON` and `near RULE on CUE: WANTED / FOUND`, one a line.
[[nodiscard]] std::string traced(std::string_view rules, std::string_view trees);

/// Actors and subjects found: `actor NAME: WORDS`, `subject NAME: WORDS`.
[[nodiscard]] std::string names_in(std::string_view rules, std::string_view trees);

/// The rendered diagnostics of compiling the rules.
[[nodiscard]] std::string compile_errors(std::string_view rules);

/// Stances, lists and role nouns that the tests share.
extern const std::string_view kLists;

}  // namespace stancegraph::test
