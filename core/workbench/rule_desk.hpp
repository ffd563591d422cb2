#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "pipeline/engine.hpp"

namespace stancegraph {

/// A folder of rule files (or one file), as loaded; later ones add to earlier ones.
struct RuleFolder {
    std::filesystem::path path;
    bool is_editable = false;  ///< Its files may be written; a file that links lead out of it may not.
};

/// A rule file as the desk holds it.
struct DeskFile {
    std::string path;
    bool is_editable = false;
    std::string saved;                  ///< What the file held when it was read or written last.
    std::optional<std::string> edited;  ///< What the editor holds where it is not that.

    [[nodiscard]] const std::string& text() const { return edited.has_value() ? *edited : saved; }
};

/// Rules that run, with what there is to say about their files.
struct LoadedRules {
    std::shared_ptr<const Engine> engine;  ///< Of all that is good; rules with `status: draft` run.
    Diagnostics diagnostics;
};

/// Writes a file whole or not at all; false, with a report, where that fails.
using FileWriter =
    std::function<bool(const std::filesystem::path& path, const std::string& text, Diagnostics& diagnostics)>;

/// The rule files on somebody's desk: what is saved, what is being typed, and the rules that each amounts to.
class RuleDesk {
public:
    /// Reads the files of the folders; what cannot be read comes with `load`.
    RuleDesk(std::vector<RuleFolder> folders, FileWriter writer);

    /// In the order in which they are loaded; numbers stay as they are.
    [[nodiscard]] const std::vector<DeskFile>& files() const { return files_; }

    /// The folder that the file came with. Precondition: it is one of `files()`.
    [[nodiscard]] const std::filesystem::path& folder_of(const DeskFile& file) const;

    /// The number of the file of that path, or nothing.
    [[nodiscard]] std::optional<std::uint32_t> find(const std::string& path) const;

    /// Puts the text of an editor in the place of the file's; the saved text itself ends the edit.
    /// Precondition: file < files().size().
    void edit(std::uint32_t file, std::string text);
    [[nodiscard]] bool has_edits() const;

    /// Writes the edited text. Refused, with a report, for files that may not be written (SG7001), that lie
    /// outside of their folder (SG7002) or that were changed by somebody else since (SG7003).
    [[nodiscard]] bool save(std::uint32_t file, Diagnostics& diagnostics);
    /// Reads the file again and forgets the edit; false, with a report, where it cannot be read.
    [[nodiscard]] bool reread(std::uint32_t file, Diagnostics& diagnostics);

    /// The texts on the desk, or the files as saved, under their paths.
    [[nodiscard]] std::vector<std::shared_ptr<const InputFile>> texts(bool with_edits) const;

    /// The rules of the texts on the desk, or of the files as saved.
    [[nodiscard]] LoadedRules load_edited() const;
    [[nodiscard]] LoadedRules load_saved() const;

private:
    [[nodiscard]] LoadedRules load(bool with_edits) const;
    [[nodiscard]] bool lies_in_folder(std::uint32_t file) const;

    std::vector<RuleFolder> folders_;
    FileWriter writer_;
    std::vector<DeskFile> files_;
    std::vector<std::uint32_t> folder_of_;  ///< By file.
};

}  // namespace stancegraph
