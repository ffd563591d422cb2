#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "pipeline/engine.hpp"
#include "pipeline/processor.hpp"

namespace stancegraph {

/// What became of the examples of the rules.
struct ExampleStats {
    std::uint32_t rules = 0;  ///< With at least one example.
    std::uint32_t examples = 0;
    std::uint32_t passed = 0;
    std::uint32_t failed = 0;      ///< Reported (SG1401), or a `todo` that works now (SG1402).
    std::uint32_t todo = 0;        ///< Known to fail, and failed.
    std::vector<RuleId> untested;  ///< Rules in use without an example.
};

/// What one rule gives on a document, ascending, without repeats. Attribution rules give attributions, stance
/// and discourse rules claims, modifier rules the claims that they changed; in the form of result_lines.hpp.
[[nodiscard]] std::vector<std::string> results_of(RuleId rule, const Engine& engine, const Document& document,
                                                  const Processed& processed);

/// Runs every example of every rule through the whole pipeline. The results of its rule must be exactly those
/// that `gives` names, in any order. A difference is an error at the example; an example marked `todo` must
/// fail.
ExampleStats run_examples(const Engine& engine, Diagnostics& diagnostics);

}  // namespace stancegraph
