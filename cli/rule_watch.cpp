#include "cli/rule_watch.hpp"

#include <system_error>
#include <utility>

namespace stancegraph::cli {
namespace {

namespace filesystem = std::filesystem;

constexpr std::chrono::milliseconds kBetweenLooks{100};

bool is_rule_file(const filesystem::path& path) {
    return path.extension() == ".yaml" || path.extension() == ".yml";
}

}  // namespace

RuleWatch::RuleWatch(std::vector<filesystem::path> paths) : paths_(std::move(paths)), seen_(look()) {}

RuleWatch::Stamps RuleWatch::look() const {
    Stamps stamps;
    const auto add = [&stamps](const filesystem::path& path) {
        if (const auto stamp = stamp_of(path)) {
            stamps.emplace(path.string(), *stamp);
        }
    };
    for (const filesystem::path& path : paths_) {
        std::error_code error;
        if (!filesystem::is_directory(path, error)) {
            add(path);
            continue;
        }
        // A folder may change while it is read: what is missed now is seen at the next look.
        for (filesystem::recursive_directory_iterator at(path, error), end; !error && at != end;
             at.increment(error)) {
            if (is_rule_file(at->path())) {
                add(at->path());
            }
        }
    }
    return stamps;
}

bool RuleWatch::wait_for_change(const Interruption& interruption) {
    Stamps before = seen_;
    for (;;) {
        if (interruption.wait(kBetweenLooks)) {
            return false;
        }
        Stamps now = look();
        if (now != seen_ && now == before) {
            seen_ = std::move(now);
            return true;
        }
        before = std::move(now);
    }
}

}  // namespace stancegraph::cli
