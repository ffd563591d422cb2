#pragma once

#include <string>

#include "ruleset/certainty_table.hpp"

namespace stancegraph {

/// A rule file with the table as its section `certainty:`, which reads back equal but for rounding to four
/// digits.
[[nodiscard]] std::string certainty_text(const CertaintyTable& table);

}  // namespace stancegraph
