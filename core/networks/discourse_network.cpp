#include "networks/discourse_network.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <span>
#include <utility>

#include "networks/backbone.hpp"
#include "networks/edge_sieve.hpp"

namespace stancegraph {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

double weight_of(const PairWeight& pair, Relation relation) {
    switch (relation) {
        case Relation::congruence:
            return pair.congruence;
        case Relation::conflict:
            return pair.conflict;
        case Relation::both:
            return pair.congruence + pair.conflict;
        case Relation::congruence_minus_conflict:
        case Relation::count:
        case Relation::balance:
        case Relation::positions:
            break;
    }
    return pair.congruence - pair.conflict;
}

double weight_of(const IncidenceCell& cell, Relation relation) {
    if (relation == Relation::balance) {
        return cell.count(Sign::positive) - cell.count(Sign::negative);
    }
    if (relation == Relation::positions) {
        return (cell.count(Sign::positive) > 0.0 ? 1.0 : 0.0) +
               (cell.count(Sign::negative) > 0.0 ? 2.0 : 0.0) + (cell.count(Sign::neutral) > 0.0 ? 4.0 : 0.0);
    }
    return cell.sum();
}

using EdgeVisitor = std::function<void(const NetworkEdge&)>;

/// Edges between rows of the incidence, which in a network of columns are the columns.
void visit_one_mode(const Incidence& incidence, const NetworkOptions& options, const EdgeVisitor& visit) {
    const auto visit_row = [&](std::span<const PairWeight> pairs) {
        for (const PairWeight& pair : pairs) {
            const double weight = weight_of(pair, options.type->relation);
            if (weight != 0.0 && std::abs(weight) >= options.min_weight) {
                visit({.a = pair.a,
                       .b = pair.b,
                       .weight = weight,
                       .congruence = pair.congruence,
                       .conflict = pair.conflict,
                       .shared = pair.shared,
                       .counts = {}});
            }
        }
    };
    project_rows(incidence, options.classes, options.normalisation, visit_row);
}

/// Edges from rows to columns, which are numbered after the rows.
void visit_two_mode(const Incidence& incidence, const NetworkOptions& options, const EdgeVisitor& visit) {
    std::vector<double> divisors;
    if (options.normalisation == Normalisation::activity) {
        divisors = incidence.activity();
    } else if (options.normalisation == Normalisation::prominence) {
        divisors = incidence.transposed().activity();
    }
    for (const IncidenceCell& cell : incidence.cells) {
        double weight = weight_of(cell, options.type->relation);
        if (!divisors.empty()) {
            weight /= divisors[options.normalisation == Normalisation::activity ? cell.row : cell.column];
        }
        if (weight != 0.0 && std::abs(weight) >= options.min_weight) {
            visit({.a = cell.row,
                   .b = incidence.row_count + cell.column,
                   .weight = weight,
                   .counts = cell.counts});
        }
    }
}

/// Counts what the network is made of, nodes of one-mode networks as rows.
Incidence count_for(const NetworkOptions& options, const Observations& observations,
                    const std::optional<TimeWindow>& window) {
    Incidence incidence = count(observations, options.duplicates, window);
    return options.type->is_of_columns ? incidence.transposed() : incidence;
}

/// Which rows stay: the most active ones where not all are wanted, and those that can be paired.
std::vector<bool> rows_kept(const Incidence& whole, const NetworkOptions& options, std::uint32_t& left_out) {
    Incidence incidence = whole;
    const std::vector<double> activity = incidence.activity();
    std::vector<std::uint32_t> order(incidence.row_count);
    std::iota(order.begin(), order.end(), 0U);
    std::vector<bool> is_kept(incidence.row_count, true);
    if (options.top_nodes > 0 && options.top_nodes < order.size()) {
        std::ranges::stable_sort(order, std::greater(), [&](std::uint32_t row) { return activity[row]; });
        for (const std::uint32_t row : std::span(order).subspan(options.top_nodes)) {
            is_kept[row] = false;
        }
        std::erase_if(incidence.cells, [&](const IncidenceCell& cell) { return !is_kept[cell.row]; });
    }
    if (!options.type->has_two_modes) {
        left_out = keep_most_active(incidence, options.most_pairs);
        if (left_out > 0) {
            is_kept.assign(is_kept.size(), false);
            for (const IncidenceCell& cell : incidence.cells) {
                is_kept[cell.row] = true;
            }
        }
    }
    return is_kept;
}

/// Visits the edges between the rows that are kept, by a, then b.
void visit_edges(Incidence incidence, const NetworkOptions& options, const std::vector<bool>& is_kept,
                 const EdgeVisitor& visit) {
    std::erase_if(incidence.cells, [&](const IncidenceCell& cell) { return !is_kept[cell.row]; });
    (options.type->has_two_modes ? visit_two_mode : visit_one_mode)(incidence, options, visit);
}

SieveBounds bounds_for(const Incidence& incidence, const NetworkOptions& options,
                       const std::vector<bool>& is_kept) {
    if (options.type->has_two_modes || (options.neighbours == 0 && options.most_edges == 0)) {
        return {};
    }
    if (options.neighbours > 0) {
        return {.most_edges = 0, .neighbours = options.neighbours};
    }
    std::uint32_t active = 0;
    const std::vector<double> activity = incidence.activity();
    for (std::uint32_t row = 0; row < incidence.row_count; ++row) {
        active += is_kept[row] && activity[row] > 0.0 ? 1U : 0U;
    }
    return {.most_edges = options.most_edges,
            .neighbours = std::max(1U, options.most_edges / std::max(1U, active))};
}

void add_edges(const Incidence& incidence, const NetworkOptions& options, const std::vector<bool>& is_kept,
               DiscourseNetwork& network) {
    const bool has_top = options.top_edges > 0;
    const bool is_sieved = !has_top || options.neighbours > 0;
    const SieveBounds bounds = bounds_for(incidence, options, is_kept);
    EdgeSieve sieve(static_cast<std::uint32_t>(network.nodes.size()), bounds);
    HeaviestEdges top(options.top_edges);
    visit_edges(incidence, options, is_kept,
                [&](const NetworkEdge& edge) { is_sieved ? sieve.add(edge) : top.add(edge); });
    const std::uint64_t all = sieve.added();
    network.neighbours = sieve.is_sifting() ? bounds.neighbours : 0;
    network.edges = std::move(sieve).take();
    network.edges_left_out = all - network.edges.size();
    if (has_top) {
        std::ranges::for_each(network.edges, [&](const NetworkEdge& edge) { top.add(edge); });
        network.edges = top.edges();
        std::ranges::sort(network.edges, {},
                          [](const NetworkEdge& edge) { return std::pair(edge.a, edge.b); });
    }
}

/// The edges of a window: where the network keeps some of its edges only, the same.
std::vector<NetworkEdge> window_edges(const DiscourseNetwork& network, const NetworkOptions& options,
                                      const TimeWindow& window, const std::vector<bool>& is_kept) {
    const auto ends_of = [](const NetworkEdge& edge) { return std::pair(edge.a, edge.b); };
    std::vector<NetworkEdge> edges;
    const auto visit = [&](const NetworkEdge& edge) {
        if (network.neighbours == 0 ||
            std::ranges::binary_search(network.edges, ends_of(edge), {}, ends_of)) {
            edges.push_back(edge);
        }
    };
    visit_edges(count_for(options, network.observations, window), options, is_kept, visit);
    return edges;
}

/// Leaves the claims on the subjects that carry the network.
void keep_backbone(const NetworkOptions& options, Observations& observations) {
    if (options.backbone == 0) {
        return;
    }
    const Backbone backbone =
        find_backbone(count(observations, options.duplicates), options.classes, options.normalisation);
    std::vector<bool> is_kept(observations.columns.size(), false);
    for (std::size_t place = 0; place < backbone.steps.size() && place < options.backbone; ++place) {
        is_kept[backbone.steps[place].column] = true;
    }
    std::erase_if(observations.all,
                  [&](const Observation& observation) { return !is_kept[observation.column]; });
}

/// Leaves nodes that stand on an edge, or are active and wanted, and numbers the ends of edges anew. Windows
/// lose the edges whose ends are gone.
void keep_connected(DiscourseNetwork& network, const std::vector<bool>& is_wanted) {
    std::vector<bool> is_used = is_wanted;
    for (const NetworkEdge& edge : network.edges) {
        is_used[edge.a] = true;
        is_used[edge.b] = true;
    }
    std::vector<std::uint32_t> place_of(network.nodes.size(), kNone);
    std::vector<NetworkNode> nodes;
    for (std::uint32_t index = 0; index < network.nodes.size(); ++index) {
        if (is_used[index]) {
            place_of[index] = static_cast<std::uint32_t>(nodes.size());
            network.profile_of.push_back(index);
            nodes.push_back(std::move(network.nodes[index]));
        }
    }
    network.nodes = std::move(nodes);
    const auto renumber = [&](std::vector<NetworkEdge>& edges) {
        std::erase_if(edges, [&](const NetworkEdge& edge) {
            return place_of[edge.a] == kNone || place_of[edge.b] == kNone;
        });
        for (NetworkEdge& edge : edges) {
            edge.a = place_of[edge.a];
            edge.b = place_of[edge.b];
        }
    };
    renumber(network.edges);
    for (WindowEdges& window : network.windows) {
        renumber(window.edges);
    }
}

std::vector<TimeWindow> windows_of(const Observations& observations, const NetworkOptions& options) {
    std::int32_t first = std::numeric_limits<std::int32_t>::max();
    std::int32_t last = std::numeric_limits<std::int32_t>::min();
    for (const Observation& observation : observations.all) {
        first = observation.day ? std::min(first, *observation.day) : first;
        last = observation.day ? std::max(last, *observation.day) : last;
    }
    return windows_between(first, last, *options.window, options.step);
}

std::vector<NetworkNode> all_nodes(const NetworkType& type, const Observations& observations) {
    if (type.is_of_columns) {
        return observations.columns;
    }
    std::vector<NetworkNode> nodes = observations.rows;
    if (type.has_two_modes) {
        nodes.insert(nodes.end(), observations.columns.begin(), observations.columns.end());
    }
    return nodes;
}

/// Nodes that are active though no edge may reach them.
std::vector<bool> active_nodes(const Incidence& incidence, const std::vector<bool>& is_kept,
                               const NetworkOptions& options, std::size_t node_count) {
    std::vector<bool> is_active(node_count, false);
    for (const IncidenceCell& cell : incidence.cells) {
        if (options.has_isolates && is_kept[cell.row]) {
            is_active[cell.row] = true;
            if (options.type->has_two_modes) {
                is_active[incidence.row_count + cell.column] = true;
            }
        }
    }
    return is_active;
}

}  // namespace

DiscourseNetwork make_discourse_network(const StanceGraph& graph, const NetworkOptions& options) {
    DiscourseNetwork network;
    network.type = options.type;
    network.observations = observe(graph, options.type->rows, options.classes);
    keep_backbone(options, network.observations);
    network.nodes = all_nodes(*options.type, network.observations);
    Incidence incidence = count_for(options, network.observations, std::nullopt);
    const std::vector<bool> is_kept = rows_kept(incidence, options, network.left_out);
    add_edges(incidence, options, is_kept, network);
    if (options.window) {
        for (const TimeWindow& window : windows_of(network.observations, options)) {
            network.windows.push_back(
                {.window = window, .edges = window_edges(network, options, window, is_kept)});
        }
    }
    keep_connected(network, active_nodes(incidence, is_kept, options, network.nodes.size()));
    network.profiles = std::move(incidence);
    return network;
}

}  // namespace stancegraph
