#pragma once

#include <chrono>
#include <csignal>

namespace stancegraph::cli {

/// While it lives, Ctrl-C and a request to end do not kill the program but are told by `wait`. Make it before
/// other threads, so that they leave the signals to it.
class Interruption {
public:
    Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;
    ~Interruption();

    /// Sleeps so long; true, at once, when the program is asked to end.
    [[nodiscard]] bool wait(std::chrono::milliseconds duration) const;

private:
    sigset_t signals_{};
    sigset_t before_{};
};

}  // namespace stancegraph::cli
