#pragma once

#include <cstdint>
#include <filesystem>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "text/reader.hpp"

namespace stancegraph {

/// What the system tells of a file without reading it. A file that was written since has another one.
struct FileStamp {
    std::uint64_t size = 0;
    std::int64_t modified = 0;  ///< Nanoseconds since 1970; `changed` also counts renames and new rights.
    std::int64_t changed = 0;
    std::uint64_t inode = 0;

    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// Nothing where there is no such file.
[[nodiscard]] std::optional<FileStamp> stamp_of(const std::filesystem::path& file);

/// One piece of work for a reader: a file, a range of lines of a large JSONL file, or what stood on standard
/// input.
struct Input {
    std::string path;  ///< As the system knows it; `-` for standard input.
    std::string
        name;  ///< Path below the folder given, with forward slashes; unique but for pieces of one file.
    Format format = Format::plain;
    std::uint64_t begin = 0;  ///< The bytes of the file that make up this piece.
    std::uint64_t end = 0;
    std::uint32_t first_line = 1;
    FileStamp stamp;                   ///< Taken before anything is read; all 0 for standard input.
    std::optional<std::string> bytes;  ///< Set for standard input.
};

/// The inputs under `paths` (files, folders, `-`), in the order of the paths given, inside a folder in byte
/// order of the names. Folders are read with all below them; hidden files are skipped, files of unknown
/// endings skipped with a note, symbolic links to folders not followed. JSONL files of more than 16 MiB come
/// in pieces of about 8 MiB. A file given by itself is read whatever its ending. Reports what does not exist
/// or cannot be read, and an empty folder.
[[nodiscard]] std::vector<Input> list_inputs(const std::vector<std::string>& paths,
                                             std::istream& standard_input, Diagnostics& diagnostics);

/// Opens one input and reads its articles. Reports a file that cannot be read or is not text.
[[nodiscard]] std::vector<Document> read_input(const Input& input, const ReadOptions& options,
                                               Diagnostics& diagnostics);

}  // namespace stancegraph
