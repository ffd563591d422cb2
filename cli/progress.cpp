#include "cli/progress.hpp"

#include <fmt/format.h>

namespace stancegraph::cli {

Progress::Progress(Streams& streams, std::uint32_t total) : streams_(streams), total_(total) {}

Progress::~Progress() {
    if (is_shown_) {
        streams_.error << "\r\x1b[K";
        streams_.error.flush();
    }
}

void Progress::step(std::uint32_t inputs, std::uint32_t articles) {
    using std::chrono::duration;
    constexpr duration<double> kPause(0.2);
    constexpr duration<double> kQuietStart(1.0);
    const Clock::time_point now = Clock::now();
    if (!streams_.error_is_terminal || now - begin_ < kQuietStart || now - last_ < kPause || inputs == 0 ||
        total_ == 0) {
        return;
    }
    last_ = now;
    is_shown_ = true;
    const double seconds = duration<double>(now - begin_).count();
    const double left = seconds / inputs * (total_ - inputs);
    streams_.error << fmt::format(
        "\r\x1b[K{} of {} inputs   {} articles   {:.0f} a second   about {:.0f} s left", inputs, total_,
        articles, articles / seconds, left);
    streams_.error.flush();
}

}  // namespace stancegraph::cli
