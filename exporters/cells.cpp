#include "exporters/cells.hpp"

#include "exporters/evidence_text.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kLongestLabel = 80;

}  // namespace

Cell text_cell(const std::string& text) {
    if (text.find('\r') == std::string::npos) {
        return text.empty() ? Cell() : Cell(text);
    }
    std::string lines;
    lines.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool is_return = text[at] == '\r';
        const bool is_part_of_pair = is_return && at + 1 < text.size() && text[at + 1] == '\n';
        if (!is_part_of_pair) {
            lines += is_return ? '\n' : text[at];
        }
    }
    return lines;
}

std::string joined(std::span<const std::string> texts) {
    std::string all;
    for (const std::string& text : texts) {
        all.append(all.empty() ? "" : "|").append(text);
    }
    return all;
}

std::string label_of(std::string_view name) {
    std::string label = shortened(name, kLongestLabel);
    return label.empty() ? std::string("(unnamed)") : label;
}

void add_tally_columns(std::vector<Column>& columns) {
    for (const std::string_view name :
         {"claims", "documents", "stories", "outlets", "positive", "negative", "neutral"}) {
        columns.push_back({name, CellType::whole});
    }
    columns.push_back({"first_date", CellType::text});
    columns.push_back({"last_date", CellType::text});
}

void add_tally_cells(std::vector<Cell>& cells, const Tally& tally) {
    for (const std::uint32_t count : {tally.claims, tally.documents, tally.stories, tally.outlets,
                                      tally.positive, tally.negative, tally.neutral}) {
        cells.emplace_back(std::uint64_t{count});
    }
    cells.push_back(text_cell(tally.first_date));
    cells.push_back(text_cell(tally.last_date));
}

std::vector<Column> name_columns() {
    std::vector<Column> columns{{"name", CellType::text},
                                {"node_kind", CellType::text},
                                {"actor_type", CellType::text},
                                {"aliases", CellType::text},
                                {"only_in", CellType::text}};
    add_tally_columns(columns);
    return columns;
}

std::vector<Cell> name_cells(const Vertex& vertex) {
    std::vector<Cell> cells{
        text_cell(vertex.name), Cell(vertex.kind == VertexKind::actor ? "actor" : "subject"),
        text_cell(vertex.type), text_cell(joined(vertex.aliases)), text_cell(vertex.scope)};
    add_tally_cells(cells, vertex.tally);
    return cells;
}

std::vector<Cell> name_cells(const NetworkNode& node) {
    std::vector<Cell> cells{text_cell(node.name), Cell(std::string(name_of(node.kind))), Cell(), Cell(),
                            Cell()};
    add_tally_cells(cells, node.tally);
    return cells;
}

void add_evidence_cells(std::vector<Cell>& cells, const StanceGraph& graph,
                        std::span<const ClaimIndex> evidence) {
    cells.push_back(text_cell(evidence_text(graph, evidence)));
    cells.push_back(text_cell(evidence_ids(graph, evidence)));
}

}  // namespace stancegraph
