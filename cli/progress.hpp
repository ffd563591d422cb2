#pragma once

#include <chrono>
#include <cstdint>

#include "cli/streams.hpp"

namespace stancegraph::cli {

/// One line on the terminal that tells how far a build is: from the first second on, at most five times a
/// second. Writes nothing where standard error is no terminal.
class Progress {
public:
    /// `total` inputs will be read; 0 shows nothing.
    Progress(Streams& streams, std::uint32_t total);
    /// Wipes the line away.
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// So many inputs are done, and so many articles of them.
    void step(std::uint32_t inputs, std::uint32_t articles);

private:
    using Clock = std::chrono::steady_clock;

    Streams& streams_;
    std::uint32_t total_;
    Clock::time_point begin_ = Clock::now();
    Clock::time_point last_ = begin_;
    bool is_shown_ = false;
};

}  // namespace stancegraph::cli
