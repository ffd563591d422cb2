#include "cli/program_run.hpp"

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace stancegraph::cli {
namespace {

/// A pipe whose ends are closed with it.
class Pipe {
public:
    Pipe() { is_open_ = ::pipe2(ends_.data(), O_CLOEXEC) == 0; }

    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    ~Pipe() {
        close_end(0);
        close_end(1);
    }

    [[nodiscard]] bool is_open() const { return is_open_; }

    [[nodiscard]] int reader() const { return ends_[0]; }

    [[nodiscard]] int writer() const { return ends_[1]; }

    void close_writer() { close_end(1); }

private:
    void close_end(std::size_t end) {
        if (is_open_ && ends_[end] >= 0) {
            ::close(ends_[end]);
            ends_[end] = -1;
        }
    }

    std::array<int, 2> ends_{-1, -1};
    bool is_open_ = false;
};

/// Appends what there is to read; false at the end.
bool append_some(int descriptor, std::string& text) {
    std::array<char, 65536> buffer{};
    const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
    if (count > 0) {
        text.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return count > 0 || (count < 0 && errno == EINTR);
}

/// Both pipes to their ends, whichever fills first.
void read_both(const Pipe& out, const Pipe& error, ProgramRun& run) {
    std::array<pollfd, 2> waiting{pollfd{out.reader(), POLLIN, 0}, pollfd{error.reader(), POLLIN, 0}};
    std::array<std::string*, 2> texts{&run.out, &run.error};
    while (waiting[0].fd >= 0 || waiting[1].fd >= 0) {
        if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) {
            return;
        }
        for (std::size_t at = 0; at < waiting.size(); ++at) {
            if (waiting[at].fd >= 0 && waiting[at].revents != 0 && !append_some(waiting[at].fd, *texts[at])) {
                waiting[at].fd = -1;
            }
            waiting[at].revents = 0;
        }
    }
}

int status_of(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

std::optional<ProgramRun> run_program_of_path(const std::vector<std::string>& arguments) {
    Pipe out;
    Pipe error;
    if (!out.is_open() || !error.is_open()) {
        return std::nullopt;
    }
    std::vector<std::string> texts = arguments;
    std::vector<char*> pointers;
    for (std::string& text : texts) {
        pointers.push_back(text.data());
    }
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions{};
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, out.writer(), 1);
    ::posix_spawn_file_actions_adddup2(&actions, error.writer(), 2);
    pid_t child = 0;
    const int fault = ::posix_spawnp(&child, pointers.front(), &actions, nullptr, pointers.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    if (fault != 0) {
        return std::nullopt;
    }
    out.close_writer();
    error.close_writer();
    ProgramRun run;
    read_both(out, error, run);
    run.status = status_of(child);
    return run;
}

}  // namespace stancegraph::cli
