#include "networks/discourse_network.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <utility>

namespace stancegraph {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

constexpr NetworkType two_mode(std::string_view name, NodeKind rows, Relation relation,
                               std::string_view help) {
    return {.name = name, .help = help, .rows = rows, .has_two_modes = true, .relation = relation};
}

constexpr NetworkType one_mode(std::string_view name, NodeKind nodes, Relation relation,
                               std::string_view help) {
    return {.name = name,
            .help = help,
            .rows = nodes == NodeKind::subject ? NodeKind::actor : nodes,
            .is_of_columns = nodes == NodeKind::subject,
            .relation = relation};
}

constexpr std::array kTypes{
    two_mode("affiliation", NodeKind::actor, Relation::count, "how often who speaks of what"),
    two_mode("affiliation-subtract", NodeKind::actor, Relation::balance, "for minus against"),
    two_mode("affiliation-combine", NodeKind::actor, Relation::positions,
             "which positions were taken: 1 for, 2 against, 3 both (4 neutral)"),
    one_mode("congruence", NodeKind::actor, Relation::congruence, "actors who agree"),
    one_mode("conflict", NodeKind::actor, Relation::conflict, "actors who disagree"),
    one_mode("subtract", NodeKind::actor, Relation::congruence_minus_conflict,
             "actors: agreement minus disagreement"),
    one_mode("co-occurrence", NodeKind::actor, Relation::both,
             "actors who speak of the same subjects, on whatever side"),
    one_mode("subjects", NodeKind::subject, Relation::congruence,
             "subjects on which the same actors take the same side"),
    one_mode("subject-conflict", NodeKind::subject, Relation::conflict,
             "subjects on which the same actors take opposite sides"),
    one_mode("subject-subtract", NodeKind::subject, Relation::congruence_minus_conflict,
             "subjects: the same side minus opposite sides"),
    one_mode("subject-co-occurrence", NodeKind::subject, Relation::both,
             "subjects of which the same actors speak"),
    two_mode("outlet-affiliation", NodeKind::outlet, Relation::count,
             "how often which outlet reports on what"),
    two_mode("outlet-affiliation-subtract", NodeKind::outlet, Relation::balance,
             "reported for minus reported against"),
    one_mode("outlets", NodeKind::outlet, Relation::congruence, "outlets that report the same positions"),
    one_mode("outlet-conflict", NodeKind::outlet, Relation::conflict,
             "outlets that report opposite positions"),
    one_mode("outlet-subtract", NodeKind::outlet, Relation::congruence_minus_conflict,
             "outlets: the same positions minus opposite ones"),
    one_mode("outlet-co-occurrence", NodeKind::outlet, Relation::both,
             "outlets that report on the same subjects"),
};

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

/// Edges between rows of the incidence, which in a network of columns are the columns.
std::vector<NetworkEdge> one_mode_edges(const Incidence& incidence, const NetworkOptions& options) {
    std::vector<NetworkEdge> edges;
    for (const PairWeight& pair : project(incidence, options.classes, options.normalisation)) {
        const double weight = weight_of(pair, options.type->relation);
        if (weight != 0.0) {
            edges.push_back({.a = pair.a,
                             .b = pair.b,
                             .weight = weight,
                             .congruence = pair.congruence,
                             .conflict = pair.conflict,
                             .shared = pair.shared,
                             .counts = {}});
        }
    }
    return edges;
}

/// Edges from rows to columns, which are numbered after the rows.
std::vector<NetworkEdge> two_mode_edges(const Incidence& incidence, const NetworkOptions& options) {
    std::vector<double> divisors;
    if (options.normalisation == Normalisation::activity) {
        divisors = incidence.activity();
    } else if (options.normalisation == Normalisation::prominence) {
        divisors = incidence.transposed().activity();
    }
    std::vector<NetworkEdge> edges;
    for (const IncidenceCell& cell : incidence.cells) {
        double weight = weight_of(cell, options.type->relation);
        if (!divisors.empty()) {
            weight /= divisors[options.normalisation == Normalisation::activity ? cell.row : cell.column];
        }
        if (weight != 0.0) {
            edges.push_back({.a = cell.row,
                             .b = incidence.row_count + cell.column,
                             .weight = weight,
                             .counts = cell.counts});
        }
    }
    return edges;
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

std::vector<NetworkEdge> edges_of(Incidence incidence, const NetworkOptions& options,
                                  const std::vector<bool>& is_kept) {
    std::erase_if(incidence.cells, [&](const IncidenceCell& cell) { return !is_kept[cell.row]; });
    auto edges =
        options.type->has_two_modes ? two_mode_edges(incidence, options) : one_mode_edges(incidence, options);
    std::erase_if(edges, [&](const NetworkEdge& edge) { return std::abs(edge.weight) < options.min_weight; });
    return edges;
}

void keep_heaviest(std::vector<NetworkEdge>& edges, std::size_t count) {
    if (count == 0 || edges.size() <= count) {
        return;
    }
    std::ranges::stable_sort(edges, std::greater(),
                             [](const NetworkEdge& edge) { return std::abs(edge.weight); });
    edges.resize(count);
    std::ranges::sort(edges, {}, [](const NetworkEdge& edge) { return std::pair(edge.a, edge.b); });
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

std::span<const NetworkType> network_types() {
    return kTypes;
}

const NetworkType* find_network_type(std::string_view name) {
    const auto* const found = std::ranges::find(kTypes, name, &NetworkType::name);
    return found == kTypes.end() ? nullptr : found;
}

std::optional<Normalisation> find_normalisation(std::string_view name, const NetworkType& type) {
    static constexpr std::array<std::pair<std::string_view, Normalisation>, 4> kOneMode{
        {{"none", Normalisation::none},
         {"average", Normalisation::average},
         {"jaccard", Normalisation::jaccard},
         {"cosine", Normalisation::cosine}}};
    static constexpr std::array<std::pair<std::string_view, Normalisation>, 3> kTwoMode{
        {{"none", Normalisation::none},
         {"activity", Normalisation::activity},
         {"prominence", Normalisation::prominence}}};
    const auto look_up = [name](const auto& table) -> std::optional<Normalisation> {
        const auto* const found = std::ranges::find(table, name, [](const auto& row) { return row.first; });
        return found == table.end() ? std::nullopt : std::optional(found->second);
    };
    return type.has_two_modes ? look_up(kTwoMode) : look_up(kOneMode);
}

DiscourseNetwork make_discourse_network(const StanceGraph& graph, const NetworkOptions& options) {
    DiscourseNetwork network;
    network.type = options.type;
    network.observations = observe(graph, options.type->rows, options.classes);
    network.nodes = all_nodes(*options.type, network.observations);
    Incidence incidence = count_for(options, network.observations, std::nullopt);
    const std::vector<bool> is_kept = rows_kept(incidence, options, network.left_out);
    network.edges = edges_of(incidence, options, is_kept);
    keep_heaviest(network.edges, options.top_edges);
    if (options.window) {
        for (const TimeWindow& window : windows_of(network.observations, options)) {
            network.windows.push_back(
                {.window = window,
                 .edges = edges_of(count_for(options, network.observations, window), options, is_kept)});
        }
    }
    keep_connected(network, active_nodes(incidence, is_kept, options, network.nodes.size()));
    network.profiles = std::move(incidence);
    return network;
}

}  // namespace stancegraph
