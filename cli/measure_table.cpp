#include "cli/measure_table.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/streams.hpp"
#include "query/text_table.hpp"

namespace stancegraph::cli {
namespace {

/// Three places are what a count can bear.
double rounded(double share) {
    return std::round(share * 1000.0) / 1000.0;
}

using Row = std::pair<std::string, Share>;

/// The most frequent first; of equals by name.
std::vector<Row> by_frequency(const std::map<std::string, Share>& shares) {
    std::vector<Row> rows(shares.begin(), shares.end());
    std::ranges::stable_sort(rows, std::ranges::greater(), [](const Row& row) { return row.second.of; });
    return rows;
}

std::string shares_table(const Counts& counts, bool has_entries) {
    TextTable table({{"by", {}},
                     {"value", {}},
                     {"right", TextTable::Align::right},
                     {"of", TextTable::Align::right},
                     {"share", TextTable::Align::right},
                     {"95 %", TextTable::Align::right}});
    for (std::size_t kind = 0; kind < kEvidenceKinds; ++kind) {
        if (static_cast<EvidenceKind>(kind) == EvidenceKind::entry && !has_entries) {
            continue;
        }
        for (const auto& [value, share] : by_frequency(counts.by_evidence[kind])) {
            table.add({std::string(kEvidenceNames[kind]), value, std::to_string(share.right),
                       std::to_string(share.of), percent(share), percent_interval(share)});
        }
    }
    return table.render(kTableWidth);
}

std::string section(std::string_view title, const Counts& counts, bool has_entries) {
    if (counts.all.of == 0) {
        return {};
    }
    std::string text = fmt::format("{}: {} of {} right, {} ({})\n", title, counts.all.right, counts.all.of,
                                   percent(counts.all), percent_interval(counts.all));
    for (const auto& [what, times] : counts.wrong) {
        text += fmt::format("  wrong {}: {}\n", what, times);
    }
    text += fmt::format("  Brier score {:.3f}, calibration error {:.3f}\n\n", counts.brier,
                        counts.calibration_error);
    return text + calibration_table(counts.bins) + '\n' + shares_table(counts, has_entries) + '\n';
}

void write_counts(json::Writer& writer, const Counts& counts) {
    writer.begin_object();
    write_share(writer, counts.all);
    writer.member("brier", rounded(counts.brier));
    writer.member("calibration_error", rounded(counts.calibration_error));
    writer.key("wrong").begin_object();
    for (const auto& [what, times] : counts.wrong) {
        writer.member(what, times);
    }
    writer.end_object();
    for (std::size_t kind = 0; kind < kEvidenceKinds; ++kind) {
        writer.key(kEvidenceNames[kind]).begin_object();
        for (const auto& [value, share] : counts.by_evidence[kind]) {
            writer.key(value).begin_object();
            write_share(writer, share);
            writer.end_object();
        }
        writer.end_object();
    }
    writer.key("certainty").begin_array();
    for (const CheckedBin& bin : counts.bins) {
        writer.begin_object()
            .member("from", bin.from)
            .member("to", bin.to)
            .member("mean", rounded(bin.expected));
        write_share(writer, {.right = bin.right, .of = bin.of});
        writer.end_object();
    }
    writer.end_array().end_object();
}

}  // namespace

void write_share(json::Writer& writer, Share share) {
    const Interval interval = interval_of(share);
    writer.member("right", share.right).member("of", share.of).member("share", rounded(share.value()));
    writer.member("low", rounded(interval.low)).member("high", rounded(interval.high));
}

std::string percent(Share share) {
    return share.of == 0 ? "-" : fmt::format("{:.0f} %", 100 * share.value());
}

std::string percent_interval(Share share) {
    const Interval interval = interval_of(share);
    return share.of == 0 ? "-" : fmt::format("{:.0f}-{:.0f} %", 100 * interval.low, 100 * interval.high);
}

std::string calibration_table(std::span<const CheckedBin> bins) {
    TextTable table({{"certainty", {}},
                     {"mean", TextTable::Align::right},
                     {"right", TextTable::Align::right},
                     {"of", TextTable::Align::right},
                     {"share", TextTable::Align::right},
                     {"95 %", TextTable::Align::right}});
    for (const CheckedBin& bin : bins) {
        const Share share{.right = bin.right, .of = bin.of};
        table.add({fmt::format("{:.1f} to {:.1f}", bin.from, bin.to), fmt::format("{:.2f}", bin.expected),
                   std::to_string(bin.right), std::to_string(bin.of), percent(share),
                   percent_interval(share)});
    }
    return table.render(kTableWidth);
}

std::string measure_table(const Counts& attributions, const Counts& claims, bool has_entries) {
    return section("attributions", attributions, has_entries) + section("claims", claims, has_entries);
}

std::string measure_json(const Counts& attributions, const Counts& claims) {
    std::string text;
    json::Writer writer(text);
    writer.begin_object().key("attributions");
    write_counts(writer, attributions);
    writer.key("claims");
    write_counts(writer, claims);
    writer.end_object();
    return text + '\n';
}

}  // namespace stancegraph::cli
