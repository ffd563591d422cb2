#include "ruleset/rule_files.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <system_error>

#include <fmt/format.h>

#include "ruleset/load.hpp"

namespace stancegraph {
namespace {

namespace fs = std::filesystem;

/// A rule file and the folder that nothing it imports may lie outside of; empty for texts in memory.
struct Candidate {
    RuleFile file;
    fs::path root;
};

bool is_rule_file(const fs::path& path) {
    const std::string ending = path.extension().string();
    return (ending == ".yaml" || ending == ".yml") && !path.filename().string().starts_with('.');
}

/// True if the file really lies in the folder, links followed.
bool lies_in(const fs::path& file, const fs::path& root) {
    std::error_code failure;
    const fs::path real_file = fs::canonical(file, failure);
    if (failure) {
        return false;
    }
    const fs::path real_root = fs::canonical(root, failure);
    const auto difference =
        std::mismatch(real_root.begin(), real_root.end(), real_file.begin(), real_file.end());
    return !failure && difference.first == real_root.end();
}

class FileReader {
public:
    FileReader(Diagnostics& diagnostics, std::span<const std::shared_ptr<const InputFile>> edited)
        : diagnostics_(diagnostics), edited_(edited) {}

    void add_path(const fs::path& path) {
        std::error_code failure;
        const fs::file_status status = fs::status(path, failure);
        if (fs::is_directory(status)) {
            add_folder(path, path);
        } else if (fs::exists(status)) {
            add_file(path, path.has_parent_path() ? path.parent_path() : fs::path("."));
        } else {
            report(path, "there is no such file or folder",
                   "give the folder with the rule files: --rules DIR");
        }
    }

    void add_folder(const fs::path& folder, const fs::path& root) {
        std::error_code failure;
        const std::vector<fs::path> found = list_rule_files(folder, failure);
        if (failure) {
            report(folder, failure.message(), "check the permissions of the folder");
        } else if (found.empty()) {
            report(folder, "this folder has no rule file", "rule files end in .yaml or .yml");
        }
        for (const fs::path& path : found) {
            add_file(path, root);
        }
    }

    void add_file(const fs::path& path, const fs::path& root) {
        std::error_code failure;
        const fs::path real = fs::weakly_canonical(path, failure);
        if (!failure && !seen_.insert(real).second) {
            return;
        }
        if (!lies_in(path, root)) {
            std::error_code missing;
            const bool exists = fs::exists(path, missing);
            report(path, exists ? "this file lies outside the rule folder" : "this file cannot be opened",
                   "rule files, and what links to them, stay inside one folder");
            return;
        }
        if (!fs::is_regular_file(path, failure)) {  // reading a pipe or a device could last for ever
            report(path, "this is not a regular file", "rule files are plain files");
            return;
        }
        const auto edited = std::ranges::find(edited_, path.generic_string(), &InputFile::name);
        if (edited != edited_.end()) {
            add_text(*edited, root);
            return;
        }
        std::ifstream stream(path, std::ios::binary);
        const auto size = fs::file_size(path, failure);
        if (!stream || failure) {
            report(path, "this file cannot be opened", "check its permissions");
            return;
        }
        if (size > yaml::kMaxBytes) {
            report(path, fmt::format("this file has {} bytes, the limit is {}", size, yaml::kMaxBytes),
                   "split it into several files");
            return;
        }
        std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
        add_text(std::make_shared<const InputFile>(path.generic_string(), std::move(text)), root);
    }

    void add_text(const std::shared_ptr<const InputFile>& file, const fs::path& root) {
        auto tree = yaml::parse(file, diagnostics_);
        if (!tree) {
            return;
        }
        const NodeReader reader(file, diagnostics_);
        const ByteSpan begin{0, 0};
        if (tree->kind != yaml::Kind::mapping && tree->kind != yaml::Kind::null) {
            reader.error("SG1022", "a rule file begins with 'stancegraph: 1' and sections such as 'rules:'",
                         begin);
            return;
        }
        const yaml::Node* version = tree->find("stancegraph");
        if (version == nullptr) {
            reader.error(
                "SG1032", "'stancegraph: 1' is missing", begin,
                "write it on the first line: it says which version of the rule language the file is in");
        } else if (version->text != "1") {
            reader.error("SG1032",
                         fmt::format("this file is in version '{}' of the rule language", version->text),
                         version->span, "this program reads version 1");
            return;
        }
        files_.push_back({.file = {.file = file, .root = std::move(*tree)}, .root = root});
    }

    [[nodiscard]] std::vector<Candidate>& files() { return files_; }

private:
    void report(const fs::path& path, std::string message, std::string hint) {
        diagnostics_.add({.code = "SG1027",
                          .severity = Severity::error,
                          .message = fmt::format("{}: {}", path.generic_string(), message),
                          .location = {},
                          .hint = std::move(hint),
                          .notes = {}});
    }

    Diagnostics& diagnostics_;
    std::span<const std::shared_ptr<const InputFile>> edited_;
    std::vector<Candidate> files_;
    std::set<fs::path> seen_;
};

/// Puts imported files before those that import them.
class ImportOrder {
public:
    ImportOrder(FileReader& files, Diagnostics& diagnostics) : files_(files), diagnostics_(diagnostics) {}

