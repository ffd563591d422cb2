#pragma once

#include <functional>
#include <string>
#include <vector>

#include "pipeline/engine.hpp"
#include "workbench/verdicts.hpp"

namespace stancegraph {

/// A claim, what somebody said of it, and the text that it stands in.
struct JudgedClaim {
    Claim claim;
    StoredVerdict verdict;
};

/// An example of a rule that comes from verdicts.
struct ReviewedExample {
    std::string rule;
    std::string text;                  ///< The sentence; with the words before it where it needs them.
    std::vector<std::string> gives;    ///< What the rule must give; empty for nothing.
    std::vector<std::string> sources;  ///< `right: nyt-0312.txt:14`, `wrong subject: nyt-0313.txt:3`.
    bool is_right = true;              ///< The rule gives just that; otherwise it has to be mended first.
};

struct ReviewedExamples {
    std::vector<ReviewedExample> examples;  ///< By rule in the order of the files, then as the claims.
    std::vector<std::string> left_out;      ///< Places of claims that gave none, with why.
};

/// Turns verdicts into examples, each tried out: run alone, its text gives the claim by its rule. A right
/// claim gives an example with all that the rule gives on the text, a wrong one the same without it. What
/// only an attribution says (its subject, its polarity) no example of an attribution rule can tell. `text_of`
/// gives the text of a document.
[[nodiscard]] ReviewedExamples examples_from(
    const Engine& engine, const std::vector<JudgedClaim>& claims,
    const std::function<std::string(const std::string& doc)>& text_of);

/// As YAML lists, to paste under `examples:` of the rules that their comments name.
[[nodiscard]] std::string yaml_of(const ReviewedExamples& examples, const RuleSet& rules);

}  // namespace stancegraph
