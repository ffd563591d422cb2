#include "exporters/discourse_rows.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <tuple>

#include "base/hash.hpp"
#include "exporters/cells.hpp"
#include "graph/communities.hpp"
#include "graph/layout.hpp"
#include "graph/placement.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kMostNames = 10;

std::vector<Column> columns_of_edges(const NetworkType& type, bool has_evidence) {
    std::vector<Column> columns{
        {"relation", CellType::text}, {"polarity", CellType::number}, {"value", CellType::number}};
    if (type.has_two_modes) {
        for (const std::string_view name : {"positive", "negative", "neutral"}) {
            columns.push_back({name, CellType::number});
        }
        columns.push_back({"positions", CellType::text});
    } else {
        columns.push_back({"congruence", CellType::number});
        columns.push_back({"conflict", CellType::number});
        columns.push_back({"shared", CellType::whole});
        columns.push_back({"shared_names", CellType::text});
    }
    if (has_evidence) {
        columns.push_back({"evidence", CellType::text});
        columns.push_back({"evidence_ids", CellType::text});
    }
    return columns;
}

/// The sign of a signed network's edge; in the others what the relation means.
double polarity_of(const NetworkEdge& edge, const NetworkType& type) {
    if (type.is_signed()) {
        return edge.weight > 0.0 ? 1.0 : -1.0;
    }
    switch (type.relation) {
        case Relation::congruence:
            return 1.0;
        case Relation::conflict:
            return -1.0;
        case Relation::count:
        case Relation::balance:
        case Relation::positions:
        case Relation::both:
        case Relation::congruence_minus_conflict:
            break;
    }
    if (!type.has_two_modes) {
        return edge.congruence == edge.conflict ? 0.0 : (edge.congruence > edge.conflict ? 1.0 : -1.0);
    }
    const double positive = edge.counts[static_cast<std::size_t>(Sign::positive)];
    const double negative = edge.counts[static_cast<std::size_t>(Sign::negative)];
    return positive + negative > 0.0 ? (positive - negative) / (positive + negative) : 0.0;
}

std::string positions_of(const NetworkEdge& edge) {
    std::vector<std::string> positions;
    constexpr std::array<std::pair<Sign, std::string_view>, 3> kNames{
        {{Sign::positive, "for"}, {Sign::negative, "against"}, {Sign::neutral, "neutral"}}};
    for (const auto& [sign, name] : kNames) {
        if (edge.counts[static_cast<std::size_t>(sign)] > 0.0) {
            positions.emplace_back(name);
        }
    }
    return joined(positions);
}

}  // namespace

DiscourseRows::DiscourseRows(const StanceGraph& graph, const NetworkOptions& network,
                             const ExportOptions& options)
    : Network(graph), network_(make_discourse_network(graph, network)), has_evidence_(options.has_evidence) {
    node_columns_ = name_columns();
    node_columns_.push_back({"strength", CellType::number});
    node_columns_.push_back({"community", CellType::whole});
    edge_columns_ = columns_of_edges(*network_.type, has_evidence_);
    strengths_.resize(network_.nodes.size(), 0.0);
    for (const NetworkEdge& edge : network_.edges) {
        strengths_[edge.a] += std::abs(edge.weight);
        strengths_[edge.b] += std::abs(edge.weight);
    }
    place();
    if (has_communities()) {
        std::vector<WeightedEdge> agreements;
        for (const NetworkEdge& edge : network_.edges) {
            agreements.push_back({.a = edge.a, .b = edge.b, .weight = edge.weight});
        }
        communities_ = find_communities(static_cast<std::uint32_t>(network_.nodes.size()), agreements);
    }
    if (!network_.windows.empty()) {
        find_lifetimes(network.step);
    }
    sort_evidence();
}

bool DiscourseRows::has_communities() const {
    return network_.type->relation == Relation::congruence ||
           network_.type->relation == Relation::congruence_minus_conflict;
}

