#pragma once

#include "base/diagnostics.hpp"
#include "query/condition.hpp"

namespace stancegraph {

/// Warns of names that a condition compares with and nothing in the graph has (SG3016), with a "did you
/// mean": `outlet = 'Herold'` is no mistake of form, but the answer to it is empty for another reason than it
/// seems. Only of actors, subjects, stances, outlets and kinds; `~` asks for a part of a name and is not
/// looked at.
void check_names(const Condition& condition, const StanceGraph& graph, Diagnostics& diagnostics);

}  // namespace stancegraph
