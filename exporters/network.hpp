#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "exporters/format.hpp"
#include "exporters/palette.hpp"
#include "graph/stance_graph.hpp"
#include "networks/observations.hpp"

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

/// From the first day to the day after the last.
struct Lifetime {
    std::string start;
    std::string end;
};

/// What an edge weighs in a part of its time.
struct TimedWeight {
    Lifetime lifetime;
    double weight = 1.0;  ///< Positive.
};

struct NodeRow {
    NodeKind kind = NodeKind::actor;
    std::string id;
    std::string label;  ///< At most 80 characters on one line, never empty.
    std::vector<Cell> cells;
    double x = 0.0;
    double y = 0.0;
    double size = 0.0;
    Colour colour;
    std::vector<Lifetime> lifetimes;  ///< By time, apart from each other; none: it is always there.
};

struct EdgeRow {
    std::string id;
    std::string source;
    std::string target;
    std::string kind;   ///< The stance, "net" or the network's type; one edge for each source, target, kind.
    std::string label;  ///< What is drawn beside the edge.
    double weight = 1.0;  ///< Positive.
    double polarity = 0.0;
    std::vector<Cell> cells;
    Colour colour;
    std::vector<Lifetime> lifetimes;
    std::vector<TimedWeight> weights;  ///< By time, apart; none unless Network::has_timed_weights().
};

/// A network as the tables that every format writes. Nodes and edges stand in an order that depends on the
/// claims alone. Rows are made one at a time, so that writers can stream. The graph must outlive it.
class Network {
public:
    explicit Network(const StanceGraph& graph) : graph_(&graph) {}

    virtual ~Network() = default;
    Network(const Network&) = delete;
    Network& operator=(const Network&) = delete;

    [[nodiscard]] const StanceGraph& graph() const { return *graph_; }

    [[nodiscard]] const std::vector<Column>& node_columns() const { return node_columns_; }

    [[nodiscard]] const std::vector<Column>& edge_columns() const { return edge_columns_; }

    [[nodiscard]] virtual std::size_t node_count() const = 0;
    [[nodiscard]] virtual std::size_t edge_count() const = 0;
    [[nodiscard]] virtual NodeRow node(std::size_t index) const = 0;
    [[nodiscard]] virtual EdgeRow edge(std::size_t index) const = 0;
    /// What the network shows, for the head of a file.
    [[nodiscard]] virtual std::string_view description() const = 0;

    [[nodiscard]] virtual bool is_directed() const { return true; }

    /// Two edges run between the same nodes.
    [[nodiscard]] virtual bool has_parallel_edges() const { return false; }

    /// Some edge has a lifetime.
    [[nodiscard]] virtual bool is_dated() const = 0;

    /// Edges weigh more at one time than at another. Implies is_dated().
    [[nodiscard]] virtual bool has_timed_weights() const = 0;

    /// How many nodes were left out because their pairs would have been too many.
    [[nodiscard]] virtual std::uint32_t left_out() const { return 0; }

    /// The network itself, where it is one of network_types().
    [[nodiscard]] virtual const DiscourseNetwork* discourse() const { return nullptr; }

protected:
    std::vector<Column> node_columns_;
    std::vector<Column> edge_columns_;

private:
    const StanceGraph* graph_;
};

/// The network that the options ask for.
[[nodiscard]] std::unique_ptr<Network> make_network(const StanceGraph& graph, const ExportOptions& options);

}  // namespace stancegraph
