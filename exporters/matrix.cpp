#include <map>
#include <ostream>
#include <span>
#include <vector>

#include "exporters/csv_row.hpp"
#include "exporters/network.hpp"
#include "exporters/output.hpp"
#include "exporters/writers.hpp"
#include "graph/date.hpp"
#include "networks/discourse_network.hpp"

namespace stancegraph {
namespace {

/// The nodes of one side of a matrix, by their places in the network, with the headings they get.
struct Side {
    std::vector<std::uint32_t> nodes;
    std::vector<std::string> names;
};

/// Headings have to be unique, for R at least: a name that several nodes have, or that looks the same in the
/// file, gets the node's id.
Side side_of(const DiscourseNetwork& network, bool is_of_columns, csv::Guard guard) {
    Side side;
    std::map<std::string, int> uses;
    const auto written = [guard](const NetworkNode& node) {
        std::string cell;
        csv::append_cell(cell, node.name, guard);
        return cell;
    };
    const bool has_two_modes = network.type->has_two_modes;
    for (std::uint32_t index = 0; index < network.nodes.size(); ++index) {
        const NetworkNode& node = network.nodes[index];
        if (!has_two_modes || (node.kind == NodeKind::subject) == is_of_columns) {
            side.nodes.push_back(index);
            ++uses[written(node)];
        }
    }
    for (const std::uint32_t index : side.nodes) {
        const NetworkNode& node = network.nodes[index];
        side.names.push_back(uses[written(node)] > 1 ? node.name + " (" + node.id + ")" : node.name);
    }
    return side;
}

std::string first_day(const TimeWindow& window) {
    return to_string(date_of_day(window.middle - window.width / 2));
}

std::string last_day(const TimeWindow& window) {
    return to_string(date_of_day(window.middle + window.width / 2));
}

class MatrixWriter {
public:
    MatrixWriter(const DiscourseNetwork& network, Output& output, const ExportOptions& options)
        : network_(&network),
          row_(output, options),
          rows_(side_of(network, false, guard_of(options))),
          columns_(side_of(network, true, guard_of(options))),
          place_of_(network.nodes.size(), 0) {
        for (std::uint32_t place = 0; place < columns_.nodes.size(); ++place) {
            place_of_[columns_.nodes[place]] = place;
        }
    }

    void write_head(bool has_windows) {
        if (has_windows) {
            row_.text("window_first").text("window_last");
        }
        row_.text(name_of(network_->type->is_of_columns ? NodeKind::subject : network_->type->rows));
        for (const std::string& name : columns_.names) {
            row_.text(name);
        }
        row_.end();
    }

    /// Edges by a, then b.
    void write(std::span<const NetworkEdge> edges, const TimeWindow* window) {
        std::vector<std::vector<std::pair<std::uint32_t, double>>> cells(network_->nodes.size());
        for (const NetworkEdge& edge : edges) {
            cells[edge.a].emplace_back(place_of_[edge.b], edge.weight);
            if (!network_->type->has_two_modes) {
                cells[edge.b].emplace_back(place_of_[edge.a], edge.weight);
            }
        }
        for (std::size_t row = 0; row < rows_.nodes.size(); ++row) {
            if (window != nullptr) {
                row_.text(first_day(*window)).text(last_day(*window));
            }
            row_.text(rows_.names[row]);
            std::vector<double> weights(columns_.nodes.size(), 0.0);
            for (const auto& [column, weight] : cells[rows_.nodes[row]]) {
                weights[column] = weight;
            }
            for (const double weight : weights) {
                row_.weight(weight);
            }
            row_.end();
        }
    }

private:
    const DiscourseNetwork* network_;
    CsvRow row_;
    Side rows_;
    Side columns_;
    std::vector<std::uint32_t> place_of_;
};

}  // namespace

void write_matrix_csv(const Network& network, const ExportOptions& options, std::ostream& out) {
    const DiscourseNetwork* discourse = network.discourse();
    if (discourse == nullptr) {
        return;
    }
    Output output(out);
    MatrixWriter writer(*discourse, output, options);
    writer.write_head(!discourse->windows.empty());
    if (discourse->windows.empty()) {
        writer.write(discourse->edges, nullptr);
    }
    for (const WindowEdges& window : discourse->windows) {
        writer.write(window.edges, &window.window);
    }
}

}  // namespace stancegraph
