#include "graph/belief.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

namespace stancegraph {
namespace {

constexpr double kReliability = 0.8;
constexpr double kRepeated = 0.5;
constexpr double kMost = 0.9999;  ///< Of many reports the product is 0 to a computer, the doubt is not.

struct Report {
    double certainty = 0.0;
    StoryIndex story = 0;
    std::vector<std::uint32_t> outlets;  ///< Distinct, ascending.
};

/// A report for each story, the surest first.
std::vector<Report> reports_of(const ClaimTable& table, std::span<const ClaimIndex> indices) {
    std::map<StoryIndex, Report> by_story;
    std::map<std::string_view, std::uint32_t> outlets;
    for (const ClaimIndex index : indices) {
        const Claim& claim = table.claims[index];
        const auto next = static_cast<std::uint32_t>(outlets.size());
        const std::uint32_t outlet = outlets.try_emplace(claim.source.outlet, next).first->second;
        Report& report = by_story[table.stories[index]];
        report.story = table.stories[index];
        report.certainty = std::max(report.certainty, claim.certainty);
        report.outlets.push_back(outlet);
    }
    std::vector<Report> reports;
    for (auto& [story, report] : by_story) {
        std::ranges::sort(report.outlets);
        report.outlets.erase(std::unique(report.outlets.begin(), report.outlets.end()), report.outlets.end());
        reports.push_back(std::move(report));
    }
    std::ranges::sort(reports, [](const Report& a, const Report& b) {
        return std::tie(b.certainty, a.story) < std::tie(a.certainty, b.story);
    });
    return reports;
}

/// Gives stories an outlet of their own. Taken in the order of their certainty, those that get one are the
/// surest that together can (the greedy rule of matroids), by augmenting paths: an outlet that is taken is
/// given up where its story finds another one.
class OutletMatching {
public:
    explicit OutletMatching(std::span<const Report> reports) : reports_(reports) {
        std::uint32_t count = 0;
        for (const Report& report : reports) {
            count = std::max(count, report.outlets.back() + 1);
        }
        taken_by_.resize(count);
    }

    [[nodiscard]] bool match(std::size_t report) {
        if (matched_ == taken_by_.size()) {
            return false;
        }
        is_tried_.assign(taken_by_.size(), false);
        const bool is_matched = find_outlet(report);
        matched_ += is_matched ? 1U : 0U;
        return is_matched;
    }

private:
    /// Breadth first, so that a long chain of outlets needs no deep stack.
    bool find_outlet(std::size_t report) {
        struct Step {
            std::uint32_t outlet = 0;
            std::size_t report = 0;  ///< That wants it.
            std::size_t from = 0;    ///< The step by which its own outlet was asked for.
        };

        std::vector<Step> steps;
        const auto ask = [&](std::size_t asking, std::size_t from) {
            for (const std::uint32_t outlet : reports_[asking].outlets) {
                if (!is_tried_[outlet]) {
                    is_tried_[outlet] = true;
                    steps.push_back({.outlet = outlet, .report = asking, .from = from});
                }
            }
        };
        constexpr std::size_t kNoStep = static_cast<std::size_t>(-1);
        ask(report, kNoStep);
        for (std::size_t at = 0; at < steps.size(); ++at) {
            if (const auto holder = taken_by_[steps[at].outlet]) {
                ask(*holder, at);
                continue;
            }
            for (std::size_t step = at; step != kNoStep; step = steps[step].from) {
                taken_by_[steps[step].outlet] = steps[step].report;
            }
            return true;
        }
        return false;
    }

    std::span<const Report> reports_;
    std::vector<std::optional<std::size_t>> taken_by_;  ///< By outlet.
    std::vector<bool> is_tried_;
    std::size_t matched_ = 0;
};

}  // namespace

double support_in(const ClaimTable& table, std::span<const ClaimIndex> indices) {
    const std::vector<Report> reports = reports_of(table, indices);
    OutletMatching outlets(reports);
    double doubt = 1.0;
    double weight = kReliability;
    for (std::size_t index = 0; index < reports.size(); ++index) {
        const bool has_own_outlet = outlets.match(index);
        weight *= has_own_outlet ? 1.0 : kRepeated;
        doubt *= 1.0 - (has_own_outlet ? kReliability : weight) * reports[index].certainty;
    }
    return std::min(1.0 - doubt, kMost);
}

double weighed(double support, double opposite) {
    return support * (1.0 - opposite) / (1.0 - support * opposite);
}

}  // namespace stancegraph
