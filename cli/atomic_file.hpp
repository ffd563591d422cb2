#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <ostream>

#include "base/diagnostics.hpp"

namespace stancegraph::cli {

/// A file that appears whole or not at all: written beside its place, synced, then renamed. What is there
/// already stays as it is until `commit`, and so do its permissions. A device or pipe is written directly.
class AtomicFile {
public:
    /// Nothing, with a report, where the file cannot be written: the folder is missing or read-only, the path
    /// is a folder or a symbolic link, or another process is writing it (SG5001).
    [[nodiscard]] static std::optional<AtomicFile> open(const std::filesystem::path& path,
                                                        Diagnostics& diagnostics);
    AtomicFile(AtomicFile&&) noexcept;
    AtomicFile& operator=(AtomicFile&&) noexcept;
    /// Without a commit before, nothing is left behind.
    ~AtomicFile();

    [[nodiscard]] std::ostream& stream();
    /// Puts the file in its place. False, with a report, where a write, the sync or the rename failed.
    [[nodiscard]] bool commit(Diagnostics& diagnostics);

private:
    struct Implementation;
    explicit AtomicFile(std::unique_ptr<Implementation> implementation);

    std::unique_ptr<Implementation> implementation_;
};

/// Puts what `write` gives to the stream into a file, whole or not at all. False, with a report, where the
/// file cannot be written; `write` is not called where it cannot be opened.
[[nodiscard]] bool write_whole(const std::filesystem::path& path,
                               const std::function<void(std::ostream&)>& write, Diagnostics& diagnostics);

}  // namespace stancegraph::cli
