#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "measure/judged.hpp"
#include "ruleset/certainty_table.hpp"

namespace stancegraph {

/// So many right of so many.
struct Share {
    std::uint32_t right = 0;
    std::uint32_t of = 0;

    /// 0 of 0 is 0.
    [[nodiscard]] double value() const;
};

/// Where the true share lies with 95 % confidence: the score interval of Wilson (1927).
struct Interval {
    double low = 0.0;
    double high = 1.0;
};

[[nodiscard]] Interval interval_of(Share share);

/// How often results are right, by what was known of them.
struct Counts {
    Share all;
    std::array<std::map<std::string, Share>, kEvidenceKinds> by_evidence;
    std::map<std::string, std::uint32_t> wrong;  ///< How often each thing was wrong.
    std::vector<CheckedBin> bins;                ///< By certainty, ascending; those with results only.
    double brier = 0.0;              ///< Mean square of certainty minus truth (Brier 1950); 0 is best.
    double calibration_error = 0.0;  ///< Mean distance of certainty and share right, over the bins.
};

[[nodiscard]] Counts count(std::span<const JudgedResult> results);

}  // namespace stancegraph