    std::vector<RuleFile> order() {
        // The list grows while imports are read.
        for (std::size_t index = 0; index < files_.files().size(); ++index) {
            find_imports(index);
        }
        for (std::size_t index = 0; index < files_.files().size(); ++index) {
            visit(index);
        }
        std::vector<RuleFile> ordered;
        for (const std::size_t index : order_) {
            ordered.push_back(std::move(files_.files()[index].file));
        }
        return ordered;
    }

private:
    [[nodiscard]] std::vector<std::size_t> named(const std::string& name, std::size_t importer) const {
        std::vector<std::size_t> found;
        for (std::size_t index = 0; index < files_.files().size(); ++index) {
            const RuleFile& file = files_.files()[index].file;
            const yaml::Node* package = file.root.find("package");
            const fs::path path(file.file->name());
            const bool is_file =
                path.filename() == name || path.stem() == name || path.generic_string() == name;
            if (index != importer && (is_file || (package != nullptr && package->text == name))) {
                found.push_back(index);
            }
        }
        return found;
    }

    /// Reads the file or folder of that name beside the importing file or in its rule folder, unless it has
    /// been read before; the places of its files.
    [[nodiscard]] std::vector<std::size_t> on_disk(const std::string& name, std::size_t importer) {
        const fs::path root = files_.files()[importer].root;
        if (root.empty()) {
            return {};
        }
        const fs::path beside = fs::path(files_.files()[importer].file.file->name()).parent_path();
        for (const fs::path& folder : {beside, root}) {
            for (const std::string_view ending : {"", ".yaml", ".yml"}) {
                const fs::path path = folder / (name + std::string(ending));
                std::error_code failure;
                if (fs::exists(path, failure) && lies_in(path, root)) {
                    if (fs::is_directory(path, failure)) {
                        files_.add_folder(path, root);
                    } else {
                        files_.add_file(path, root);
                    }
                    return files_in(path, importer);
                }
            }
        }
        return {};
    }

    [[nodiscard]] std::vector<std::size_t> files_in(const fs::path& path, std::size_t importer) const {
        std::vector<std::size_t> found;
        for (std::size_t index = 0; index < files_.files().size(); ++index) {
            if (index != importer && lies_in(files_.files()[index].file.file->name(), path)) {
                found.push_back(index);
            }
        }
        return found;
    }

    void find_imports(std::size_t index) {
        // Copies: the files may move in memory while imports are added.
        const yaml::Node* imports = files_.files()[index].file.root.find("imports");
        const ByteSpan span = imports == nullptr ? ByteSpan{} : imports->span;
        const NodeReader reader(files_.files()[index].file.file, diagnostics_);
        const auto names = reader.texts_at(files_.files()[index].file.root, "imports");
        needs_.resize(std::max(needs_.size(), index + 1));
        for (const std::string& name : names) {
            std::vector<std::size_t> found = named(name, index);
            if (found.empty()) {
                found = on_disk(name, index);
            }
            if (found.empty()) {
                reader.error("SG1028", fmt::format("there is no package or file '{}' to import", name), span,
                             "name a package whose folder is read too, or a file inside the rule folder");
            }
            needs_[index].insert(needs_[index].end(), found.begin(), found.end());
        }
    }

    void visit(std::size_t start) {
        // Depth first with an own stack: a chain of imports can be long.
        std::vector<std::pair<std::size_t, std::size_t>> stack{{start, 0}};
        while (!stack.empty()) {
            const std::size_t index = stack.back().first;
            if (stack.back().second == 0 && !seen_.insert(index).second) {
                stack.pop_back();
                continue;
            }
            if (stack.back().second < needs_[index].size()) {
                stack.emplace_back(needs_[index][stack.back().second++], 0);
                continue;
            }
            order_.push_back(index);
            stack.pop_back();
        }
    }

    FileReader& files_;
    Diagnostics& diagnostics_;
    std::vector<std::vector<std::size_t>> needs_;
    std::set<std::size_t> seen_;
    std::vector<std::size_t> order_;
};

}  // namespace

std::vector<fs::path> list_rule_files(const fs::path& path, std::error_code& failure) {
    if (!fs::is_directory(path, failure)) {
        return failure ? std::vector<fs::path>() : std::vector<fs::path>{path};
    }
    std::vector<fs::path> found;
    for (auto entry = fs::recursive_directory_iterator(path, failure);
         !failure && entry != fs::recursive_directory_iterator(); entry.increment(failure)) {
        std::error_code ignored;
        if (is_rule_file(entry->path()) && !entry->is_directory(ignored)) {
            found.push_back(entry->path());
        }
    }
    std::ranges::sort(found, {}, [](const fs::path& file) { return file.generic_string(); });
    return found;
}

std::vector<RuleFile> read_rule_files(const std::vector<std::filesystem::path>& paths,
                                      Diagnostics& diagnostics,
                                      std::span<const std::shared_ptr<const InputFile>> edited) {
    FileReader reader(diagnostics, edited);
    for (const fs::path& path : paths) {
        reader.add_path(path);
    }
    return ImportOrder(reader, diagnostics).order();
}

std::vector<RuleFile> read_rule_files(const std::vector<std::shared_ptr<const InputFile>>& files,
                                      Diagnostics& diagnostics) {
    FileReader reader(diagnostics, {});
    for (const auto& file : files) {
        reader.add_text(file, {});
    }
    return ImportOrder(reader, diagnostics).order();
}

}  // namespace stancegraph
