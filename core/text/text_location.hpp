#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"

namespace stancegraph {

/// The file as a whole.
[[nodiscard]] Location whole_file(const std::string& name);

/// The place of a byte of `text`, which begins at line `first_line` of the file. Keeps the line alone and, of
/// a long line, its beginning: diagnostics must not keep articles in memory.
[[nodiscard]] Location place_in(const std::string& name, std::string_view text, std::size_t offset,
                                std::uint32_t first_line = 1);

/// Reports at most a fixed number of like faults of a file one by one, and the number of the others at the
/// end.
class FaultCounter {
public:
    FaultCounter(std::string file_name, std::string what, Diagnostics& diagnostics);
    /// Adds the note on faults that were not shown.
    ~FaultCounter();
    FaultCounter(const FaultCounter&) = delete;
    FaultCounter& operator=(const FaultCounter&) = delete;

    /// True while faults are to be shown.
    [[nodiscard]] bool count();

private:
    std::string file_name_;
    std::string what_;
    Diagnostics* diagnostics_;
    std::size_t seen_ = 0;
};

}  // namespace stancegraph
