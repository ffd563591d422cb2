#include "exporters/network.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "exporters/evidence_text.hpp"
#include "graph/date.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kLongestLabel = 80;

/// The columns that vertices, edges and pairs share, and their cells in the same order.
const std::vector<Column>& tally_columns() {
    static const std::vector<Column> kColumns{
        {"claims", CellType::whole},    {"documents", CellType::whole}, {"outlets", CellType::whole},
        {"positive", CellType::whole},  {"negative", CellType::whole},  {"neutral", CellType::whole},
        {"first_date", CellType::text}, {"last_date", CellType::text},
    };
    return kColumns;
}

/// Readers of XML turn every line end into a line feed, so all formats get that.
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

void add_tally(std::vector<Cell>& cells, const Tally& tally) {
    for (const std::uint32_t count :
         {tally.claims, tally.documents, tally.outlets, tally.positive, tally.negative, tally.neutral}) {
        cells.emplace_back(std::uint64_t{count});
    }
    cells.push_back(text_cell(tally.first_date));
    cells.push_back(text_cell(tally.last_date));
}

void add_evidence(std::vector<Cell>& cells, const StanceGraph& graph, std::span<const ClaimIndex> evidence) {
    cells.push_back(text_cell(outlet_names(graph, evidence)));
    cells.push_back(text_cell(rule_names(graph, evidence)));
    cells.push_back(text_cell(evidence_text(graph, evidence)));
    cells.push_back(text_cell(evidence_ids(graph, evidence)));
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) {
        all.append(all.empty() ? "" : "|").append(text);
    }
    return all;
}

Lifetime lifetime_of(const Tally& tally) {
    const auto last = parse_date(tally.last_date);
    if (!tally.is_dated || !last) {
        return {};
    }
    return {.start = tally.first_date, .end = to_string(day_after(*last))};
}

std::string label_of(std::string_view name) {
    std::string label = shortened(name, kLongestLabel);
    return label.empty() ? std::string("(unnamed)") : label;
}

/// The stance itself where every reader keeps it as it is, or with a hash, so that no two kinds fall
/// together.
std::string kind_of(const std::string& stance) {
    const std::string label = label_of(stance);
    const bool is_kept = label == stance && utf8::visible(stance) == stance;
    return is_kept ? label : label + " #" + hex_hash_of(stance).substr(0, 8);
}

std::string net_label(const Tally& tally) {
    if (tally.dispute() > 0.0) {
        return "contested";
    }
    if (tally.positive + tally.negative == 0) {
        return "neutral";
    }
    return tally.positive > 0 ? "positive" : "negative";
}

std::vector<Column> node_columns() {
    std::vector<Column> columns{{"name", CellType::text},
                                {"node_kind", CellType::text},
                                {"actor_type", CellType::text},
                                {"aliases", CellType::text},
                                {"only_in", CellType::text}};
    columns.insert(columns.end(), tally_columns().begin(), tally_columns().end());
    return columns;
}

std::vector<Column> edge_columns(GraphView view, bool has_evidence) {
    std::vector<Column> columns{{view == GraphView::stance ? "stance" : "stances", CellType::text},
                                {"polarity", CellType::number},
                                {"certainty", CellType::number},
                                {"belief", CellType::number},
                                {"contested", CellType::truth}};
    columns.insert(columns.end(), tally_columns().begin(), tally_columns().end());
    if (has_evidence) {
        for (const std::string_view name : {"outlet_names", "rules", "evidence", "evidence_ids"}) {
            columns.push_back({name, CellType::text});
        }
    }
    return columns;
}

}  // namespace

std::string_view type_name(CellType type, std::string_view truth) {
    switch (type) {
        case CellType::text:
            return "string";
        case CellType::whole:
            return "long";
        case CellType::number:
            return "double";
        case CellType::truth:
            return truth;
    }
    return "string";
}

Network::Network(const StanceGraph& graph, const ExportOptions& options)
    : graph_(&graph),
      view_(options.view),
      has_evidence_(options.has_evidence),
      node_columns_(stancegraph::node_columns()),
      edge_columns_(stancegraph::edge_columns(options.view, options.has_evidence)) {
    if (view_ == GraphView::net) {
        pairs_ = pairs_of(graph);
    }
    select(options);
}

const Tally& Network::tally_of_edge(std::size_t index) const {
    return view_ == GraphView::net ? pairs_[index].tally : graph_->edge(static_cast<EdgeIndex>(index)).tally;
}

