#pragma once

#include <optional>
#include <span>
#include <string>

#include "base/diagnostics.hpp"
#include "query/query.hpp"
#include "query/sheet.hpp"

namespace stancegraph {

/// The selected claims counted by what `keys` names, such as `actor,stance`: a row for each combination that
/// there is, most stories first, then most claims, then by the keys; years and months in their order where
/// they are the first key. Nothing, with a report (SG3013), for a
/// key that there is not.
[[nodiscard]] std::optional<Sheet> grouped(const StanceGraph& graph, std::span<const SelectedEdge> selected,
                                           const std::string& keys, Diagnostics& diagnostics);

/// A row for each month from the first to the last that has claims: claims, documents, stories, those of each
/// sign, the net polarity, and `chart`, with a + or - or . for each story of that sign, of many stories one
/// for several. Claims without a date come last, under `undated`.
[[nodiscard]] Sheet timeline(const StanceGraph& graph, std::span<const SelectedEdge> selected);

}  // namespace stancegraph
