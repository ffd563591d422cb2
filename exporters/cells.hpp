#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/network.hpp"

/// Columns and cells that networks share.
namespace stancegraph {

/// The text, with line feeds for every kind of line end, as readers of XML do; no value where it is empty.
[[nodiscard]] Cell text_cell(const std::string& text);

/// The texts joined by `|`, which Gephi Lite splits.
[[nodiscard]] std::string joined(std::span<const std::string> texts);

/// A name as a label: at most 80 characters, `(unnamed)` where there is none.
[[nodiscard]] std::string label_of(std::string_view name);

/// name, node_kind, actor_type, aliases, only_in and the tally's columns; their cells in the same order.
[[nodiscard]] std::vector<Column> name_columns();
[[nodiscard]] std::vector<Cell> name_cells(const Vertex& vertex);
[[nodiscard]] std::vector<Cell> name_cells(const NetworkNode& node);

/// claims, documents, outlets, positive, negative, neutral, first_date, last_date.
void add_tally_columns(std::vector<Column>& columns);
void add_tally_cells(std::vector<Cell>& cells, const Tally& tally);

/// evidence (quotes with their places) and evidence_ids.
void add_evidence_cells(std::vector<Cell>& cells, const StanceGraph& graph,
                        std::span<const ClaimIndex> evidence);

}  // namespace stancegraph
