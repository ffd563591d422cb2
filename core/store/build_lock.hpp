#pragma once

#include <chrono>
#include <filesystem>
#include <functional>

namespace stancegraph {

/// While it lives, no other process has it: one build at a time in a project. It goes with the process, so
/// that a killed build leaves none behind.
class BuildLock {
public:
    /// Waits until the lock of the project folder is free, at most `patience`; calls `say_waiting` once
    /// before it waits. Throws StoreFault: busy when it was not free in time, unusable where the folder
    /// cannot be written.
    BuildLock(const std::filesystem::path& folder, std::chrono::milliseconds patience,
              const std::function<void()>& say_waiting);
    BuildLock(const BuildLock&) = delete;
    BuildLock& operator=(const BuildLock&) = delete;
    ~BuildLock();

private:
    int descriptor_ = -1;
};

}  // namespace stancegraph
