#pragma once

#include <optional>
#include <string>
#include <vector>

#include "workbench/located.hpp"

namespace stancegraph {

/// Words that somebody wants as parts of the claim; not found where it may be any.
struct WantedWords {
    Located speaker;
    Located subject;
};

/// The edits that could mend a near miss, the most natural first; none of them has been tried.
[[nodiscard]] std::vector<RuleEdit> edits_for(const Trial& trial, const NearMiss& miss,
                                              const WantedWords& wanted);

/// An edit that was made and run.
struct TriedEdit {
    RuleEdit edit;
    std::vector<std::string> gives;  ///< What is found with it in that sentence and was not without; often
                                     ///< nothing.
};

/// The first of the edits with which the rules find something more on the cue; where none does, the first
/// one. Nothing where there is no edit at all. Reads the rules again for each edit.
[[nodiscard]] std::optional<TriedEdit> mend(const Trial& trial, const NearMiss& miss);

/// The claims and statements of the sentences in that part, one a line, ascending.
[[nodiscard]] std::vector<std::string> results_in(const Trial& trial, ByteSpan part);

}  // namespace stancegraph
