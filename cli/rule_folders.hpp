#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "ruleset/ruleset.hpp"

namespace stancegraph::cli {

/// The options --rules and --only-rules of a command that runs rules.
struct RuleChoice {
    std::vector<std::string> folders;  ///< Added to the shipped rules.
    bool only_these = false;           ///< Instead of the shipped rules.
};

void add_rule_options(Options& options, RuleChoice& choice);

/// The folder of the rules that come with the program: beside the installed program
/// (../share/stancegraph/rules), else in the source tree it was built from. Nothing where neither exists.
[[nodiscard]] std::optional<std::filesystem::path> shipped_rules();

/// Rules with `status: draft` run only where somebody looks at rules: explain, test and diff.
enum class Drafts : std::uint8_t { ignore, run };

/// The folders and files to load, the shipped ones first; a shipped folder that was named keeps its spelling.
/// Nothing, with a report, where the shipped rules are wanted and not there.
[[nodiscard]] std::optional<std::vector<std::filesystem::path>> rule_paths(const RuleChoice& choice,
                                                                           Streams& streams);

/// True if a file is one of these, or stands in or below one of these folders; by their spelling.
[[nodiscard]] bool is_named(const std::string& file, const std::vector<std::string>& names);

/// True for a copy of the shipped rules: it names something that they name too, and loads by itself.
[[nodiscard]] bool repeats_shipped_rules(const std::string& folder);

/// Loads the chosen rules. Nothing, with all mistakes reported, where there is an error or a folder is
/// missing.
[[nodiscard]] std::optional<RuleSet> load_chosen_rules(const RuleChoice& choice, Streams& streams,
                                                       Drafts drafts = Drafts::ignore);

}  // namespace stancegraph::cli
