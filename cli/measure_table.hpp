#pragma once

#include <span>
#include <string>

#include "base/json.hpp"
#include "measure/tally.hpp"

namespace stancegraph::cli {

/// `64 %`, or `-` for nothing counted.
[[nodiscard]] std::string percent(Share share);
/// `61-67 %`, with 95 % confidence.
[[nodiscard]] std::string percent_interval(Share share);

/// Members `right`, `of`, `share`, `low` and `high` of an object.
void write_share(json::Writer& writer, Share share);

/// The lines of a calibration table: bin, mean certainty, right, of, share, interval.
[[nodiscard]] std::string calibration_table(std::span<const CheckedBin> bins);

/// The counts of both sorts of results as tables for people; list entries only where asked for.
[[nodiscard]] std::string measure_table(const Counts& attributions, const Counts& claims, bool has_entries);
/// The same as one JSON object on a line of its own, always with list entries.
[[nodiscard]] std::string measure_json(const Counts& attributions, const Counts& claims);

}  // namespace stancegraph::cli
