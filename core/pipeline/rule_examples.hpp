#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "pipeline/engine.hpp"
#include "pipeline/processor.hpp"

namespace stancegraph {

/// An example that must be changed, or its rule: it fails, or it is marked `todo` and works.
struct ExampleDifference {
    RuleId rule = kNoId;
    std::size_t example = 0;       ///< Place in Rule::examples.
    std::vector<std::string> got;  ///< What the rule gives now, ascending.
    bool works_now = false;        ///< Marked `todo`, and passes.
};

/// What became of the examples of the rules.
struct ExampleStats {
    std::uint32_t rules = 0;  ///< With at least one example.
    std::uint32_t examples = 0;
    std::uint32_t passed = 0;
    std::uint32_t failed = 0;                    ///< Reported (SG1401), or a `todo` that works now (SG1402).
    std::uint32_t todo = 0;                      ///< Known to fail, and failed.
    std::vector<RuleId> untested;                ///< Rules in use without an example.
    std::vector<ExampleDifference> differences;  ///< Those that failed, but for unreadable parses.
};

/// What one rule gives on a document, ascending, without repeats. Attribution rules give attributions, stance
/// and discourse rules claims, modifier rules the claims that they changed; in the form of result_lines.hpp.
[[nodiscard]] std::vector<std::string> results_of(RuleId rule, const Engine& engine, const Document& document,
                                                  const Processed& processed);

/// The rules of these names, in load order; `*` in a name stands for any letters. A name that fits no rule is
/// reported (SG0020). No names: no rules.
[[nodiscard]] std::vector<RuleId> rules_named(const RuleSet& rules, const std::vector<std::string>& names,
                                              Diagnostics& diagnostics);

/// All rules, in load order.
[[nodiscard]] std::vector<RuleId> all_rules(const RuleSet& rules);

/// Runs the examples of these rules, but of those that are off, through the whole pipeline. The results of
/// the rule must be exactly those that `gives` names, in any order. A difference is an error at the example;
/// an example marked `todo` must fail.
ExampleStats run_examples(const Engine& engine, const std::vector<RuleId>& chosen, Diagnostics& diagnostics);

}  // namespace stancegraph