void Network::select(const ExportOptions& options) {
    const std::size_t count = view_ == GraphView::net ? pairs_.size() : graph_->edge_count();
    for (std::uint32_t index = 0; index < count; ++index) {
        if (tally_of_edge(index).documents >= options.min_documents) {
            edges_.push_back(index);
        }
    }
    if (options.top_edges > 0 && edges_.size() > options.top_edges) {
        std::ranges::stable_sort(edges_, std::greater(),
                                 [&](std::uint32_t index) { return tally_of_edge(index).documents; });
        edges_.resize(options.top_edges);
        std::ranges::sort(edges_);
    }
    std::vector<bool> is_shown(graph_->vertex_count(), false);
    for (const std::uint32_t index : edges_) {
        is_shown[view_ == GraphView::net ? pairs_[index].actor : graph_->edge(index).actor] = true;
        is_shown[view_ == GraphView::net ? pairs_[index].subject : graph_->edge(index).subject] = true;
    }
    for (VertexIndex vertex = 0; vertex < graph_->vertex_count(); ++vertex) {
        if (is_shown[vertex]) {
            vertices_.push_back(vertex);
        }
    }
}

bool Network::has_parallel_edges() const {
    const auto is_parallel = [&](std::uint32_t a, std::uint32_t b) {
        return graph_->edge(a).actor == graph_->edge(b).actor &&
               graph_->edge(a).subject == graph_->edge(b).subject;
    };
    return view_ == GraphView::stance &&
           std::adjacent_find(edges_.begin(), edges_.end(), is_parallel) != edges_.end();
}

bool Network::is_dated() const {
    return std::ranges::any_of(
        edges_, [&](std::uint32_t index) { return !lifetime_of(tally_of_edge(index)).start.empty(); });
}

NodeRow Network::node(std::size_t index) const {
    const Vertex& vertex = graph_->vertex(vertices_[index]);
    NodeRow row;
    row.kind = vertex.kind;
    row.id = vertex.id;
    row.label = label_of(vertex.name);
    row.x = vertex.x;
    row.y = vertex.y;
    row.size = vertex.size;
    row.colour = colour_of(vertex);
    row.lifetime = lifetime_of(vertex.tally);
    row.cells = {text_cell(vertex.name), Cell(vertex.kind == VertexKind::actor ? "actor" : "subject"),
                 text_cell(vertex.type), text_cell(joined(vertex.aliases)), text_cell(vertex.scope)};
    add_tally(row.cells, vertex.tally);
    return row;
}

EdgeRow Network::edge(std::size_t index) const {
    return view_ == GraphView::net ? net_edge(edges_[index]) : stance_edge(edges_[index]);
}

EdgeRow Network::stance_edge(EdgeIndex index) const {
    const StanceEdge& edge = graph_->edge(index);
    EdgeRow row;
    row.id = edge.id;
    row.source = graph_->vertex(edge.actor).id;
    row.target = graph_->vertex(edge.subject).id;
    row.label = label_of(edge.stance);
    row.kind = kind_of(edge.stance);
    row.weight = edge.tally.documents;
    row.polarity = edge.polarity;
    row.colour = colour_of_polarity(edge.polarity);
    row.lifetime = lifetime_of(edge.tally);
    row.cells = {text_cell(edge.stance), Cell(edge.polarity), Cell(edge.certainty), Cell(edge.belief),
                 Cell(edge.is_contested)};
    add_tally(row.cells, edge.tally);
    if (has_evidence_) {
        add_evidence(row.cells, *graph_, graph_->evidence(edge));
    }
    return row;
}

EdgeRow Network::net_edge(std::size_t index) const {
    const StancePair& pair = pairs_[index];
    const bool is_contested = pair.tally.dispute() > 0.0;
    EdgeRow row;
    row.source = graph_->vertex(pair.actor).id;
    row.target = graph_->vertex(pair.subject).id;
    row.id = "n_" + hex_hash_of(row.source + '\n' + row.target);
    row.kind = "net";
    row.label = net_label(pair.tally);
    row.weight = pair.tally.documents;
    row.polarity = pair.tally.net_polarity();
    row.colour = is_contested ? colour_of_dispute() : colour_of_polarity(row.polarity);
    row.lifetime = lifetime_of(pair.tally);
    std::vector<std::string> stances;
    for (EdgeIndex edge = pair.edges_begin; edge < pair.edges_end; ++edge) {
        stances.push_back(graph_->edge(edge).stance);
    }
    row.cells = {text_cell(joined(stances)), Cell(row.polarity), Cell(pair.certainty), Cell(pair.belief),
                 Cell(is_contested)};
    add_tally(row.cells, pair.tally);
    if (has_evidence_) {
        add_evidence(row.cells, *graph_, evidence_of(*graph_, pair));
    }
    return row;
}

}  // namespace stancegraph
