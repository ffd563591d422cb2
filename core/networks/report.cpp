#include "networks/report.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace stancegraph {
namespace {

std::vector<WeightedEdge> agreement_edges(const std::vector<NetworkEdge>& edges) {
    std::vector<WeightedEdge> agreement;
    for (const NetworkEdge& edge : edges) {
        if (edge.congruence > 0.0) {
            agreement.push_back({.a = edge.a, .b = edge.b, .weight = edge.congruence});
        }
    }
    return agreement;
}

std::vector<WeightedEdge> balance_edges(const std::vector<NetworkEdge>& edges) {
    std::vector<WeightedEdge> balance;
    for (const NetworkEdge& edge : edges) {
        if (edge.congruence != edge.conflict) {
            balance.push_back({.a = edge.a, .b = edge.b, .weight = edge.congruence - edge.conflict});
        }
    }
    return balance;
}

void add(Ties& ties, bool is_inside, double weight) {
    (is_inside ? ties.internal : ties.external) += weight;
}

void add_coalitions(NetworkReport& report) {
    const auto& edges = report.network.edges;
    const auto count = static_cast<std::uint32_t>(report.network.nodes.size());
    const std::vector<WeightedEdge> agreement = agreement_edges(edges);
    report.coalition_of = find_communities(count, agreement);
    report.modularity = modularity(agreement, report.coalition_of);
    report.node_agreement.resize(count);
    report.node_conflict.resize(count);
    for (std::uint32_t node = 0; node < count; ++node) {
        const std::uint32_t group = report.coalition_of[node];
        report.coalitions.resize(std::max<std::size_t>(report.coalitions.size(), group + std::size_t{1}));
        report.coalitions[group].members.push_back(node);
    }
    for (const NetworkEdge& edge : edges) {
        const std::uint32_t a = report.coalition_of[edge.a];
        const std::uint32_t b = report.coalition_of[edge.b];
        add(report.agreement, a == b, edge.congruence);
        for (const std::uint32_t end : {edge.a, edge.b}) {
            add(report.node_agreement[end], a == b, edge.congruence);
            add(report.node_conflict[end], a == b, edge.conflict);
        }
        add(report.coalitions[a].agreement, a == b, edge.congruence);
        add(report.coalitions[a].conflict, a == b, edge.conflict);
        if (a != b) {
            add(report.coalitions[b].agreement, false, edge.congruence);
            add(report.coalitions[b].conflict, false, edge.conflict);
        }
    }
    for (Coalition& coalition : report.coalitions) {
        std::ranges::stable_sort(coalition.members, std::greater(),
                                 [&](std::uint32_t node) { return report.node_agreement[node].internal; });
    }
}

/// The pairs between the most active nodes.
std::vector<PairWeight> pairs_between_most_active(const NetworkReport& report,
                                                  const std::vector<NetworkEdge>& edges,
                                                  std::uint32_t most_nodes) {
    const std::vector<double> activity = report.network.profiles.activity();
    const auto& profile_of = report.network.profile_of;
    std::vector<std::uint32_t> order(profile_of.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, std::greater(),
                             [&](std::uint32_t node) { return activity[profile_of[node]]; });
    std::vector<bool> is_kept(order.size(), false);
    for (std::size_t place = 0; place < order.size() && place < most_nodes; ++place) {
        is_kept[order[place]] = true;
    }
    std::vector<PairWeight> pairs;
    for (const NetworkEdge& edge : edges) {
        if (is_kept[edge.a] && is_kept[edge.b]) {
            pairs.push_back({.a = edge.a,
                             .b = edge.b,
                             .congruence = edge.congruence,
                             .conflict = edge.conflict,
                             .shared = edge.shared});
        }
    }
    return pairs;
}

double distance_between(const std::vector<NetworkEdge>& before, const std::vector<NetworkEdge>& after) {
    double difference = 0.0;
    double sum = 0.0;
    const auto key = [](const NetworkEdge& edge) { return std::pair(edge.a, edge.b); };
    const auto add_pair = [&](double congruence_a, double conflict_a, double congruence_b,
                              double conflict_b) {
        difference += std::abs(congruence_a - congruence_b) + std::abs(conflict_a - conflict_b);
        sum += congruence_a + conflict_a + congruence_b + conflict_b;
    };
    auto left = before.begin();
    auto right = after.begin();
    while (left != before.end() || right != after.end()) {
        if (right == after.end() || (left != before.end() && key(*left) < key(*right))) {
            add_pair(left->congruence, left->conflict, 0.0, 0.0);
            ++left;
        } else if (left == before.end() || key(*right) < key(*left)) {
            add_pair(0.0, 0.0, right->congruence, right->conflict);
            ++right;
        } else {
            add_pair(left->congruence, left->conflict, right->congruence, right->conflict);
            ++left;
            ++right;
        }
    }
    return sum > 0.0 ? difference / sum : 0.0;
}

Phase phase_of(const NetworkReport& report, const WindowEdges& window, const ReportOptions& options) {
    Phase phase{.window = window.window};
    const auto count = static_cast<std::uint32_t>(report.network.nodes.size());
    std::vector<bool> is_used(count, false);
    for (const NetworkEdge& edge : window.edges) {
        is_used[edge.a] = true;
        is_used[edge.b] = true;
        phase.congruence += edge.congruence;
        phase.conflict += edge.conflict;
    }
    phase.nodes = static_cast<std::uint32_t>(std::ranges::count(is_used, true));
    phase.edges = static_cast<std::uint32_t>(window.edges.size());
    const std::vector<WeightedEdge> agreement = agreement_edges(window.edges);
    phase.modularity = modularity(agreement, find_communities(count, agreement));
    const auto pairs = pairs_between_most_active(report, window.edges, options.most_polarized);
    phase.polarization = find_polarization(pairs, count, options.camps).degree;
    return phase;
}

void add_phases(NetworkReport& report, const ReportOptions& options) {
    const WindowEdges* before = nullptr;
    for (const WindowEdges& window : report.network.windows) {
        report.phases.push_back(phase_of(report, window, options));
        if (before != nullptr) {
            report.phases.back().distance = distance_between(before->edges, window.edges);
        }
        before = &window;
    }
}

}  // namespace

double Ties::ei_index() const {
    const double sum = internal + external;
    return sum > 0.0 ? (external - internal) / sum : 0.0;
}

NetworkReport make_report(const StanceGraph& graph, const NetworkOptions& options,
                          const ReportOptions& report_options) {
    NetworkReport report;
    report.network = make_discourse_network(graph, options);
    const auto count = static_cast<std::uint32_t>(report.network.nodes.size());
    const Observations& observations = report.network.observations;
    add_coalitions(report);
    report.centralities = find_centralities(count, agreement_edges(report.network.edges));
    report.split = best_split(count, balance_edges(report.network.edges));
    const auto pairs = pairs_between_most_active(report, report.network.edges, report_options.most_polarized);
    report.polarized_nodes = std::min(count, report_options.most_polarized);
    report.polarization = find_polarization(pairs, count, report_options.camps);
    const Incidence incidence = stancegraph::count(observations, options.duplicates);
    report.disputes = disputes_of(incidence);
    report.positions = positions_of(observations, options.duplicates, false);
    report.monthly_positions = positions_of(observations, options.duplicates, true);
    if (report_options.has_backbone) {
        report.backbone = find_backbone(incidence, options.classes, options.normalisation);
    }
    add_phases(report, report_options);
    return report;
}

}  // namespace stancegraph
