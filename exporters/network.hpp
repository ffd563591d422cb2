#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "exporters/format.hpp"
#include "exporters/palette.hpp"
#include "graph/pairs.hpp"
#include "graph/stance_graph.hpp"

namespace stancegraph {

enum class CellType : std::uint8_t { text, whole, number, truth };

/// The type as GraphML and GEXF name it. Each has its own word for a truth value.
[[nodiscard]] std::string_view type_name(CellType type, std::string_view truth);

/// A data column. Names are lower_snake_case, the same in every format, and none that Gephi reads as one of
/// its own properties.
struct Column {
    std::string_view name;
    CellType type = CellType::text;
};

/// std::monostate where there is no value: nothing is written then.
using Cell = std::variant<std::monostate, std::string, std::uint64_t, double, bool>;

/// From the first day to the day after the last; empty where a claim has no date.
struct Lifetime {
    std::string start;
    std::string end;
};

struct NodeRow {
    VertexKind kind = VertexKind::actor;
    std::string id;
    std::string label;  ///< At most 80 characters on one line, never empty.
    std::vector<Cell> cells;
    double x = 0.0;
    double y = 0.0;
    double size = 0.0;
    Colour colour;
    Lifetime lifetime;
};

struct EdgeRow {
    std::string id;
    std::string source;
    std::string target;
    std::string kind;   ///< The stance, or "net"; one edge for each source, target and kind.
    std::string label;  ///< What is drawn beside the edge.
    double weight = 1.0;
    double polarity = 0.0;
    std::vector<Cell> cells;
    Colour colour;
    Lifetime lifetime;
};

/// A view of a graph as the tables that every format writes: actors before subjects, edges by actor, subject
/// and kind. Rows are made one at a time, so that writers can stream. The graph must outlive it.
class Network {
public:
    Network(const StanceGraph& graph, const ExportOptions& options);

    [[nodiscard]] const std::vector<Column>& node_columns() const { return node_columns_; }

    [[nodiscard]] const std::vector<Column>& edge_columns() const { return edge_columns_; }

    [[nodiscard]] std::size_t node_count() const { return vertices_.size(); }

    [[nodiscard]] std::size_t edge_count() const { return edges_.size(); }

    [[nodiscard]] NodeRow node(std::size_t index) const;
    [[nodiscard]] EdgeRow edge(std::size_t index) const;

    /// Two edges run between the same vertices.
    [[nodiscard]] bool has_parallel_edges() const;
    /// Some edge has a lifetime.
    [[nodiscard]] bool is_dated() const;

private:
    void select(const ExportOptions& options);
    [[nodiscard]] const Tally& tally_of_edge(std::size_t index) const;
    [[nodiscard]] EdgeRow stance_edge(EdgeIndex index) const;
    [[nodiscard]] EdgeRow net_edge(std::size_t index) const;

    const StanceGraph* graph_;
    GraphView view_;
    bool has_evidence_;
    std::vector<StancePair> pairs_;      ///< Of the net view.
    std::vector<VertexIndex> vertices_;  ///< Those shown, ascending.
    std::vector<std::uint32_t> edges_;   ///< Those shown: edges of the graph or pairs, ascending.
    std::vector<Column> node_columns_;
    std::vector<Column> edge_columns_;
};

}  // namespace stancegraph