void DiscourseRows::place() {
    LayoutGraph layout{.node_count = static_cast<std::uint32_t>(network_.nodes.size()), .edges = {}};
    double least = 0.0;
    for (const NetworkEdge& edge : network_.edges) {
        const double weight = std::abs(edge.weight);
        least = least == 0.0 ? weight : std::min(least, weight);
        layout.edges.push_back({.a = edge.a, .b = edge.b, .weight = weight});
    }
    for (LayoutEdge& edge : layout.edges) {
        edge.weight /= least;  // at least 1, whatever the network's unit
    }
    for (const Point point : lay_out(layout)) {
        x_.push_back(rounded_coordinate(point.x));
        y_.push_back(rounded_coordinate(point.y));
    }
    std::vector<double> amounts;
    for (const NetworkNode& node : network_.nodes) {
        amounts.push_back(node.tally.documents);
    }
    sizes_ = sizes_by_amount(amounts);
}

void DiscourseRows::find_lifetimes(std::int32_t step) {
    node_spans_.resize(network_.nodes.size());
    edge_spans_.resize(network_.edges.size());
    for (const WindowEdges& window : network_.windows) {
        const DaySpan span{.first = window.window.middle, .last = window.window.middle + step - 1};
        auto next = network_.edges.begin();
        for (const NetworkEdge& edge : window.edges) {
            const auto key = [](const NetworkEdge& any) { return std::pair(any.a, any.b); };
            next = std::ranges::lower_bound(next, network_.edges.end(), key(edge), {}, key);
            if (next != network_.edges.end() && key(*next) == key(edge)) {
                edge_spans_[static_cast<std::size_t>(next - network_.edges.begin())].push_back(
                    {.days = span, .weight = std::abs(edge.weight)});
                node_spans_[edge.a].push_back(span);
                node_spans_[edge.b].push_back(span);
            }
        }
    }
}

/// Puts observations in the order of the profiles, so that those of a cell are found by halving.
void DiscourseRows::sort_evidence() {
    if (!has_evidence_) {
        return;
    }
    const auto& all = network_.observations.all;
    evidence_.resize(all.size());
    for (std::uint32_t index = 0; index < all.size(); ++index) {
        evidence_[index] = index;
    }
    const bool is_of_columns = network_.type->is_of_columns;
    std::ranges::sort(evidence_, {}, [&](std::uint32_t index) {
        const Observation& observation = all[index];
        return is_of_columns ? std::tuple(observation.column, observation.row, index)
                             : std::tuple(observation.row, observation.column, index);
    });
}

void DiscourseRows::add_claims(std::uint32_t row, std::uint32_t column,
                               std::vector<ClaimIndex>& claims) const {
    const bool is_of_columns = network_.type->is_of_columns;
    const auto ends_of = [&](std::uint32_t index) {
        const Observation& observation = network_.observations.all[index];
        return is_of_columns ? std::pair(observation.column, observation.row)
                             : std::pair(observation.row, observation.column);
    };
    const std::pair ends(row, column);
    for (auto index = std::ranges::lower_bound(evidence_, ends, {}, ends_of);
         index != evidence_.end() && ends_of(*index) == ends; ++index) {
        claims.push_back(network_.observations.all[*index].claim);
    }
}

std::uint32_t DiscourseRows::profile_row(std::uint32_t node) const {
    return network_.profile_of[node];
}

DiscourseRows::Shared DiscourseRows::shared_by(const NetworkEdge& edge) const {
    const auto cells_of = [&](std::uint32_t node) { return network_.profiles.cells_of(profile_row(node)); };

    struct Common {
        double weight = 0.0;
        std::uint32_t column = 0;
    };

    std::vector<Common> common;
    const auto others = cells_of(edge.b);
    for (const IncidenceCell& cell : cells_of(edge.a)) {
        const auto other = std::ranges::lower_bound(others, cell.column, {}, &IncidenceCell::column);
        if (other != others.end() && other->column == cell.column) {
            common.push_back({.weight = cell.sum() * other->sum(), .column = cell.column});
        }
    }
    std::ranges::stable_sort(common, std::greater(), &Common::weight);
    const auto& names =
        network_.type->is_of_columns ? network_.observations.rows : network_.observations.columns;
    Shared shared;
    for (const Common& entry : common) {
        if (shared.names.size() == kMostNames) {
            break;
        }
        shared.names.push_back(names[entry.column].name);
        std::ranges::replace(shared.names.back(), '|', '/');
        if (has_evidence_) {
            add_claims(profile_row(edge.a), entry.column, shared.claims);
            add_claims(profile_row(edge.b), entry.column, shared.claims);
        }
    }
    std::ranges::sort(shared.claims);
    return shared;
}

