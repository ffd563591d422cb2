#include <algorithm>
#include <cmath>
#include <ostream>

#include "base/utf8.hpp"
#include "exporters/evidence_text.hpp"
#include "exporters/network.hpp"
#include "exporters/output.hpp"
#include "exporters/writers.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kLongestLine = 30;
constexpr std::size_t kWrappedLine = 24;

/// A quoted string. Control characters, which Graphviz' own writers break on, become U+FFFD.
void append_quoted(std::string& out, std::string_view text) {
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded decoded = utf8::decode(text.substr(at));
        at += decoded.size;
        const char32_t code_point = decoded.code_point;
        if (code_point == '"' || code_point == '\\') {
            out += '\\';
            out += static_cast<char>(code_point);
        } else if (code_point == '\n') {
            out += "\\n";
        } else if (code_point == '\t' || code_point == '\r') {
            out += ' ';
        } else if (code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) || code_point == 0xFFFE ||
                   code_point == 0xFFFF) {
            utf8::append(out, utf8::kReplacement);
        } else {
            utf8::append(out, code_point);
        }
    }
    out += '"';
}

/// Breaks a long label into lines, so that boxes stay narrow.
std::string wrapped(std::string_view label) {
    if (utf8::display_width(label) <= kLongestLine) {
        return std::string(label);
    }
    std::string lines;
    std::size_t length = 0;
    for (std::size_t begin = 0; begin < label.size();) {
        const std::size_t end = std::min(label.find(' ', begin), label.size());
        const std::string_view word = label.substr(begin, end - begin);
        const std::size_t width = utf8::display_width(word);
        const bool fits = length + 1 + width <= kWrappedLine;
        if (!lines.empty()) {
            lines += fits ? ' ' : '\n';
        }
        length = lines.empty() || !fits ? width : length + 1 + width;
        lines += word;
        begin = end + 1;
    }
    return lines;
}

/// Gephi reads `#rrggbb` as transparent and understands hue, saturation and value, as Graphviz does.
void append_hsv(Output& output, Colour colour, double lighter) {
    const double red = colour.red / 255.0;
    const double green = colour.green / 255.0;
    const double blue = colour.blue / 255.0;
    const double value = std::max({red, green, blue});
    const double range = value - std::min({red, green, blue});
    double hue = 0.0;
    if (range > 0.0) {
        if (value == red) {
            hue = (green - blue) / range + (green < blue ? 6.0 : 0.0);
        } else {
            hue = value == green ? 2.0 + (blue - red) / range : 4.0 + (red - green) / range;
        }
    }
    const double saturation = value > 0.0 ? range / value : 0.0;
    output << "\"" << hue / 6.0 << " " << saturation * (1.0 - lighter) << " "
           << value + (1.0 - value) * lighter << "\"";
}

void write_attribute(Output& output, std::string_view name, std::string_view text) {
    output << ", " << name << "=";
    append_quoted(output.text(), text);
}

void write_cell(Output& output, std::string_view name, const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
        write_attribute(output, name, *text);
    } else if (const auto* whole = std::get_if<std::uint64_t>(&cell)) {
        output << ", " << name << "=\"" << *whole << "\"";
    } else if (const auto* number = std::get_if<double>(&cell)) {
        output << ", " << name << "=\"" << *number << "\"";
    } else if (const auto* truth = std::get_if<bool>(&cell)) {
        output << ", " << name << "=\"" << (*truth ? "1" : "0") << "\"";
    }
}

void write_cells(Output& output, const std::vector<Column>& columns, const std::vector<Cell>& cells) {
    for (std::size_t index = 0; index < columns.size(); ++index) {
        write_cell(output, columns[index].name, cells[index]);
    }
}

std::string_view shape_of(NodeKind kind) {
    switch (kind) {
        case NodeKind::actor:
            return ", shape=\"box\", style=\"rounded,filled\"";
        case NodeKind::subject:
            return ", shape=\"ellipse\", style=\"filled\"";
        case NodeKind::outlet:
            break;
    }
    return ", shape=\"hexagon\", style=\"filled\"";
}

void write_node(Output& output, const Network& network, const NodeRow& node) {
    output << "  \"" << node.id << "\" [label=";
    append_quoted(output.text(), wrapped(node.label));
    output << shape_of(node.kind);
    // In a network of pairs there is no text on the edges, and the names of the weighty may stand out.
    const double grown = network.is_directed() ? node.size / 20.0 : node.size / 6.0;
    output << ", fontname=\"Helvetica\", fontsize=\"" << std::round(11.0 + grown) << "\", color=";
    append_hsv(output, node.colour, 0.45);
    write_cells(output, network.node_columns(), node.cells);
    output << "];\n";
    output.end_element();
}

void write_edge(Output& output, const Network& network, const EdgeRow& edge) {
    output << "  \"" << edge.source << (network.is_directed() ? "\" -> \"" : "\" -- \"") << edge.target
           << "\" [";
    if (network.is_directed()) {
        output << "label=";
        append_quoted(output.text(), wrapped(edge.label));
        output << ", ";
    }
    output << "weight=\"";
    output.weight(edge.weight) << "\", penwidth=\"" << std::min(1.0 + std::sqrt(edge.weight) * 0.6, 6.0)
                               << "\", arrowsize=\"0.7\", fontname=\"Helvetica\", fontsize=\"9\", color=";
    append_hsv(output, edge.colour, 0.0);
    output << ", fontcolor=";
    append_hsv(output, edge.colour, 0.0);
    write_cells(output, network.edge_columns(), edge.cells);
    output << "];\n";
    output.end_element();
}

}  // namespace

void write_dot(const Network& network, const ExportOptions& /*options*/, std::ostream& out) {
    Output output(out);
    output << (network.is_directed() ? "digraph" : "graph") << " \"stances\" {\n";
    for (std::size_t index = 0; index < network.node_count(); ++index) {
        write_node(output, network, network.node(index));
    }
    for (std::size_t index = 0; index < network.edge_count(); ++index) {
        write_edge(output, network, network.edge(index));
    }
    output << "}\n";
}

}  // namespace stancegraph
