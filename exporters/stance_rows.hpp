#pragma once

#include <vector>

#include "exporters/network.hpp"
#include "graph/pairs.hpp"

namespace stancegraph {

/// The stance or net view of a graph: actors before subjects, edges by actor, subject and kind.
class StanceRows final : public Network {
public:
    StanceRows(const StanceGraph& graph, const ExportOptions& options);

    [[nodiscard]] std::size_t node_count() const override { return vertices_.size(); }

    [[nodiscard]] std::size_t edge_count() const override { return edges_.size(); }

    [[nodiscard]] NodeRow node(std::size_t index) const override;
    [[nodiscard]] EdgeRow edge(std::size_t index) const override;
    [[nodiscard]] std::string_view description() const override;
    [[nodiscard]] bool has_parallel_edges() const override;
    [[nodiscard]] bool is_dated() const override;

    [[nodiscard]] bool has_timed_weights() const override { return is_dynamic_ && is_dated(); }

private:
    void select(const ExportOptions& options);
    [[nodiscard]] const Tally& tally_of_edge(std::size_t index) const;
    [[nodiscard]] EdgeRow stance_edge(EdgeIndex index) const;
    [[nodiscard]] EdgeRow net_edge(std::size_t index) const;
    void add_time(const Tally& tally, std::span<const ClaimIndex> evidence, EdgeRow& row) const;

    GraphView view_;
    bool has_evidence_;
    bool is_dynamic_;
    std::int32_t margin_;                ///< Days that a spell goes on before and after a claim.
    std::vector<StancePair> pairs_;      ///< Of the net view.
    std::vector<VertexIndex> vertices_;  ///< Those shown, ascending.
    std::vector<std::uint32_t> edges_;   ///< Those shown: edges of the graph or pairs, ascending.
};

}  // namespace stancegraph