NodeRow DiscourseRows::node(std::size_t index) const {
    const NetworkNode& node = network_.nodes[index];
    NodeRow row;
    row.kind = node.kind;
    row.id = node.id;
    row.label = label_of(node.name);
    row.x = x_[index];
    row.y = y_[index];
    row.size = sizes_[index];
    row.colour = communities_.empty() ? colour_of(node.kind) : colour_of_group(communities_[index]);
    row.lifetimes = node_spans_.empty() ? std::vector<Lifetime>() : lifetimes_of(node_spans_[index]);
    row.cells = node.kind == NodeKind::outlet ? name_cells(node) : name_cells(graph().vertex(node.vertex));
    row.cells.emplace_back(strengths_[index]);
    Cell& community = row.cells.emplace_back();
    if (!communities_.empty()) {
        community = std::uint64_t{communities_[index]} + 1;
    }
    return row;
}

Colour DiscourseRows::colour_of_edge(const NetworkEdge& edge) const {
    const bool has_both = network_.type->has_two_modes &&
                          edge.counts[static_cast<std::size_t>(Sign::positive)] > 0.0 &&
                          edge.counts[static_cast<std::size_t>(Sign::negative)] > 0.0;
    return has_both ? colour_of_dispute() : colour_of_polarity(polarity_of(edge, *network_.type));
}

void DiscourseRows::add_one_mode_cells(const NetworkEdge& edge, std::vector<Cell>& cells) const {
    const Shared shared = shared_by(edge);
    cells.emplace_back(edge.congruence);
    cells.emplace_back(edge.conflict);
    cells.emplace_back(std::uint64_t{edge.shared});
    cells.push_back(text_cell(joined(shared.names)));
    if (has_evidence_) {
        add_evidence_cells(cells, graph(), shared.claims);
    }
}

void DiscourseRows::add_two_mode_cells(const NetworkEdge& edge, std::vector<Cell>& cells) const {
    for (const Sign sign : {Sign::positive, Sign::negative, Sign::neutral}) {
        cells.emplace_back(edge.counts[static_cast<std::size_t>(sign)]);
    }
    cells.push_back(text_cell(positions_of(edge)));
    if (has_evidence_) {
        const auto rows = static_cast<std::uint32_t>(network_.observations.rows.size());
        std::vector<ClaimIndex> claims;
        add_claims(profile_row(edge.a), profile_row(edge.b) - rows, claims);
        add_evidence_cells(cells, graph(), claims);
    }
}

EdgeRow DiscourseRows::edge(std::size_t index) const {
    const NetworkEdge& edge = network_.edges[index];
    const NetworkType& type = *network_.type;
    EdgeRow row;
    row.source = network_.nodes[edge.a].id;
    row.target = network_.nodes[edge.b].id;
    row.kind = type.name;
    row.id = "w_" + hex_hash_of(row.source + '\n' + row.target + '\n' + row.kind);
    row.weight = std::abs(edge.weight);
    row.polarity = polarity_of(edge, type);
    row.colour = colour_of_edge(edge);
    if (!edge_spans_.empty()) {
        std::vector<DaySpan> days(edge_spans_[index].size());
        std::ranges::transform(edge_spans_[index], days.begin(), &WeightedSpan::days);
        row.lifetimes = lifetimes_of(std::move(days));
        row.weights = timed_weights_of(edge_spans_[index]);
    }
    row.cells = {Cell(std::string(type.name)), Cell(row.polarity), Cell(edge.weight)};
    if (type.has_two_modes) {
        add_two_mode_cells(edge, row.cells);
        row.label = positions_of(edge);
    } else {
        add_one_mode_cells(edge, row.cells);
        row.label = row.polarity < 0.0 ? "disagree" : (row.polarity > 0.0 ? "agree" : "both");
    }
    return row;
}

}  // namespace stancegraph
