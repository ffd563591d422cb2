#include "text/corpus.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <system_error>
#include <utility>

#include <sys/stat.h>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "text/encoding.hpp"
#include "text/line_pieces.hpp"
#include "text/text_location.hpp"

namespace stancegraph {
namespace {

namespace fs = std::filesystem;

void report(Diagnostics& diagnostics, std::string code, Severity severity, std::string message,
            const std::string& path, std::string hint) {
    diagnostics.add({.code = std::move(code),
                     .severity = severity,
                     .message = std::move(message),
                     .location = whole_file(utf8::repair(path).text),
                     .hint = std::move(hint),
                     .notes = {}});
}

bool is_hidden(const fs::path& path) {
    const std::string name = path.filename().generic_string();
    return name.starts_with('.') && name != "." && name != "..";
}

/// A corpus folder's own explanation is no article.
bool is_readme(const std::string& file_name) {
    return utf8::to_lower(file_name.substr(0, 7)) == "readme.";
}

FileStamp stamp_of(const struct stat& status) {
    constexpr std::int64_t kNanoseconds = 1'000'000'000;
    const auto time_of = [](const timespec& time) { return time.tv_sec * kNanoseconds + time.tv_nsec; };
    return {.size = static_cast<std::uint64_t>(status.st_size),
            .modified = time_of(status.st_mtim),
            .changed = time_of(status.st_ctim),
            .inode = status.st_ino};
}

/// Collects the inputs of all paths in order.
class Lister {
public:
    Lister(std::istream& standard_input, Diagnostics& diagnostics)
        : standard_input_(&standard_input), diagnostics_(&diagnostics) {}

    void add(const std::string& path);
    [[nodiscard]] std::vector<Input> finish();

private:
    struct Found {
        std::string name;  ///< Below the folder, with forward slashes.
        fs::path path;
    };

    void add_standard_input();
    void add_folder(const std::string& path);
    void add_file(const fs::path& path, std::string name, std::string given_name, bool is_given);
    void collect(const fs::path& folder, const std::string& prefix, std::vector<Found>& found);
    void note_skipped();

