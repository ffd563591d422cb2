#pragma once

#include <map>
#include <set>
#include <string>

#include "graph/identity_decisions.hpp"
#include "graph/sightings.hpp"

/// What names of one word tell, beside the full names of all documents.
namespace stancegraph {

/// Keys that become others.
using Renamed = std::map<std::string, std::string>;

/// Maps the key of a person known by surname alone to that of the full name: of the only one that ends in it,
/// if it begins none, and does not speak in more than twice as many documents.
[[nodiscard]] Renamed fuller_names(const Sighted& sighted);

/// The people of one word who may be several, and of whom nothing is decided: a given name, or the surname of
/// more than one. Nothing but the look of the word joins those of two documents.
[[nodiscard]] std::set<std::string> ambiguous_names(const Sighted& sighted,
                                                    const IdentityDecisions& decisions);

}  // namespace stancegraph
