#pragma once

#include <string>

#include "resolve/resolver.hpp"

namespace stancegraph {

/// Tells for every result by which rule and list entry it was found and how certain it is, and gives
/// attributions their ids. The last step: what it looks at no longer changes.
void weigh(Resolved& resolved, const Matches& matches, const RuleSet& rules, const std::string& doc);

}  // namespace stancegraph
