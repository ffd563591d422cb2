#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "networks/incidence.hpp"
#include "networks/network_edge.hpp"
#include "networks/network_types.hpp"
#include "networks/projection.hpp"

namespace stancegraph {

struct NetworkOptions {
    const NetworkType* type = nullptr;
    Normalisation normalisation = Normalisation::none;
    Duplicates duplicates = Duplicates::document;
    Classes classes = Classes::two;
    std::optional<TimeWindow> window;       ///< Width and kernel of windows, their middle does not matter.
    std::int32_t step = 1;                  ///< Days from one window to the next.
    double min_weight = 0.0;                ///< Leave out edges whose weight is nearer to 0.
    std::uint32_t top_nodes = 0;            ///< Keep the most active ones only; 0 keeps all.
    std::uint32_t top_edges = 0;            ///< Keep the heaviest only; no `most_edges` then.
    bool has_isolates = false;              ///< Keep nodes that are active and on no edge.
    std::uint32_t backbone = 0;             ///< Only so many subjects: see backbone.hpp; 0 takes all.
    std::uint64_t most_pairs = 10'000'000;  ///< Of a projection: see keep_most_active().
    std::uint32_t neighbours = 0;           ///< Of a projection: each node keeps so many, its heaviest edges.
    std::uint32_t most_edges = 0;           ///< Without `neighbours`: as many as fit into this; 0 keeps all.
};

/// The edges of one time window, by a, then b. Nodes are those of the network.
struct WindowEdges {
    TimeWindow window;
    std::vector<NetworkEdge> edges;
};

struct DiscourseNetwork {
    const NetworkType* type = nullptr;
    std::vector<NetworkNode> nodes;    ///< Rows before columns, each in the order of Observations.
    std::vector<NetworkEdge> edges;    ///< Over the whole time, by a, then b.
    std::vector<WindowEdges> windows;  ///< By time; none without NetworkOptions::window.
    Observations observations;
    std::vector<std::uint32_t> profile_of;  ///< One-mode: each node's row of `profiles`.
    Incidence profiles;                     ///< One-mode: what the edges were made of, nodes as rows.
    std::uint32_t left_out = 0;             ///< Nodes that were too many, see NetworkOptions::most_pairs.
    std::uint64_t edges_left_out = 0;       ///< That were too many for the next.
    std::uint32_t neighbours = 0;           ///< That each node kept at least; 0 if all.
};

/// The network of a graph's claims. What comes back depends on the graph and the options alone.
/// Precondition: options.type is set.
[[nodiscard]] DiscourseNetwork make_discourse_network(const StanceGraph& graph,
                                                      const NetworkOptions& options);

}  // namespace stancegraph
