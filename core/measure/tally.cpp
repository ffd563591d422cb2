#include "measure/tally.hpp"

#include <algorithm>
#include <cmath>

namespace stancegraph {
namespace {

constexpr double kBins = 10.0;

std::vector<CheckedBin> bins_of(std::span<const JudgedResult> results) {
    std::map<std::uint32_t, CheckedBin> bins;
    for (const JudgedResult& result : results) {
        const double place = std::min(std::floor(result.certainty * kBins + 1e-9), kBins - 1.0);
        CheckedBin& bin = bins[static_cast<std::uint32_t>(place)];
        bin.from = place / kBins;
        bin.to = (place + 1.0) / kBins;
        bin.expected += result.certainty;
        bin.right += result.verdict.is_right ? 1 : 0;
        ++bin.of;
    }
    std::vector<CheckedBin> found;
    for (auto& [place, bin] : bins) {
        bin.expected /= bin.of;
        found.push_back(bin);
    }
    return found;
}

}  // namespace

double Share::value() const {
    return of == 0 ? 0.0 : static_cast<double>(right) / of;
}

Interval interval_of(Share share) {
    if (share.of == 0) {
        return {};
    }
    constexpr double kZ = 1.959964;  // the normal distribution's 97.5th percentile
    const double n = share.of;
    const double p = share.value();
    const double middle = (p + kZ * kZ / (2 * n)) / (1 + kZ * kZ / n);
    const double reach = kZ / (1 + kZ * kZ / n) * std::sqrt(p * (1 - p) / n + kZ * kZ / (4 * n * n));
    return {.low = std::max(0.0, middle - reach), .high = std::min(1.0, middle + reach)};
}

Counts count(std::span<const JudgedResult> results) {
    Counts counts;
    const auto add = [](Share& share, bool is_right) {
        share.right += is_right ? 1 : 0;
        ++share.of;
    };
    for (const JudgedResult& result : results) {
        const bool is_right = result.verdict.is_right;
        add(counts.all, is_right);
        for (std::size_t kind = 0; kind < kEvidenceKinds; ++kind) {
            if (!result.evidence[kind].empty()) {
                add(counts.by_evidence[kind][result.evidence[kind]], is_right);
            }
        }
        if (!is_right && !result.verdict.wrong.empty()) {
            ++counts.wrong[result.verdict.wrong];
        }
        const double error = result.certainty - (is_right ? 1.0 : 0.0);
        counts.brier += error * error;
    }
    counts.bins = bins_of(results);
    for (const CheckedBin& bin : counts.bins) {
        counts.calibration_error += std::abs(bin.expected * bin.of - bin.right);
    }
    if (!results.empty()) {
        counts.brier /= static_cast<double>(results.size());
        counts.calibration_error /= static_cast<double>(results.size());
    }
    return counts;
}

}  // namespace stancegraph
