#pragma once

#include <cstdint>

namespace stancegraph {

/// Hashes of the sources that decide what a stage gives for the same text and rules. What another program has
/// stored in a project is good as far as they agree. Written by cmake/program_identity.cmake at each build.
struct ProgramIdentity {
    std::uint64_t reading = 0;
    std::uint64_t annotation = 0;  ///< Without the model, which is data.
    std::uint64_t matching = 0;
};

[[nodiscard]] ProgramIdentity program_identity();

}  // namespace stancegraph
