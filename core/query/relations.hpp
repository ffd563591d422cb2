#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "query/answer.hpp"
#include "query/query.hpp"
#include "query/sheet.hpp"

/// Who stands with whom, and against whom.
namespace stancegraph {

enum class Side : std::uint8_t { allies, opponents };

/// What one actor's selected claims say of one subject.
struct NetPosition {
    VertexIndex actor = 0;
    VertexIndex subject = 0;
    std::span<const SelectedEdge> edges;
    double net = 0.0;  ///< (p - m) / (p + m) over stories.
};

/// Somebody who takes sides on subjects on which another actor does too.
struct RelatedActor {
    VertexIndex actor = 0;
    double score = 0.0;
    std::vector<VertexIndex> same_side;  ///< Subjects, ascending.
    std::vector<VertexIndex> other_side;
};

/// The positions of all actors, to ask who stands with whom. Two actors are scored over the subjects on which
/// both take a side,
///
///     (A - D) / (A + D + 1),
///
/// where A sums |x y| over the subjects on which the net polarities x and y of the two have the same sign, D
/// over the others. The 1 keeps actors who share one subject from standing before those who share ten. Net
/// polarity is (p - m) / (p + m) over stories, of the selected claims.
///
/// **Source:** congruence and conflict of P. Leifeld, "Discourse Network Analysis" (2017), here with signed
/// weights and shrunk.
class Relations {
public:
    /// Both must outlive it.
    Relations(const StanceGraph& graph, std::span<const SelectedEdge> selected);

    /// Allies have a score above 0, opponents below, the farthest from 0 first; then the most shared
    /// subjects, then by name; the first `most` of them. O(vertices + positions on the actor's subjects).
    [[nodiscard]] std::vector<RelatedActor> of(
        VertexIndex actor, Side side, std::size_t most = std::numeric_limits<std::size_t>::max()) const;

private:
    /// Hands out each other actor with each subject that both take a side on, and the product of their sides.
    template <typename Visit>
    void for_each_shared(VertexIndex actor, Visit visit) const;

    const StanceGraph* graph_;
    std::vector<NetPosition> positions_;  ///< By actor, then subject.
    std::vector<std::vector<std::uint32_t>>
        by_vertex_;  ///< Positions with a side, of each actor and subject.
};

/// Those related to `actor` as a table.
[[nodiscard]] Sheet related_actors(const StanceGraph& graph, std::span<const SelectedEdge> selected,
                                   VertexIndex actor, Side side);

/// The shortest chain of actors from `from` to `to` in which neighbours take the same side on a subject: for
/// each step the proofs of both, one after the other, the surest claim of each. Of equally short chains the
/// one that is first by the order of the vertices. Nothing where there is no chain.
[[nodiscard]] std::optional<std::vector<EvidenceRow>> path_between(const StanceGraph& graph,
                                                                   std::span<const SelectedEdge> selected,
                                                                   VertexIndex from, VertexIndex to);

/// The edges of other actors on the same subject with the same sign as the claim; for one without a sign
/// those with its stance. `id` may be the beginning of an id. Nothing, with a report, where no claim on an
/// edge has it (SG3014), or several have (SG3015).
[[nodiscard]] std::optional<std::vector<SelectedEdge>> who_else(const StanceGraph& graph,
                                                                std::span<const SelectedEdge> selected,
                                                                const std::string& id,
                                                                Diagnostics& diagnostics);

}  // namespace stancegraph
