#pragma once

#include <optional>

#include "pattern/source.hpp"
#include "ruleset/ruleset.hpp"

/// The small languages of a rule beside its patterns. Mistakes go to `diagnostics`; a text with one gives
/// nothing.
namespace stancegraph {

/// `said:ATTRIBUTION within 2 sentences before`
[[nodiscard]] std::optional<Given> parse_given(const pattern::SourceText& source, Diagnostics& diagnostics);

/// `contains(outer.statement, inner.cue)`, `headline()`, `inside(QUOTE)`, …
[[nodiscard]] std::optional<Predicate> parse_predicate(const pattern::SourceText& source,
                                                       Diagnostics& diagnostics);

}  // namespace stancegraph
