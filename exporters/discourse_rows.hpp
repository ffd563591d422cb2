#pragma once

#include <string>
#include <vector>

#include "exporters/network.hpp"
#include "exporters/spells.hpp"
#include "networks/discourse_network.hpp"

namespace stancegraph {

/// One of network_types() as rows. Projections are undirected. Weights are positive, the sign of a signed
/// network's edge is its polarity, and `value` has both. Nodes are placed by the network's own edges, sized
/// by what they claim, and coloured by community where agreement makes one.
class DiscourseRows final : public Network {
public:
    DiscourseRows(const StanceGraph& graph, const NetworkOptions& network, const ExportOptions& options);

    [[nodiscard]] std::size_t node_count() const override { return network_.nodes.size(); }

    [[nodiscard]] std::size_t edge_count() const override { return network_.edges.size(); }

    [[nodiscard]] NodeRow node(std::size_t index) const override;
    [[nodiscard]] EdgeRow edge(std::size_t index) const override;

    [[nodiscard]] std::string_view description() const override { return network_.type->help; }

    [[nodiscard]] bool is_directed() const override { return network_.type->has_two_modes; }

    [[nodiscard]] bool is_dated() const override { return !network_.windows.empty(); }

    [[nodiscard]] bool has_timed_weights() const override { return !network_.windows.empty(); }

    [[nodiscard]] std::uint32_t left_out() const override { return network_.left_out; }

    [[nodiscard]] const DiscourseNetwork* discourse() const override { return &network_; }

private:
    /// What both ends of an edge have in common, and the claims that say so.
    struct Shared {
        std::vector<std::string> names;  ///< Those that weigh most first, at most ten.
        std::vector<ClaimIndex> claims;  ///< Of both ends on these, ascending.
    };

    void place();
    void find_lifetimes(std::int32_t step);
    void sort_evidence();
    [[nodiscard]] bool has_communities() const;
    [[nodiscard]] std::uint32_t profile_row(std::uint32_t node) const;
    [[nodiscard]] Shared shared_by(const NetworkEdge& edge) const;
    void add_claims(std::uint32_t row, std::uint32_t column, std::vector<ClaimIndex>& claims) const;
    [[nodiscard]] Colour colour_of_edge(const NetworkEdge& edge) const;
    void add_one_mode_cells(const NetworkEdge& edge, std::vector<Cell>& cells) const;
    void add_two_mode_cells(const NetworkEdge& edge, std::vector<Cell>& cells) const;

    DiscourseNetwork network_;
    bool has_evidence_;
    std::vector<std::uint32_t> communities_;  ///< Of the nodes; empty where there are none.
    std::vector<double> strengths_;           ///< Of the nodes: the sum of their edges' weights.
    std::vector<double> x_;
    std::vector<double> y_;
    std::vector<double> sizes_;
    std::vector<std::uint32_t> evidence_;  ///< Observations by row, then column.
    std::vector<std::vector<DaySpan>> node_spans_;
    std::vector<std::vector<WeightedSpan>> edge_spans_;  ///< By time: one for each window of an edge.
};

}  // namespace stancegraph
