#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace stancegraph {

/// How much a claim counts by its distance from the middle of a time window.
enum class Kernel : std::uint8_t {
    uniform,       ///< 1
    triangular,    ///< 1 - |u|
    epanechnikov,  ///< 1 - u^2
    gaussian,      ///< exp(-u^2 / 2), cut at the ends of the window
};

/// The kernel of that name.
[[nodiscard]] std::optional<Kernel> find_kernel(std::string_view name);

/// The days from `middle - width / 2` to `middle + width / 2`, both included.
struct TimeWindow {
    std::int32_t middle = 0;  ///< Days since 1970-01-01.
    std::int32_t width = 1;   ///< Days; positive.
    Kernel kernel = Kernel::uniform;

    /// K(2 (day - middle) / width), 0 outside. Kernels are scaled to 1 in the middle, so that a claim there
    /// counts as one. **Source:** time windows and kernels as in Leifeld, Discourse Network Analyzer 3 (which
    /// leaves the kernels' densities unscaled, a constant factor).
    [[nodiscard]] double weight_of(std::int32_t day) const;
};

/// Windows with these middles: `first`, `first + step`, ... up to `last`. Preconditions: width and step are
/// positive. At most 10,000: later ones are left out.
[[nodiscard]] std::vector<TimeWindow> windows_between(std::int32_t first, std::int32_t last,
                                                      const TimeWindow& shape, std::int32_t step);

}  // namespace stancegraph