    std::istream* standard_input_;
    Diagnostics* diagnostics_;
    std::vector<Input> inputs_;
    std::set<std::string> seen_paths_;
    std::set<std::string> names_;
    std::map<std::string, std::size_t> skipped_;  ///< Count by ending.
    std::string first_skipped_;
};

void Lister::add(const std::string& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (path == "-") {
        add_standard_input();
    } else if (!fs::exists(status)) {
        report(*diagnostics_, "SG2001", Severity::error,
               fmt::format("there is no file or folder called '{}'", path), path,
               "check the path; it is relative to the folder in which the program runs");
    } else if (fs::is_directory(status)) {
        add_folder(path);
    } else {
        const std::string name = fs::path(path).filename().generic_string();
        add_file(path, name, fs::path(path).lexically_normal().generic_string(), true);
    }
}

void Lister::add_standard_input() {
    if (!seen_paths_.insert("-").second) {
        return;
    }
    std::ostringstream bytes;
    if (standard_input_->peek() != std::istream::traits_type::eof()) {
        bytes << standard_input_->rdbuf();
    }
    Input input{.path = "-",
                .name = "-",
                .format = Format::plain,
                .begin = 0,
                .end = 0,
                .first_line = 1,
                .bytes = {}};
    input.bytes = std::move(bytes).str();
    input.end = input.bytes->size();
    input.format = format_of("-", *input.bytes);
    inputs_.push_back(std::move(input));
}

void Lister::collect(const fs::path& folder, const std::string& prefix, std::vector<Found>& found) {
    std::error_code error;
    for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator();
         at.increment(error)) {
        const fs::path& path = at->path();
        if (is_hidden(path)) {
            continue;
        }
        const std::string name = prefix + path.filename().generic_string();
        std::error_code status_error;
        const bool is_link = at->is_symlink(status_error);
        if (at->is_directory(status_error)) {
            if (!is_link) {
                collect(path, name + "/", found);
            }
        } else if (at->is_regular_file(status_error)) {
            found.push_back({.name = name, .path = path});
        }
    }
    if (error) {
        report(*diagnostics_, "SG2002", Severity::error,
               fmt::format("the folder cannot be read: {}", error.message()), folder.generic_string(),
               "check its permissions");
    }
}

void Lister::add_folder(const std::string& path) {
    std::vector<Found> found;
    const bool had_errors = diagnostics_->has_errors();
    collect(path, "", found);
    std::ranges::sort(found, {}, &Found::name);
    const std::size_t before = inputs_.size();
    for (Found& file : found) {
        const std::string given_name = (fs::path(path) / file.name).lexically_normal().generic_string();
        add_file(file.path, std::move(file.name), given_name, false);
    }
    if (inputs_.size() == before && had_errors == diagnostics_->has_errors()) {
        report(
            *diagnostics_, "SG2006", Severity::error, "there are no articles in this folder", path,
            "articles are files that end in .txt, .md, .html, .jsonl or .conllu, in the folder or below it");
    }
}

void Lister::add_file(const fs::path& path, std::string name, std::string given_name, bool is_given) {
    std::optional<Format> format = format_by_ending(name);
    if (!is_given && (!format || is_readme(path.filename().generic_string()))) {
        first_skipped_ = first_skipped_.empty() ? given_name : first_skipped_;
        ++skipped_[is_readme(path.filename().generic_string()) ? "README"
                                                               : path.extension().generic_string()];
        return;
    }
    if (!seen_paths_.insert(path.lexically_normal().generic_string()).second) {
        return;
    }
    if (!names_.insert(name).second) {
        name = std::move(given_name);
        names_.insert(name);
    }
    Input input{.path = path.generic_string(),
                .name = utf8::repair(name).text,
                .format = Format::plain,
                .begin = 0,
                .end = 0,
                .first_line = 1,
                .bytes = {}};

    const auto stamp = stancegraph::stamp_of(path);
    if (!stamp.has_value()) {
        report(*diagnostics_, "SG2002", Severity::error,
               fmt::format("the file cannot be read: {}", std::generic_category().message(errno)), input.path,
               "check that it is a file and its permissions");
        return;
    }
    input.stamp = *stamp;
    input.end = input.stamp.size;
    input.format = format ? *format : format_of(input.name, first_bytes(input.path));
    if (input.format != Format::jsonl) {
        inputs_.push_back(std::move(input));
        return;
    }
    for (const LinePiece& piece : line_pieces(input.path, input.end)) {
        input.begin = piece.begin;
        input.end = piece.end;
        input.first_line = piece.first_line;
        inputs_.push_back(input);
    }
}

void Lister::note_skipped() {
    if (skipped_.empty()) {
        return;
    }
    std::string endings;
    std::size_t count = 0;
    for (const auto& [ending, files] : skipped_) {
        endings += (endings.empty() ? "" : ", ") + (ending.empty() ? std::string("no ending") : ending);
        count += files;
    }
    report(*diagnostics_, "SG2005", Severity::note,
           fmt::format("skipped {} {} that no reader is for ({}), the first is '{}'", count,
                       count == 1 ? "file" : "files", endings, first_skipped_),
           first_skipped_, "to read such a file as an article, name it on the command line");
}

std::vector<Input> Lister::finish() {
    note_skipped();
    return std::move(inputs_);
}

/// The piece of the file, or nothing with a report.
std::optional<std::string> bytes_of(const Input& input, Diagnostics& diagnostics) {
    if (input.bytes) {
        return input.bytes;
    }
    std::ifstream file(input.path, std::ios::binary);
    std::string bytes(input.end - input.begin, '\0');
    file.seekg(static_cast<std::streamoff>(input.begin));
    if (file && !bytes.empty()) {
        file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
    if (!file && !file.eof()) {
        report(diagnostics, "SG2002", Severity::error, "the file cannot be read", input.path,
               "check that it is a file and its permissions");
        return std::nullopt;
    }
    bytes.resize(bytes.empty() ? 0 : static_cast<std::size_t>(file.gcount()));
    return bytes;
}

}  // namespace

std::optional<FileStamp> stamp_of(const fs::path& file) {
    struct stat status {};

    return ::stat(file.c_str(), &status) == 0 ? std::optional(stamp_of(status)) : std::nullopt;
}

std::vector<Input> list_inputs(const std::vector<std::string>& paths, std::istream& standard_input,
                               Diagnostics& diagnostics) {
    Lister lister(standard_input, diagnostics);
    for (const std::string& path : paths) {
        lister.add(path);
    }
    return lister.finish();
}

std::vector<Document> read_input(const Input& input, const ReadOptions& options, Diagnostics& diagnostics) {
    if (input.format != Format::jsonl && input.end - input.begin > options.limits.document_bytes) {
        report(diagnostics, "SG2007", Severity::error,
               fmt::format("the article has {} bytes, and the limit is {}", input.end - input.begin,
                           options.limits.document_bytes),
               input.name, "split the file into articles, or put them into a JSONL file, one on each line");
        return {};
    }
    std::optional<std::string> bytes = bytes_of(input, diagnostics);
    if (!bytes) {
        return {};
    }
    if (const std::string_view kind = binary_kind(*bytes); !kind.empty()) {
        report(diagnostics, "SG2003", Severity::error, fmt::format("this is not a text but a {}", kind),
               input.name, "convert it to text first (pdftotext, pandoc), or take it out of the corpus");
        return {};
    }
    return read_documents(input.name, std::move(*bytes), input.format, options, diagnostics,
                          input.first_line);
}

}  // namespace stancegraph
