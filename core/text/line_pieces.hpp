#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace stancegraph {

/// A range of whole lines of a file.
struct LinePiece {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    std::uint32_t first_line = 1;
};

/// Cuts a file of `size` bytes at ends of lines into pieces of about 8 MiB; a file of up to 16 MiB, or one
/// that cannot be read, is one piece. Reads the larger ones once, in constant memory. A longer line is a
/// piece by itself.
[[nodiscard]] std::vector<LinePiece> line_pieces(const std::string& path, std::uint64_t size);

/// The first 4096 bytes of a file; empty if it cannot be read.
[[nodiscard]] std::string first_bytes(const std::string& path);

}  // namespace stancegraph
