#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "networks/incidence.hpp"
#include "networks/projection.hpp"

namespace stancegraph {

/// What the weight of an edge is.
enum class Relation : std::uint8_t {
    count,                      ///< Two-mode, "ignore": w_ij = sum over k of a_ijk.
    balance,                    ///< Two-mode, "subtract": w_ij = sum over k of q_k a_ijk.
    positions,                  ///< Two-mode, "combine": 1 for it, 2 against it, 4 neutral, added up.
    congruence,                 ///< C of projection.hpp.
    conflict,                   ///< F.
    both,                       ///< C + F, "ignore": how often both speak of the same, on whatever side.
    congruence_minus_conflict,  ///< S = C - F, "subtract".
};

/// A network that can be asked for: one row of a table.
struct NetworkType {
    std::string_view name;  ///< `congruence`; for `--network`.
    std::string_view help;  ///< One line, no full stop.
    NodeKind rows = NodeKind::actor;
    bool has_two_modes = false;
    bool is_of_columns = false;  ///< A projection whose nodes are the subjects.
    Relation relation = Relation::count;

    [[nodiscard]] bool is_signed() const {
        return relation == Relation::balance || relation == Relation::congruence_minus_conflict;
    }
};

/// All types, in the order in which help lists them. **Source:** the vocabulary of DNA (see projection.hpp):
/// two-mode or affiliation networks with the qualifier ignored, subtracted or combined; one-mode networks of
/// congruence, conflict and subtract.
[[nodiscard]] std::span<const NetworkType> network_types();
[[nodiscard]] const NetworkType* find_network_type(std::string_view name);

/// The normalisation of that name that a type knows: none, average, jaccard, cosine for one mode; none,
/// activity, prominence for two.
[[nodiscard]] std::optional<Normalisation> find_normalisation(std::string_view name, const NetworkType& type);

struct NetworkOptions {
    const NetworkType* type = nullptr;
    Normalisation normalisation = Normalisation::none;
    Duplicates duplicates = Duplicates::document;
    Classes classes = Classes::two;
    std::optional<TimeWindow> window;       ///< Width and kernel of windows, their middle does not matter.
    std::int32_t step = 1;                  ///< Days from one window to the next.
    double min_weight = 0.0;                ///< Leave out edges whose weight is nearer to 0.
    std::uint32_t top_nodes = 0;            ///< Keep the most active ones only; 0 keeps all.
    std::uint32_t top_edges = 0;            ///< Keep the heaviest only.
    bool has_isolates = false;              ///< Keep nodes that are active and on no edge.
    std::uint64_t most_pairs = 10'000'000;  ///< Of a projection: see keep_most_active().
};

struct NetworkEdge {
    std::uint32_t a = 0;      ///< In two-mode networks the row.
    std::uint32_t b = 0;      ///< Greater than a.
    double weight = 0.0;      ///< Never 0; negative in signed networks only.
    double congruence = 0.0;  ///< One-mode; both normalised.
    double conflict = 0.0;
    std::uint32_t shared = 0;        ///< One-mode: what both nodes speak of (or who speaks of both).
    std::array<double, 3> counts{};  ///< Two-mode: a_ijk by Sign, not normalised.
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
};

/// The network of a graph's claims. What comes back depends on the graph and the options alone.
/// Precondition: options.type is set.
[[nodiscard]] DiscourseNetwork make_discourse_network(const StanceGraph& graph,
                                                      const NetworkOptions& options);

}  // namespace stancegraph
