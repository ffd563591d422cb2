#include "networks/time_window.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace stancegraph {
namespace {

constexpr std::array<std::pair<std::string_view, Kernel>, 4> kKernels{{
    {"uniform", Kernel::uniform},
    {"triangular", Kernel::triangular},
    {"epanechnikov", Kernel::epanechnikov},
    {"gaussian", Kernel::gaussian},
}};

constexpr std::size_t kMostWindows = 10'000;

}  // namespace

std::optional<Kernel> find_kernel(std::string_view name) {
    const auto* const found =
        std::ranges::find(kKernels, name, [](const auto& entry) { return entry.first; });
    return found == kKernels.end() ? std::nullopt : std::optional(found->second);
}

double TimeWindow::weight_of(std::int32_t day) const {
    const double distance = 2.0 * (static_cast<double>(day) - middle) / width;
    if (std::abs(distance) > 1.0) {
        return 0.0;
    }
    switch (kernel) {
        case Kernel::uniform:
            return 1.0;
        case Kernel::triangular:
            return 1.0 - std::abs(distance);
        case Kernel::epanechnikov:
            return 1.0 - distance * distance;
        case Kernel::gaussian:
            return std::exp(-distance * distance / 2.0);
    }
    return 0.0;
}

std::vector<TimeWindow> windows_between(std::int32_t first, std::int32_t last, const TimeWindow& shape,
                                        std::int32_t step) {
    std::vector<TimeWindow> windows;
    for (std::int32_t middle = first; middle <= last && windows.size() < kMostWindows; middle += step) {
        windows.push_back({.middle = middle, .width = shape.width, .kernel = shape.kernel});
    }
    return windows;
}

}  // namespace stancegraph
