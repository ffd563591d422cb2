#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "base/yaml.hpp"
#include "ruleset/ruleset.hpp"
#include "workbench/rule_edit.hpp"

namespace stancegraph {

/// The texts of a set of rule files, on which edits can be tried: a value, the files on disk stay as they
/// are.
class RuleBook {
public:
    /// The files that `load_rules(paths)` reads.
    RuleBook(const std::vector<std::filesystem::path>& paths, Diagnostics& diagnostics);

    explicit RuleBook(std::vector<std::shared_ptr<const InputFile>> files) : files_(std::move(files)) {}

    /// The same with the edit made. An edit of a file or line that is not there changes nothing.
    [[nodiscard]] RuleBook with(const RuleEdit& edit) const;

    /// The rules; those of status draft are on. What is wrong with them goes to `diagnostics`. Each call
    /// reads all files: some ten milliseconds for the shipped ones.
    [[nodiscard]] RuleSet load(Diagnostics& diagnostics) const;

    [[nodiscard]] const std::vector<std::shared_ptr<const InputFile>>& files() const { return files_; }

private:
    std::vector<std::shared_ptr<const InputFile>> files_;
};

}  // namespace stancegraph
