#include "workbench/rule_desk.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "ruleset/load.hpp"
#include "workbench/lint.hpp"

namespace stancegraph {
namespace {

namespace fs = std::filesystem;

/// The bytes of a plain file; nothing where it cannot be read.
std::optional<std::string> bytes_of(const fs::path& path) {
    std::error_code failure;
    std::ifstream stream(path, std::ios::binary);
    if (!fs::is_regular_file(path, failure) || !stream) {
        return std::nullopt;
    }
    return std::string{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

Diagnostic refusal(std::string code, std::string message, std::string hint) {
    return {.code = std::move(code), .message = std::move(message), .location = {}, .hint = std::move(hint)};
}

}  // namespace

RuleDesk::RuleDesk(std::vector<RuleFolder> folders, FileWriter writer)
    : folders_(std::move(folders)), writer_(std::move(writer)) {
    for (std::uint32_t folder = 0; folder < folders_.size(); ++folder) {
        std::error_code failure;
        for (const fs::path& path : list_rule_files(folders_[folder].path, failure)) {
            auto bytes = bytes_of(path);
            if (bytes.has_value() && !find(path.generic_string()).has_value()) {
                files_.push_back({.path = path.generic_string(),
                                  .is_editable = folders_[folder].is_editable,
                                  .saved = std::move(*bytes),
                                  .edited = {}});
                folder_of_.push_back(folder);
            }
        }
    }
    for (std::uint32_t file = 0; file < files_.size(); ++file) {
        files_[file].is_editable = files_[file].is_editable && lies_in_folder(file);
    }
}

const fs::path& RuleDesk::folder_of(const DeskFile& file) const {
    return folders_[folder_of_[static_cast<std::size_t>(&file - files_.data())]].path;
}

std::optional<std::uint32_t> RuleDesk::find(const std::string& path) const {
    const auto found = std::ranges::find(files_, path, &DeskFile::path);
    return found == files_.end() ? std::nullopt
                                 : std::optional(static_cast<std::uint32_t>(found - files_.begin()));
}

void RuleDesk::edit(std::uint32_t file, std::string text) {
    DeskFile& edited = files_[file];
    if (text == edited.saved) {
        edited.edited.reset();
    } else {
        edited.edited = std::move(text);
    }
}

bool RuleDesk::has_edits() const {
    return std::ranges::any_of(files_, [](const DeskFile& file) { return file.edited.has_value(); });
}

bool RuleDesk::lies_in_folder(std::uint32_t file) const {
    std::error_code failure;
    const fs::path real_file = fs::canonical(files_[file].path, failure);
    if (failure) {
        return false;
    }
    fs::path folder = folders_[folder_of_[file]].path;
    if (!fs::is_directory(folder, failure)) {
        folder = folder.has_parent_path() ? folder.parent_path() : fs::path(".");
    }
    const fs::path real_folder = fs::canonical(folder, failure);
    const auto difference =
        std::mismatch(real_folder.begin(), real_folder.end(), real_file.begin(), real_file.end());
    return !failure && difference.first == real_folder.end();
}

bool RuleDesk::save(std::uint32_t file, Diagnostics& diagnostics) {
    DeskFile& wanted = files_[file];
    if (!wanted.is_editable) {
        diagnostics.add(refusal("SG7001", fmt::format("'{}' is not in a folder of yours", wanted.path),
                                "name the folder of your rules: stancegraph serve --rules FOLDER"));
        return false;
    }
    if (!lies_in_folder(file)) {
        diagnostics.add(refusal("SG7002", fmt::format("'{}' lies outside of its rule folder", wanted.path),
                                "a link leads out of the folder, or the file is gone"));
        return false;
    }
    if (bytes_of(wanted.path) != wanted.saved) {
        diagnostics.add(refusal(
            "SG7003", fmt::format("'{}' was changed by another program since it was read here", wanted.path),
            "copy what you typed, read the file again, and put your change into it"));
        return false;
    }
    if (wanted.edited.has_value()) {
        if (!writer_(wanted.path, *wanted.edited, diagnostics)) {
            return false;
        }
        wanted.saved = std::move(*wanted.edited);
        wanted.edited.reset();
    }
    return true;
}

bool RuleDesk::reread(std::uint32_t file, Diagnostics& diagnostics) {
    auto bytes = bytes_of(files_[file].path);
    if (!bytes.has_value()) {
        diagnostics.add(refusal("SG7004", fmt::format("'{}' cannot be read any more", files_[file].path),
                                "it was moved, or may not be read"));
        return false;
    }
    files_[file].saved = std::move(*bytes);
    files_[file].edited.reset();
    return true;
}

LoadedRules RuleDesk::load_edited() const {
    return load(true);
}

LoadedRules RuleDesk::load_saved() const {
    return load(false);
}

std::vector<std::shared_ptr<const InputFile>> RuleDesk::texts(bool with_edits) const {
    std::vector<std::shared_ptr<const InputFile>> texts;
    for (const DeskFile& file : files_) {
        texts.push_back(std::make_shared<const InputFile>(file.path, with_edits ? file.text() : file.saved));
    }
    return texts;
}

LoadedRules RuleDesk::load(bool with_edits) const {
    std::vector<fs::path> paths;
    for (const RuleFolder& folder : folders_) {
        paths.push_back(folder.path);
    }
    // Every text comes from the desk: what is judged is what the page shows, whatever happens on disk.
    LoadedRules loaded;
    RuleSet rules = load_rules(paths, loaded.diagnostics, texts(with_edits));
    if (!loaded.diagnostics.has_errors()) {
        lint(rules, loaded.diagnostics);
    }
    for (Rule& rule : rules.rules) {
        rule.status = rule.status == RuleStatus::draft ? RuleStatus::on : rule.status;
    }
    loaded.engine = std::make_shared<const Engine>(std::move(rules), loaded.diagnostics);
    loaded.diagnostics.sort();
    return loaded;
}

}  // namespace stancegraph
