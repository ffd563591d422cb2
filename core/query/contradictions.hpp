#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "query/answer.hpp"
#include "query/query.hpp"
#include "query/render.hpp"

namespace stancegraph {

enum class ContradictionKind : std::uint8_t {
    change_over_time,     ///< One sign before, the other after; at most one story in ten out of place.
    within_outlet,        ///< One outlet reports both.
    across_outlets,       ///< One outlet reports only the one, another only the other.
    reported_differently  ///< The same words with another speaker, or with the opposite stance.
};

/// `change over time`
[[nodiscard]] std::string_view name_of(ContradictionKind kind);

/// An actor who is for and against a subject, or one statement that outlets report differently.
struct Contradiction {
    std::vector<ContradictionKind> kinds;  ///< In the order of the enumeration.
    std::string actor;                     ///< Of several `Mara Quill / Dunstan Pell`.
    std::string subject;
    std::string before;   ///< Of a change: the last day of the first sign,
    std::string after;    ///< and the first day of the other.
    double belief = 0.0;  ///< support_in() the side that has less for it; 0 for one statement of several.
    std::vector<EvidenceRow> proofs;  ///< By date, document and line.
};

/// All contradictions among the selected claims: of actors by actor and subject, those first
/// of which both sides are surest; then statements that are reported differently, by their first claim. O(n
/// log n).
///
/// Questions and conditions contradict nothing. Statements are the same if they have the same words between
/// quotation marks, six or more, or stand in the same sentence of eight words or more, and come from
/// different documents; their speakers are others if both sentences name them, by names that share no word.
[[nodiscard]] std::vector<Contradiction> contradictions(const StanceGraph& graph,
                                                        std::span<const SelectedEdge> selected);

/// As a table, each contradiction with its claims below it; in the other formats a row for each claim with
/// the number of its contradiction.
[[nodiscard]] std::string render(std::span<const Contradiction> contradictions, AnswerFormat format);

}  // namespace stancegraph
