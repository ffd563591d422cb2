#include "query/answer.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "graph/tally.hpp"
#include "query/quote_parts.hpp"

namespace stancegraph {
namespace {

AnswerRow row_of(const StanceGraph& graph, const SelectedEdge& selected) {
    const StanceEdge& edge = graph.edge(selected.edge);
    AnswerRow row;
    row.actor = graph.vertex(edge.actor).name;
    row.stance = edge.stance;
    row.subject = graph.vertex(edge.subject).name;
    row.belief = edge.belief;
    row.is_contested = edge.is_contested;
    row.tally = tally_of(graph.table(), selected.claims);
    double sum = 0.0;
    for (const ClaimIndex claim : selected.claims) {
        sum += asserted_polarity(graph.claims()[claim]);
    }
    row.polarity = sum / static_cast<double>(selected.claims.size());
    return row;
}

EvidenceRow proof_of(const AnswerRow& row, const Claim& claim) {
    return {.actor = row.actor,
            .stance = row.stance,
            .subject = row.subject,
            .polarity = claim.stance.polarity,
            .modality = claim.stance.modality,
            .document = claim.doc,
            .line = claim.line,
            .outlet = claim.source.outlet,
            .date = claim.source.date,
            .via = claim.via,
            .quote = claim.quote,
            .cue = span_in_quote(claim, claim.cue, claim.cue_text),
            .rule = claim.rule,
            .entry = claim.entry,
            .certainty = claim.certainty,
            .claim = claim.id};
}

/// A row and the selection that it sums up.
struct Answered {
    AnswerRow row;
    const SelectedEdge* selected = nullptr;
};

std::vector<Answered> answered(const StanceGraph& graph, std::span<const SelectedEdge> selected) {
    std::vector<Answered> all;
    all.reserve(selected.size());
    for (const SelectedEdge& edge : selected) {
        all.push_back({.row = row_of(graph, edge), .selected = &edge});
    }
    std::ranges::stable_sort(all, [](const Answered& left, const Answered& right) {
        const AnswerRow& a = left.row;
        const AnswerRow& b = right.row;
        return std::tie(b.tally.stories, b.tally.documents, b.tally.claims, a.actor, a.subject, a.stance) <
               std::tie(a.tally.stories, a.tally.documents, a.tally.claims, b.actor, b.subject, b.stance);
    });
    return all;
}

}  // namespace

std::vector<AnswerRow> answer(const StanceGraph& graph, std::span<const SelectedEdge> selected) {
    std::vector<AnswerRow> rows;
    for (Answered& one : answered(graph, selected)) {
        rows.push_back(std::move(one.row));
    }
    return rows;
}

std::vector<EvidenceRow> evidence(const StanceGraph& graph, std::span<const SelectedEdge> selected) {
    std::vector<EvidenceRow> rows;
    for (const Answered& one : answered(graph, selected)) {
        std::vector<EvidenceRow> proofs;
        for (const ClaimIndex claim : one.selected->claims) {
            proofs.push_back(proof_of(one.row, graph.claims()[claim]));
        }
        std::ranges::stable_sort(proofs, [](const EvidenceRow& a, const EvidenceRow& b) {
            return std::tie(a.date, a.document, a.line) < std::tie(b.date, b.document, b.line);
        });
        std::ranges::move(proofs, std::back_inserter(rows));
    }
    return rows;
}

}  // namespace stancegraph
