#pragma once

#include <string>
#include <vector>

#include "workbench/trial.hpp"

namespace stancegraph {

/// What one rule does in a passage, and why it gives nothing there.
struct RuleSilence {
    std::vector<std::string> gives;  ///< Its results; then there are no reasons.
    std::vector<std::string>
        reasons;  ///< In sentences, the most telling first; not empty where it gives nothing.
};

/// Runs the rule by itself, without its conditions and against the others, and tells what ends it: a word
/// that is not there, another part of speech, a part of the pattern or a slot that finds nothing, `where`,
/// `unless`, another rule. O(1) runs over the text.
[[nodiscard]] RuleSilence why_silent(const Trial& trial, RuleId rule, ByteSpan part);

/// The answer for people.
[[nodiscard]] std::string to_text(const RuleSilence& answer, const Rule& rule);

}  // namespace stancegraph
