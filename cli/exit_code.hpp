#pragma once

namespace stancegraph::cli {

/// What the program tells the shell.
enum class ExitCode : int {
    done = 0,
    negative = 1,  ///< A negative answer: findings, failed examples, nothing found with --exit-status.
    usage = 2,     ///< Usage, configuration or rule error; nothing was done.
    rejected = 3,  ///< Every input was rejected (or any, with --strict).
    failure = 4,   ///< Disk, memory, input or output.
    busy = 5,      ///< Another process writes to the same place.
    damaged = 6,   ///< The project file is damaged, or of a newer version of the program.
    internal = 70  ///< A fault of the program.
};

}  // namespace stancegraph::cli
