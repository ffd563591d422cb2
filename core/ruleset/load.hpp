#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <system_error>
#include <vector>

#include "ruleset/ruleset.hpp"

namespace stancegraph {

/// Reads all .yaml and .yml files of the folders (recursive, byte order of their paths) and of the files
/// given, and checks them. Every mistake of every file goes to `diagnostics`; what is good is returned. A
/// text of `edited` is read instead of the file of its name: what an editor holds and has not saved.
[[nodiscard]] RuleSet load_rules(const std::vector<std::filesystem::path>& paths, Diagnostics& diagnostics,
                                 std::span<const std::shared_ptr<const InputFile>> edited = {});

/// The rule files of a folder and the folders below it in the byte order of their paths, or the file itself;
/// what they import from elsewhere is not among them. Nothing, with `failure` set, where it cannot be read.
[[nodiscard]] std::vector<std::filesystem::path> list_rule_files(const std::filesystem::path& path,
                                                                 std::error_code& failure);

/// The same over texts in memory, in the given order.
[[nodiscard]] RuleSet load_rules(const std::vector<std::shared_ptr<const InputFile>>& files,
                                 Diagnostics& diagnostics);

/// The files that `load_rules(paths)` reads, in the order in which they count: given to the function above,
/// they make the same rules. What cannot be read goes to `diagnostics`.
[[nodiscard]] std::vector<std::shared_ptr<const InputFile>> find_rule_files(
    const std::vector<std::filesystem::path>& paths, Diagnostics& diagnostics);

}  // namespace stancegraph
