#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/diagnostics.hpp"

namespace stancegraph::cli {

/// The rule files of a folder as they were in a revision of its git repository, in a folder of their own that
/// goes with this object.
class RevisionFolder {
public:
    /// Nothing, with a report, where git is missing, the folder is in no repository, or the revision or the
    /// folder in it is not there (SG0030).
    [[nodiscard]] static std::optional<RevisionFolder> extract(const std::filesystem::path& folder,
                                                               const std::string& revision,
                                                               Diagnostics& diagnostics);
    RevisionFolder(RevisionFolder&& other) noexcept;
    RevisionFolder& operator=(RevisionFolder&& other) noexcept;
    ~RevisionFolder();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    explicit RevisionFolder(std::filesystem::path path) : path_(std::move(path)) {}

    std::filesystem::path path_;
};

}  // namespace stancegraph::cli
