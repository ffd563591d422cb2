#include "exporters/stance_rows.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "exporters/cells.hpp"
#include "exporters/evidence_text.hpp"
#include "exporters/spells.hpp"
#include "graph/date.hpp"

namespace stancegraph {
namespace {

/// From the first day to the last; always, where a claim has no date.
std::vector<Lifetime> lifetime_of(const Tally& tally) {
    const auto last = parse_date(tally.last_date);
    if (!tally.is_dated || !last) {
        return {};
    }
    return {{.start = tally.first_date, .end = to_string(day_after(*last))}};
}

void add_stance_evidence(std::vector<Cell>& cells, const StanceGraph& graph,
                         std::span<const ClaimIndex> evidence) {
    cells.push_back(text_cell(outlet_names(graph, evidence)));
    cells.push_back(text_cell(rule_names(graph, evidence)));
    add_evidence_cells(cells, graph, evidence);
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

std::vector<Column> columns_of_edges(GraphView view, bool has_evidence) {
    std::vector<Column> columns{{view == GraphView::stance ? "stance" : "stances", CellType::text},
                                {"polarity", CellType::number},
                                {"certainty", CellType::number},
                                {"belief", CellType::number},
                                {"contested", CellType::truth}};
    add_tally_columns(columns);
    if (has_evidence) {
        for (const std::string_view name : {"outlet_names", "rules", "evidence", "evidence_ids"}) {
            columns.push_back({name, CellType::text});
        }
    }
    return columns;
}

}  // namespace

StanceRows::StanceRows(const StanceGraph& graph, const ExportOptions& options)
    : Network(graph),
      view_(options.view),
      has_evidence_(options.has_evidence),
      is_dynamic_(options.is_dynamic),
      margin_(options.spell_margin) {
    node_columns_ = name_columns();
    edge_columns_ = columns_of_edges(view_, has_evidence_);
    if (view_ == GraphView::net) {
        pairs_ = pairs_of(graph);
    }
    select(options);
}

std::string_view StanceRows::description() const {
    return view_ == GraphView::net ? "who is for and against what" : "who takes which stance on what";
}

/// When the edge is there, and on a timeline how many documents it weighs at which time.
void StanceRows::add_time(const Tally& tally, std::span<const ClaimIndex> evidence, EdgeRow& row) const {
    if (!is_dynamic_ || !tally.is_dated) {
        row.lifetimes = lifetime_of(tally);
        return;
    }
    const std::vector<DaySpan> spans = spans_of(graph(), evidence, margin_);
    row.weights = timed_weights_of(overlaps_of(spans));
    row.lifetimes = lifetimes_of(spans);
}

const Tally& StanceRows::tally_of_edge(std::size_t index) const {
    return view_ == GraphView::net ? pairs_[index].tally : graph().edge(static_cast<EdgeIndex>(index)).tally;
}

void StanceRows::select(const ExportOptions& options) {
    const std::size_t count = view_ == GraphView::net ? pairs_.size() : graph().edge_count();
    edges_.resize(count);
    std::iota(edges_.begin(), edges_.end(), 0U);
    if (options.top_edges > 0 && edges_.size() > options.top_edges) {
        std::ranges::stable_sort(edges_, std::greater(),
                                 [&](std::uint32_t index) { return tally_of_edge(index).documents; });
        edges_.resize(options.top_edges);
        std::ranges::sort(edges_);
    }
    std::vector<bool> is_shown(graph().vertex_count(), false);
    for (const std::uint32_t index : edges_) {
        is_shown[view_ == GraphView::net ? pairs_[index].actor : graph().edge(index).actor] = true;
        is_shown[view_ == GraphView::net ? pairs_[index].subject : graph().edge(index).subject] = true;
    }
    for (VertexIndex vertex = 0; vertex < graph().vertex_count(); ++vertex) {
        if (is_shown[vertex]) {
            vertices_.push_back(vertex);
        }
    }
}

bool StanceRows::has_parallel_edges() const {
    const auto is_parallel = [&](std::uint32_t a, std::uint32_t b) {
        return graph().edge(a).actor == graph().edge(b).actor &&
               graph().edge(a).subject == graph().edge(b).subject;
    };
    return view_ == GraphView::stance &&
           std::adjacent_find(edges_.begin(), edges_.end(), is_parallel) != edges_.end();
}

bool StanceRows::is_dated() const {
    return std::ranges::any_of(
        edges_, [&](std::uint32_t index) { return !lifetime_of(tally_of_edge(index)).empty(); });
}

NodeRow StanceRows::node(std::size_t index) const {
    const Vertex& vertex = graph().vertex(vertices_[index]);
    NodeRow row;
    row.kind = vertex.kind == VertexKind::actor ? NodeKind::actor : NodeKind::subject;
    row.id = vertex.id;
    row.label = label_of(vertex.name);
    row.x = vertex.x;
    row.y = vertex.y;
    row.size = vertex.size;
    row.colour = colour_of(vertex);
    row.lifetimes = lifetime_of(vertex.tally);
    if (is_dynamic_ && margin_ > 0 && !row.lifetimes.empty()) {
        const auto first = day_number(*parse_date(vertex.tally.first_date));
        const auto last = day_number(*parse_date(vertex.tally.last_date));
        row.lifetimes = lifetimes_of({{.first = first - margin_, .last = last + margin_}});
    }
    row.cells = name_cells(vertex);
    return row;
}

EdgeRow StanceRows::edge(std::size_t index) const {
    return view_ == GraphView::net ? net_edge(edges_[index]) : stance_edge(edges_[index]);
}

EdgeRow StanceRows::stance_edge(EdgeIndex index) const {
    const StanceEdge& edge = graph().edge(index);
    EdgeRow row;
    row.id = edge.id;
    row.source = graph().vertex(edge.actor).id;
    row.target = graph().vertex(edge.subject).id;
    row.label = label_of(edge.stance);
    row.kind = kind_of(edge.stance);
    row.weight = edge.tally.documents;
    row.polarity = edge.polarity;
    row.colour = colour_of_polarity(edge.polarity);
    add_time(edge.tally, graph().evidence(edge), row);
    row.cells = {text_cell(edge.stance), Cell(edge.polarity), Cell(edge.certainty), Cell(edge.belief),
                 Cell(edge.is_contested)};
    add_tally_cells(row.cells, edge.tally);
    if (has_evidence_) {
        add_stance_evidence(row.cells, graph(), graph().evidence(edge));
    }
    return row;
}

EdgeRow StanceRows::net_edge(std::size_t index) const {
    const StancePair& pair = pairs_[index];
    const bool is_contested = pair.tally.dispute() > 0.0;
    EdgeRow row;
    row.source = graph().vertex(pair.actor).id;
    row.target = graph().vertex(pair.subject).id;
    row.id = "n_" + hex_hash_of(row.source + '\n' + row.target);
    row.kind = "net";
    row.label = net_label(pair.tally);
    row.weight = pair.tally.documents;
    row.polarity = pair.tally.net_polarity();
    row.colour = is_contested ? colour_of_dispute() : colour_of_polarity(row.polarity);
    add_time(pair.tally, evidence_of(graph(), pair), row);
    std::vector<std::string> stances;
    for (EdgeIndex edge = pair.edges_begin; edge < pair.edges_end; ++edge) {
        stances.push_back(graph().edge(edge).stance);
    }
    row.cells = {text_cell(joined(stances)), Cell(row.polarity), Cell(pair.certainty), Cell(pair.belief),
                 Cell(is_contested)};
    add_tally_cells(row.cells, pair.tally);
    if (has_evidence_) {
        add_stance_evidence(row.cells, graph(), evidence_of(graph(), pair));
    }
    return row;
}

}  // namespace stancegraph
