#pragma once

#include <optional>
#include <string>
#include <vector>

namespace stancegraph::cli {

/// What another program left.
struct ProgramRun {
    int status = 0;  ///< Its exit code; 128 and more: a signal ended it.
    std::string out;
    std::string error;
};

/// Runs a program that the PATH finds, without a shell and without standard input, and waits for its end.
/// Nothing where it cannot be started.
[[nodiscard]] std::optional<ProgramRun> run_program_of_path(const std::vector<std::string>& arguments);

}  // namespace stancegraph::cli
