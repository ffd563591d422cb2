#pragma once

#include <string>

#include "ruleset/ruleset.hpp"

namespace stancegraph {

/// Everything that rule files say, one thing a line, without where they say it.
[[nodiscard]] std::string as_text(const RuleSet& rules);

}  // namespace stancegraph
