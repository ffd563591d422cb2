#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/centrality.hpp"
#include "networks/backbone.hpp"
#include "networks/discourse_network.hpp"
#include "networks/frustration.hpp"
#include "networks/polarization.hpp"
#include "networks/positions.hpp"

namespace stancegraph {

/// External minus internal weight over both, from -1 (all ties inside) to 1 (all outside); 0 without ties.
/// **Source:** Krackhardt and Stern, Informal Networks and Organizational Crises, 1988.
struct Ties {
    double internal = 0.0;
    double external = 0.0;

    [[nodiscard]] double ei_index() const;
};

/// A community of the congruence network.
struct Coalition {
    std::vector<std::uint32_t> members;  ///< Nodes, those with most agreement inside first.
    Ties agreement;                      ///< Each pair inside once.
    Ties conflict;
};

/// One time window of a network, and how far it is from the one before.
struct Phase {
    TimeWindow window;
    std::uint32_t nodes = 0;  ///< On an edge.
    std::uint32_t edges = 0;
    double congruence = 0.0;  ///< Sums over all pairs.
    double conflict = 0.0;
    double modularity = 0.0;
    double polarization = 0.0;
    /// sum |w_t - w_t'| / (sum w_t + sum w_t') over the pairs, of congruence and conflict together: 0 for the
    /// same network, 1 where nothing is the same; 0 in the first window.
    double distance = 0.0;
};

struct ReportOptions {
    std::uint32_t camps = 2;             ///< For polarization.
    std::uint32_t most_polarized = 150;  ///< Nodes that polarization looks at, the most active ones.
    bool has_backbone = false;
};

/// What discourse-network researchers ask of a network of actors, subjects or outlets.
struct NetworkReport {
    DiscourseNetwork network;                 ///< Of Relation::both: its edges have congruence and conflict.
    std::vector<std::uint32_t> coalition_of;  ///< Of each node, into `coalitions`.
    std::vector<Coalition> coalitions;        ///< By size; nodes that agree with nobody are their own.
    double modularity = 0.0;                  ///< Q of the coalitions in the congruence network.
    Ties agreement;                           ///< Over all pairs, by coalition.
    Centralities centralities;                ///< In the congruence network.
    std::vector<Ties> node_agreement;
    std::vector<Ties> node_conflict;
    Split split;  ///< Of congruence minus conflict.
    Polarization polarization;
    std::uint32_t polarized_nodes = 0;  ///< How many it looked at.
    std::vector<SubjectDispute> disputes;
    std::vector<Position> positions;
    std::vector<Position> monthly_positions;
    std::vector<Phase> phases;
    Backbone backbone;
};

/// Computes everything. Precondition: options.type has Relation::both.
[[nodiscard]] NetworkReport make_report(const StanceGraph& graph, const NetworkOptions& options,
                                        const ReportOptions& report_options);

}  // namespace stancegraph
