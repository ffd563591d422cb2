#include "text/line_pieces.hpp"

#include <cstddef>
#include <cstring>
#include <fstream>

namespace stancegraph {
namespace {

constexpr std::uint64_t kWholeFile = 16U << 20U;
constexpr std::uint64_t kPiece = 8U << 20U;
constexpr std::size_t kBuffer = 1U << 20U;

}  // namespace

std::vector<LinePiece> line_pieces(const std::string& path, std::uint64_t size) {
    std::ifstream file(path, std::ios::binary);
    if (size <= kWholeFile || !file) {
        return {{.begin = 0, .end = size, .first_line = 1}};
    }
    std::vector<LinePiece> pieces;
    std::string buffer(kBuffer, '\0');
    std::uint64_t offset = 0;
    std::uint64_t begin = 0;
    std::uint32_t line = 1;
    std::uint32_t first_line = 1;
    while (file.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || file.gcount() > 0) {
        const auto count = static_cast<std::size_t>(file.gcount());
        for (std::size_t at = 0; at < count;) {
            const void* const found = std::memchr(buffer.data() + at, '\n', count - at);
            if (found == nullptr) {
                break;
            }
            at = static_cast<std::size_t>(static_cast<const char*>(found) - buffer.data()) + 1;
            ++line;
            if (offset + at - begin >= kPiece) {
                pieces.push_back({.begin = begin, .end = offset + at, .first_line = first_line});
                begin = offset + at;
                first_line = line;
            }
        }
        offset += count;
    }
    if (begin < offset) {
        pieces.push_back({.begin = begin, .end = offset, .first_line = first_line});
    }
    return pieces;
}

std::string first_bytes(const std::string& path) {
    constexpr std::size_t kCount = 4096;
    std::string bytes(kCount, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

}  // namespace stancegraph
