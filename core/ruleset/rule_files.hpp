#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "ruleset/context.hpp"

namespace stancegraph {

/// Reads the rule files of the paths and what they import, in the order in which they count: imports first,
/// then by the byte order of their paths. Nothing outside the given folders is opened, also not through
/// links. A text of `edited` is read instead of the file of its name.
[[nodiscard]] std::vector<RuleFile> read_rule_files(
    const std::vector<std::filesystem::path>& paths, Diagnostics& diagnostics,
    std::span<const std::shared_ptr<const InputFile>> edited = {});

/// The same over texts in memory, which can import each other only.
[[nodiscard]] std::vector<RuleFile> read_rule_files(
    const std::vector<std::shared_ptr<const InputFile>>& files, Diagnostics& diagnostics);

}  // namespace stancegraph
