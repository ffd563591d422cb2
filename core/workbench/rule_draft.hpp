#pragma once

#include <optional>
#include <string>

#include "workbench/goal.hpp"
#include "workbench/located.hpp"

namespace stancegraph {

/// The words that a new rule is made from.
struct DraftParts {
    Located speaker;  ///< Not found: whoever wrote the article.
    Located subject;
    Located statement;  ///< May be not found.
    Located target;     ///< May be not found.
    TokenIndex cue = kNoToken;
    std::string stance;  ///< `states` for what is only said.
};

/// A rule of its own for the sentence, as a file that can be pasted: the cue as a word, the slots as roles or
/// as ways through the tree, an example of the sentence. It is run before it is given: nothing comes back
/// where it does not bring the text nearer to the goal. Its priority is raised where another rule holds the
/// cue.
[[nodiscard]] std::optional<RuleEdit> draft_rule(const Trial& base, const Goal& goal, ByteSpan part,
                                                 const DraftParts& parts);

}  // namespace stancegraph
