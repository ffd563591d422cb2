#include "store/build_lock.hpp"

#include <cerrno>
#include <system_error>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "store/database.hpp"

namespace stancegraph {
namespace {

constexpr const char* kLockFile = ".build.lock";
constexpr std::chrono::milliseconds kBetweenTries{20};

}  // namespace

BuildLock::BuildLock(const std::filesystem::path& folder, std::chrono::milliseconds patience,
                     const std::function<void()>& say_waiting) {
    const std::filesystem::path file = folder / kLockFile;
    descriptor_ = ::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (descriptor_ < 0) {
        throw StoreFault(StoreFault::Kind::unusable, std::generic_category().message(errno));
    }
    std::chrono::milliseconds waited{0};
    while (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
        if (waited.count() == 0) {
            say_waiting();
        }
        if (waited >= patience) {
            ::close(descriptor_);
            throw StoreFault(StoreFault::Kind::busy, "another build holds the project");
        }
        std::this_thread::sleep_for(kBetweenTries);
        waited += kBetweenTries;
    }
}

BuildLock::~BuildLock() {
    ::close(descriptor_);
}

}  // namespace stancegraph
