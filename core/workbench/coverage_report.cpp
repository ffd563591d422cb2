#include "workbench/coverage_report.hpp"

#include <algorithm>

namespace stancegraph {
namespace {

/// The most frequent reason; of equals the first by name. Empty where none was told.
std::string main_reason(const std::map<std::string, std::uint32_t>& reasons) {
    const auto most = std::ranges::max_element(reasons, {}, [](const auto& reason) { return reason.second; });
    return most == reasons.end() ? std::string() : most->first;
}

}  // namespace

void CoverageTally::add(const std::string& what, const std::string& remark, Occasion occasion) {
    Entry& entry = entries_[{what, remark}];
    entry.row.what = what;
    entry.row.remark = remark;
    ++entry.row.count;
    if (!occasion.remark.empty()) {
        ++entry.reasons[occasion.remark];
    }
    if (entry.row.occasions.size() < most_occasions_) {
        entry.row.occasions.push_back(std::move(occasion));
    }
}

CoverageReport::Section CoverageTally::section() const {
    CoverageReport::Section section;
    for (const auto& [key, entry] : entries_) {
        CoverageRow row = entry.row;
        if (const std::string reason = main_reason(entry.reasons); !reason.empty()) {
            row.remark += (row.remark.empty() ? "" : ": ") + reason;
        }
        section.count += row.count;
        section.rows.push_back(std::move(row));
    }
    std::ranges::stable_sort(section.rows, [](const CoverageRow& left, const CoverageRow& right) {
        return left.count != right.count ? left.count > right.count : left.what < right.what;
    });
    return section;
}

}  // namespace stancegraph
