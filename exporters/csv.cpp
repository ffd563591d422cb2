#include <ostream>

#include "exporters/network.hpp"
#include "exporters/output.hpp"
#include "exporters/writers.hpp"
#include "query/csv.hpp"

namespace stancegraph {
namespace {

/// One row after the other; the first cell of a row has no comma before it.
class Row {
public:
    Row(Output& output, csv::Guard guard) : output_(&output), guard_(guard) {}

    Row& text(std::string_view content) {
        separate();
        csv::append_cell(output_->text(), content, guard_);
        return *this;
    }

    template <typename Number>
    Row& number(Number content) {
        separate();
        *output_ << content;
        return *this;
    }

    Row& cell(const Cell& content) {
        if (const auto* whole = std::get_if<std::uint64_t>(&content)) {
            return number(*whole);
        }
        if (const auto* fraction = std::get_if<double>(&content)) {
            return number(*fraction);
        }
        if (const auto* truth = std::get_if<bool>(&content)) {
            return text(*truth ? "true" : "false");
        }
        const auto* words = std::get_if<std::string>(&content);
        return text(words == nullptr ? std::string_view() : std::string_view(*words));
    }

    void end() {
        *output_ << csv::kLineEnd;
        output_->end_element();
        is_first_ = true;
    }

private:
    void separate() {
        *output_ << (is_first_ ? "" : ",");
        is_first_ = false;
    }

    Output* output_;
    csv::Guard guard_;
    bool is_first_ = true;
};

void write_claim(Row& row, const Claim& claim) {
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

void write_claims_csv(const StanceGraph& graph, const ExportOptions& /*options*/, std::ostream& out) {
    Output output(out);
    Row row(output, csv::Guard::formulas);
    for (const std::string_view name :
         {"id",      "doc",      "line",       "date",         "outlet",   "title",
          "url",     "actor",    "actor_type", "speaker_text", "stance",   "polarity",
          "negated", "modality", "subject",    "subject_text", "target",   "via",
          "cue",     "quote",    "rule",       "entry",        "certainty"}) {
        row.text(name);
    }
    row.end();
    for (const Claim& claim : graph.claims()) {
        write_claim(row, claim);
    }
}

void write_nodes_csv(const StanceGraph& graph, const ExportOptions& options, std::ostream& out) {
    const Network network(graph, options);
    Output output(out);
    Row row(output, csv::Guard::none);
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

void write_edges_csv(const StanceGraph& graph, const ExportOptions& options, std::ostream& out) {
    const Network network(graph, options);
    Output output(out);
    Row row(output, csv::Guard::none);
    for (const std::string_view name : {"Source", "Target", "Type", "Kind", "Id", "Label", "Weight"}) {
        row.text(name);
    }
    for (const Column& column : network.edge_columns()) {
        row.text(column.name);
    }
    row.end();
    for (std::size_t index = 0; index < network.edge_count(); ++index) {
        const EdgeRow edge = network.edge(index);
        row.text(edge.source).text(edge.target).text("Directed").text(edge.kind).text(edge.id);
        row.text(edge.label).number(edge.weight);
        for (const Cell& cell : edge.cells) {
            row.cell(cell);
        }
        row.end();
    }
}

}  // namespace stancegraph
