#pragma once

#include <string>
#include <vector>

#include "workbench/goal.hpp"
#include "workbench/miss_edits.hpp"

namespace stancegraph {

/// What stands between a passage and a claim, in sentences for people who know no grammar terms: a block that
/// is not read, a claim with another part, words that are not there, a word in no list or read as another
/// part of speech, a rule that lost or was called off.
[[nodiscard]] std::vector<std::string> findings_of(const Trial& trial, const Goal& goal, ByteSpan part,
                                                   const WantedWords& wanted);

}  // namespace stancegraph
