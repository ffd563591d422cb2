#include <ostream>

#include "exporters/network.hpp"
#include "exporters/output.hpp"
#include "exporters/writers.hpp"
#include "exporters/xml.hpp"

namespace stancegraph {
namespace {

/// Booleans are ints: Boost reads only 0 and 1 for boolean, graphology only true and false.
constexpr std::string_view kTruthType = "int";

void write_key(Output& output, char domain, std::string_view name, std::string_view type) {
    output << "  <key id=\"" << std::string_view(&domain, 1) << "_" << name << "\" for=\""
           << (domain == 'n' ? "node" : "edge") << "\" attr.name=\"" << name << "\" attr.type=\"" << type
           << "\"/>\n";
}

void write_keys(Output& output, const Network& network) {
    write_key(output, 'n', "label", "string");
    for (const std::string_view name : {"x", "y", "size"}) {
        write_key(output, 'n', name, "double");
    }
    write_key(output, 'e', "label", "string");
    write_key(output, 'e', "weight", "double");
    for (const char domain : {'n', 'e'}) {
        for (const std::string_view name : {"r", "g", "b"}) {
            write_key(output, domain, name, "int");
        }
        for (const Column& column : domain == 'n' ? network.node_columns() : network.edge_columns()) {
            write_key(output, domain, column.name, type_name(column.type, kTruthType));
        }
    }
}

Output& open_data(Output& output, char domain, std::string_view name) {
    return output << "<data key=\"" << std::string_view(&domain, 1) << "_" << name << "\">";
}

void write_text(Output& output, char domain, std::string_view name, std::string_view text) {
    open_data(output, domain, name);
    xml::append_content(output.text(), text);
    output << "</data>";
}

template <typename Number>
void write_number(Output& output, char domain, std::string_view name, Number number) {
    open_data(output, domain, name) << number << "</data>";
}

void write_cell(Output& output, char domain, std::string_view name, const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
        write_text(output, domain, name, *text);
    } else if (const auto* whole = std::get_if<std::uint64_t>(&cell)) {
        write_number(output, domain, name, *whole);
    } else if (const auto* number = std::get_if<double>(&cell)) {
        write_number(output, domain, name, *number);
    } else if (const auto* truth = std::get_if<bool>(&cell)) {
        write_number(output, domain, name, std::uint64_t{*truth ? 1U : 0U});
    }
}

void write_colour(Output& output, char domain, Colour colour) {
    write_number(output, domain, "r", std::uint64_t{colour.red});
    write_number(output, domain, "g", std::uint64_t{colour.green});
    write_number(output, domain, "b", std::uint64_t{colour.blue});
}

void write_cells(Output& output, char domain, const std::vector<Column>& columns,
                 const std::vector<Cell>& cells) {
    for (std::size_t index = 0; index < columns.size(); ++index) {
        write_cell(output, domain, columns[index].name, cells[index]);
    }
}

void write_node(Output& output, const Network& network, const NodeRow& node) {
    output << "    <node id=\"" << node.id << "\">";
    write_text(output, 'n', "label", node.label);
    write_number(output, 'n', "x", node.x);
    write_number(output, 'n', "y", node.y);
    write_number(output, 'n', "size", node.size);
    write_colour(output, 'n', node.colour);
    write_cells(output, 'n', network.node_columns(), node.cells);
    output << "</node>\n";
    output.end_element();
}

void write_edge(Output& output, const Network& network, const EdgeRow& edge, GraphmlDialect dialect) {
    output << "    <edge id=\"" << edge.id << "\" source=\"" << edge.source << "\" target=\"" << edge.target;
    if (dialect == GraphmlDialect::gephi) {
        output << "\" label=\"";
        xml::append_attribute(output.text(), edge.kind);
    }
    output << "\">";
    write_text(output, 'e', "label", edge.label);
    open_data(output, 'e', "weight").weight(edge.weight) << "</data>";
    write_colour(output, 'e', edge.colour);
    write_cells(output, 'e', network.edge_columns(), edge.cells);
    output << "</edge>\n";
    output.end_element();
}

}  // namespace

void write_graphml(const Network& network, const ExportOptions& options, std::ostream& out) {
    Output output(out);
    output << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
              "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
              "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
              "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
              "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
    write_keys(output, network);
    output << "  <graph id=\"stances\" edgedefault=\"" << (network.is_directed() ? "directed" : "undirected")
           << "\">\n";
    for (std::size_t index = 0; index < network.node_count(); ++index) {
        write_node(output, network, network.node(index));
    }
    for (std::size_t index = 0; index < network.edge_count(); ++index) {
        write_edge(output, network, network.edge(index), options.graphml_dialect);
    }
    output << "  </graph>\n</graphml>\n";
}

}  // namespace stancegraph
