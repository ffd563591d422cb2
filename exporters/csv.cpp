#include <ostream>

#include "exporters/csv_row.hpp"
#include "exporters/network.hpp"
#include "exporters/output.hpp"
#include "exporters/writers.hpp"

namespace stancegraph {
namespace {

void write_claim(CsvRow& row, const Claim& claim) {
    row.text(claim.id).text(claim.doc).number(std::uint64_t{claim.line});
    row.text(claim.source.date).text(claim.source.outlet).text(claim.source.title).text(claim.source.url);
    row.text(claim.speaker.name).text(claim.speaker.kind).text(claim.speaker.text);
    row.text(claim.stance.label).number(claim.stance.polarity);
    row.text(claim.stance.is_negated ? "true" : "false").text(claim.stance.modality);
    row.text(claim.subject.name).text(claim.subject.text).text(claim.target).text(claim.via);
    row.text(claim.cue_text).text(claim.quote).text(claim.rule).text(claim.entry);
    row.number(claim.certainty).end();
}

}  // namespace

void write_claims_csv(const Network& network, const ExportOptions& options, std::ostream& out) {
    Output output(out);
    CsvRow row(output, options);
    for (const std::string_view name :
         {"id",      "doc",      "line",       "date",         "outlet",   "title",
          "url",     "actor",    "actor_type", "speaker_text", "stance",   "polarity",
          "negated", "modality", "subject",    "subject_text", "target",   "via",
          "cue",     "quote",    "rule",       "entry",        "certainty"}) {
        row.text(name);
    }
    row.end();
    for (const Claim& claim : network.graph().claims()) {
        write_claim(row, claim);
    }
}

void write_nodes_csv(const Network& network, const ExportOptions& options, std::ostream& out) {
    Output output(out);
    CsvRow row(output, options);
    row.text("Id").text("Label");
    for (const Column& column : network.node_columns()) {
        row.text(column.name);
    }
    row.end();
    for (std::size_t index = 0; index < network.node_count(); ++index) {
        const NodeRow node = network.node(index);
        row.text(node.id).text(node.label);
        for (const Cell& cell : node.cells) {
            row.cell(cell);
        }
        row.end();
    }
}

void write_edges_csv(const Network& network, const ExportOptions& options, std::ostream& out) {
    Output output(out);
    CsvRow row(output, options);
    for (const std::string_view name : {"Source", "Target", "Type", "Kind", "Id", "Label", "Weight"}) {
        row.text(name);
    }
    for (const Column& column : network.edge_columns()) {
        row.text(column.name);
    }
    row.end();
    for (std::size_t index = 0; index < network.edge_count(); ++index) {
        const EdgeRow edge = network.edge(index);
        row.text(edge.source)
            .text(edge.target)
            .text(network.is_directed() ? "Directed" : "Undirected")
            .text(edge.kind)
            .text(edge.id);
        row.text(edge.label).weight(edge.weight);
        for (const Cell& cell : edge.cells) {
            row.cell(cell);
        }
        row.end();
    }
}

}  // namespace stancegraph
