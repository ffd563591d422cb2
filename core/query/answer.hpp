#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/span.hpp"
#include "graph/stance_graph.hpp"
#include "query/query.hpp"

namespace stancegraph {

/// One line of an answer: an actor's stance on a subject, over the claims that the query selected.
struct AnswerRow {
    std::string actor;
    std::string stance;
    std::string subject;
    double polarity = 0.0;      ///< Mean, in [-1, 1].
    double belief = 0.0;        ///< Of the whole edge.
    bool is_contested = false;  ///< Over all claims of the pair, selected or not.
    Tally tally;
};

/// One claim as proof: where it stands and the sentence, with the cue's place in it.
struct EvidenceRow {
    std::string actor;
    std::string stance;
    std::string subject;
    double polarity = 0.0;
    std::string modality;
    std::string document;
    std::uint32_t line = 0;
    std::string outlet;
    std::string date;
    std::string via;
    std::string quote;
    ByteSpan cue;  ///< In `quote`; empty where it does not stand there.
    std::string rule;
    std::string entry;
    double certainty = 1.0;
    std::string claim;  ///< The claim's id.
};

/// A row for each edge: most stories first, then most documents and claims, then by actor, subject and
/// stance.
[[nodiscard]] std::vector<AnswerRow> answer(const StanceGraph& graph, std::span<const SelectedEdge> selected);

/// A row for each claim: edge after edge in the order of `answer`, within an edge by date, document and line.
[[nodiscard]] std::vector<EvidenceRow> evidence(const StanceGraph& graph,
                                                std::span<const SelectedEdge> selected);

}  // namespace stancegraph
