#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "cli/interruption.hpp"
#include "text/corpus.hpp"

namespace stancegraph::cli {

/// Looks after the rule files of folders: which there are, and when they were written. Ten looks a second;
/// what the system offers for it differs and fails on network folders.
class RuleWatch {
public:
    explicit RuleWatch(std::vector<std::filesystem::path> paths);

    /// Waits until a file was written, made or removed since the call before, and then until the files stay
    /// as they are, because editors save in several steps. False when the program is asked to end.
    [[nodiscard]] bool wait_for_change(const Interruption& interruption);

private:
    using Stamps = std::map<std::string, FileStamp>;

    [[nodiscard]] Stamps look() const;

    std::vector<std::filesystem::path> paths_;
    Stamps seen_;
};

}  // namespace stancegraph::cli
