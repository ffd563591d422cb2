#include "cli/revision_folder.hpp"

#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <cstdlib>

#include "cli/program_run.hpp"
#include "cli/streams.hpp"

namespace stancegraph::cli {
namespace {

namespace fs = std::filesystem;

/// A file of a revision: its path below the folder, and the name of its bytes.
struct Blob {
    fs::path path;
    std::string id;
};

bool is_rule_file(const fs::path& path) {
    const std::string ending = path.extension().string();
    return (ending == ".yaml" || ending == ".yml") && !path.filename().string().starts_with('.');
}

/// A tree may have been made by anybody: its paths must not lead out of the folder they are written to.
bool stays_inside(const fs::path& path) {
    return path.is_relative() && path.lexically_normal().begin()->string() != "..";
}

/// The rule files in the output of `git ls-tree -r -z`: `100644 blob ID<tab>PATH<nul>` for each.
std::vector<Blob> blobs_of(std::string_view listing) {
    std::vector<Blob> blobs;
    for (std::size_t begin = 0; begin < listing.size();) {
        const std::size_t end = std::min(listing.find('\0', begin), listing.size());
        const std::string_view line = listing.substr(begin, end - begin);
        const std::size_t tab = line.find('\t');
        const std::size_t id = line.rfind(' ', tab);
        if (line.starts_with("100") && tab != std::string_view::npos && id != std::string_view::npos) {
            Blob blob{.path = line.substr(tab + 1), .id = std::string(line.substr(id + 1, tab - id - 1))};
            if (is_rule_file(blob.path) && stays_inside(blob.path)) {
                blobs.push_back(std::move(blob));
            }
        }
        begin = end + 1;
    }
    return blobs;
}

Diagnostic fault(const std::string& revision, const std::string& why) {
    return plain_error(
        "SG0030", fmt::format("'{}' is no folder, and no revision of the rules: {}", revision, why),
        "name two folders, or a revision such as HEAD~1 of the repository that the rules are in");
}

std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

/// The output of git; nothing, with a report, where it fails.
std::optional<std::string> ask_git(const fs::path& folder, const std::string& revision,
                                   std::vector<std::string> arguments, Diagnostics& diagnostics) {
    std::vector<std::string> command{"git", "-C", folder.string()};
    command.insert(command.end(), arguments.begin(), arguments.end());
    auto run = run_program_of_path(command);
    if (!run.has_value() || run->status == 127) {
        diagnostics.add(fault(revision, "git cannot be run"));
        return std::nullopt;
    }
    if (run->status != 0) {
        diagnostics.add(fault(revision, "git says '" + first_line(run->error) + "'"));
        return std::nullopt;
    }
    return std::move(run->out);
}

std::optional<fs::path> temporary_folder() {
    std::error_code error;
    const fs::path place = fs::temp_directory_path(error);
    std::string name = (place / "stancegraph-XXXXXX").string();
    return error || ::mkdtemp(name.data()) == nullptr ? std::nullopt : std::optional<fs::path>(name);
}

bool write_file(const fs::path& path, const std::string& bytes) {
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    std::ofstream out(path, std::ios::binary);
    out << bytes;
    out.close();
    return !out.fail();
}

}  // namespace

std::optional<RevisionFolder> RevisionFolder::extract(const fs::path& folder, const std::string& revision,
                                                      Diagnostics& diagnostics) {
    const auto listing = ask_git(folder, revision, {"ls-tree", "-r", "-z", revision}, diagnostics);
    if (!listing.has_value()) {
        return std::nullopt;
    }
    const std::vector<Blob> blobs = blobs_of(*listing);
    if (blobs.empty()) {
        diagnostics.add(fault(revision, fmt::format("it has no rule file in '{}'", folder.string())));
        return std::nullopt;
    }
    const auto place = temporary_folder();
    if (!place.has_value()) {
        diagnostics.add(plain_error("SG4002", "cannot make a temporary folder",
                                    "set TMPDIR to a folder that you can write"));
        return std::nullopt;
    }
    RevisionFolder extracted(*place);
    for (const Blob& blob : blobs) {
        const auto bytes = ask_git(folder, revision, {"cat-file", "blob", blob.id}, diagnostics);
        if (!bytes.has_value()) {
            return std::nullopt;
        }
        if (!write_file(*place / blob.path, *bytes)) {
            diagnostics.add(plain_error("SG4002",
                                        fmt::format("cannot write '{}'", (*place / blob.path).string()),
                                        "make room, or set TMPDIR to another folder"));
            return std::nullopt;
        }
    }
    return extracted;
}

RevisionFolder::RevisionFolder(RevisionFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}

RevisionFolder& RevisionFolder::operator=(RevisionFolder&& other) noexcept {
    std::swap(path_, other.path_);
    return *this;
}

RevisionFolder::~RevisionFolder() {
    if (!path_.empty()) {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
}

}  // namespace stancegraph::cli
