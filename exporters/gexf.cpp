#include <ostream>

#include "exporters/network.hpp"
#include "exporters/output.hpp"
#include "exporters/writers.hpp"
#include "exporters/xml.hpp"

namespace stancegraph {
namespace {

void write_columns(Output& output, std::string_view element, const std::vector<Column>& columns) {
    output << "    <attributes class=\"" << element << "\">\n";
    for (const Column& column : columns) {
        output << "      <attribute id=\"" << column.name << "\" title=\"" << column.name << "\" type=\""
               << type_name(column.type, "boolean") << "\"/>\n";
    }
    output << "    </attributes>\n";
}

/// Gephi takes a column of this name for the weight of edges on its timeline. It stands before the others:
/// graphology knows the columns of the last block only.
void write_weight_column(Output& output) {
    output << "    <attributes class=\"edge\" mode=\"dynamic\">\n"
              "      <attribute id=\"weight\" title=\"weight\" type=\"double\"/>\n"
              "    </attributes>\n";
}

void write_value(Output& output, const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
        xml::append_attribute(output.text(), *text);
    } else if (const auto* whole = std::get_if<std::uint64_t>(&cell)) {
        output << *whole;
    } else if (const auto* number = std::get_if<double>(&cell)) {
        output << *number;
    } else if (const auto* truth = std::get_if<bool>(&cell)) {
        output << (*truth ? "true" : "false");
    }
}

void write_cells(Output& output, const std::vector<Column>& columns, const std::vector<Cell>& cells) {
    for (std::size_t index = 0; index < columns.size(); ++index) {
        if (!std::holds_alternative<std::monostate>(cells[index])) {
            output << "<attvalue for=\"" << columns[index].name << "\" value=\"";
            write_value(output, cells[index]);
            output << "\"/>";
        }
    }
}

void write_weights(Output& output, const std::vector<TimedWeight>& weights) {
    for (const TimedWeight& timed : weights) {
        output << "<attvalue for=\"weight\" value=\"";
        output.weight(timed.weight) << "\" start=\"" << timed.lifetime.start << "\" end=\""
                                    << timed.lifetime.end << "\"/>";
    }
}

void write_label(Output& output, std::string_view label) {
    output << " label=\"";
    xml::append_attribute(output.text(), label);
    output << "\"";
}

/// One lifetime as attributes of the element.
void write_lifetime(Output& output, const std::vector<Lifetime>& lifetimes) {
    if (lifetimes.size() == 1) {
        output << " start=\"" << lifetimes.front().start << "\" end=\"" << lifetimes.front().end << "\"";
    }
}

/// Several of them as elements inside of it.
void write_spells(Output& output, const std::vector<Lifetime>& lifetimes) {
    if (lifetimes.size() > 1) {
        output << "<spells>";
        for (const Lifetime& lifetime : lifetimes) {
            output << "<spell start=\"" << lifetime.start << "\" end=\"" << lifetime.end << "\"/>";
        }
        output << "</spells>";
    }
}

void write_colour(Output& output, Colour colour) {
    output << "<viz:color r=\"" << std::uint64_t{colour.red} << "\" g=\"" << std::uint64_t{colour.green}
           << "\" b=\"" << std::uint64_t{colour.blue} << "\"/>";
}

void write_node(Output& output, const Network& network, const NodeRow& node) {
    output << "      <node id=\"" << node.id << "\"";
    write_label(output, node.label);
    write_lifetime(output, node.lifetimes);
    output << "><attvalues>";
    write_cells(output, network.node_columns(), node.cells);
    output << "</attvalues>";
    write_spells(output, node.lifetimes);
    output << "<viz:size value=\"" << node.size << "\"/><viz:position x=\"" << node.x << "\" y=\"" << node.y
           << "\" z=\"0\"/>";
    write_colour(output, node.colour);
    output << "</node>\n";
    output.end_element();
}

void write_edge(Output& output, const Network& network, const EdgeRow& edge, GexfVersion version) {
    output << "      <edge id=\"" << edge.id << "\" source=\"" << edge.source << "\" target=\"" << edge.target
           << "\"";
    write_label(output, edge.label);
    output << " weight=\"";
    output.weight(edge.weight) << "\"";
    if (version == GexfVersion::v1_3) {
        output << " kind=\"";
        xml::append_attribute(output.text(), edge.kind);
        output << "\"";
    }
    write_lifetime(output, edge.lifetimes);
    output << "><attvalues>";
    write_cells(output, network.edge_columns(), edge.cells);
    write_weights(output, edge.weights);
    output << "</attvalues>";
    write_spells(output, edge.lifetimes);
    write_colour(output, edge.colour);
    output << "</edge>\n";
    output.end_element();
}

void write_head(Output& output, const Network& network, const ExportOptions& options) {
    const bool is_current = options.gexf_version == GexfVersion::v1_3;
    const std::string_view space = is_current ? "http://gexf.net/1.3" : "http://www.gexf.net/1.2draft";
    output << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"" << space << "\" xmlns:viz=\""
           << space << "/viz\" version=\"" << (is_current ? "1.3" : "1.2") << "\">\n"
           << "  <meta><creator>stancegraph</creator><description>" << network.description()
           << "</description></meta>\n  <graph defaultedgetype=\""
           << (network.is_directed() ? "directed" : "undirected") << "\" mode=\""
           << (network.is_dated() ? "dynamic\" timeformat=\"date" : "static");
    output << (network.is_dated() && is_current ? "\" timerepresentation=\"interval\">\n" : "\">\n");
}

}  // namespace

void write_gexf(const Network& network, const ExportOptions& options, std::ostream& out) {
    Output output(out);
    write_head(output, network, options);
    write_columns(output, "node", network.node_columns());
    if (network.has_timed_weights()) {
        write_weight_column(output);
    }
    write_columns(output, "edge", network.edge_columns());
    output << "    <nodes>\n";
    for (std::size_t index = 0; index < network.node_count(); ++index) {
        write_node(output, network, network.node(index));
    }
    output << "    </nodes>\n    <edges>\n";
    for (std::size_t index = 0; index < network.edge_count(); ++index) {
        write_edge(output, network, network.edge(index), options.gexf_version);
    }
    output << "    </edges>\n  </graph>\n</gexf>\n";
}

}  // namespace stancegraph
