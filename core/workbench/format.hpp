#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/diagnostics.hpp"

namespace stancegraph {

/// A rule file in its one canonical form, which says the same and has the same comments:
///   - two blanks for each level, items of lists too; one blank line at most, none at the end;
///   - the keys of a rule, example, actor, … in the order of ruleset/keys.hpp; rules, lists and slots stay in
///     theirs;
///   - brackets and braces where the author has them and where they fit into 120 columns; longer lists
///   between
///     brackets are filled over several lines, longer braces become lines of their own;
///   - quotation marks only where YAML programs would else read something else; a pattern that needs some
///   stands
///     below a `|`;
///   - comments at the end of a line in their column, where they fit there, else behind two blanks.
/// formatted(formatted(x)) == formatted(x). Nothing, with a report, where the file is not YAML, or where the
/// form would not say the same (SG1033).
[[nodiscard]] std::optional<std::string> formatted(const std::shared_ptr<const InputFile>& file,
                                                   Diagnostics& diagnostics);

}  // namespace stancegraph
