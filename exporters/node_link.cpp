#include <ostream>

#include "base/json.hpp"
#include "exporters/network.hpp"
#include "exporters/output.hpp"
#include "exporters/writers.hpp"

namespace stancegraph {
namespace {

void write_cells(json::Writer& writer, const std::vector<Column>& columns, const std::vector<Cell>& cells) {
    for (std::size_t index = 0; index < columns.size(); ++index) {
        const std::string_view name = columns[index].name;
        if (const auto* text = std::get_if<std::string>(&cells[index])) {
            writer.member(name, *text);
        } else if (const auto* whole = std::get_if<std::uint64_t>(&cells[index])) {
            writer.member(name, *whole);
        } else if (const auto* number = std::get_if<double>(&cells[index])) {
            writer.member(name, *number);
        } else if (const auto* truth = std::get_if<bool>(&cells[index])) {
            writer.member(name, *truth);
        }
    }
}

void write_node(Output& output, const Network& network, const NodeRow& node) {
    json::Writer writer(output.text());
    writer.begin_object().member("id", node.id).member("label", node.label);
    writer.member("x", node.x).member("y", node.y).member("size", node.size);
    write_cells(writer, network.node_columns(), node.cells);
    writer.end_object();
    output.end_element();
}

void write_edge(Output& output, const Network& network, const EdgeRow& edge) {
    json::Writer writer(output.text());
    writer.begin_object().member("source", edge.source).member("target", edge.target);
    writer.member("key", edge.kind).member("id", edge.id).member("label", edge.label);
    writer.member("weight", edge.weight);
    write_cells(writer, network.edge_columns(), edge.cells);
    writer.end_object();
    output.end_element();
}

}  // namespace

void write_node_link(const Network& network, const ExportOptions& /*options*/, std::ostream& out) {
    Output output(out);
    output << "{\"directed\":" << (network.is_directed() ? "true" : "false")
           << ",\"multigraph\":true,\"graph\":{},\"nodes\":[";
    for (std::size_t index = 0; index < network.node_count(); ++index) {
        output << (index == 0 ? "\n" : ",\n");
        write_node(output, network, network.node(index));
    }
    output << "\n],\"links\":[";
    for (std::size_t index = 0; index < network.edge_count(); ++index) {
        output << (index == 0 ? "\n" : ",\n");
        write_edge(output, network, network.edge(index));
    }
    output << "\n]}\n";
}

}  // namespace stancegraph
