#include "cli/interruption.hpp"

#include <ctime>

namespace stancegraph::cli {

Interruption::Interruption() {
    ::sigemptyset(&signals_);
    ::sigaddset(&signals_, SIGINT);
    ::sigaddset(&signals_, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &signals_, &before_);
}

Interruption::~Interruption() {
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

bool Interruption::wait(std::chrono::milliseconds duration) const {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(duration);
    const std::chrono::nanoseconds rest = duration - seconds;
    const timespec pause{.tv_sec = seconds.count(), .tv_nsec = rest.count()};
    return ::sigtimedwait(&signals_, nullptr, &pause) > 0;
}

}  // namespace stancegraph::cli
