#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "graph/stance_graph.hpp"

namespace stancegraph {

/// What somebody asks; an empty field asks for everything. Fields combine.
struct Query {
    std::string actor;            ///< A name, an alias or a part of one; names that fit best win.
    std::string subject;          ///< Likewise, but all that contain its words.
    std::string stance;           ///< A stance label.
    std::string outlet;           ///< A name or a part of one.
    std::string since;            ///< First day: `2025`, `2025-08` or `2025-08-20`.
    std::string until;            ///< Last day, likewise.
    std::string kind;             ///< Of the actor: person, company, ..., or a part of it.
    std::string polarity;         ///< positive, negative or neutral: of single claims.
    std::string min_certainty;    ///< Of a claim, from 0 to 1.
    std::string min_belief;       ///< Of an edge, from 0 to 1.
    std::string where;            ///< A condition on claims; see condition.hpp.
    bool only_contested = false;  ///< Actors who are for and against the same subject.
};

/// The claims of an edge that a query selects; never none.
struct SelectedEdge {
    EdgeIndex edge = 0;
    std::vector<ClaimIndex> claims;  ///< Ascending.
};

/// The edges that fit, ascending. Nothing if the query itself is wrong: no such actor (SG3001), subject
/// (SG3002), stance (SG3003), outlet (SG3004) or kind (SG3011), no date (SG3005), dates the wrong way round
/// (SG3006), no number from 0 to 1 (SG3007), no condition (SG3008 to SG3010); all of its mistakes are
/// reported, names with a "did you mean".
[[nodiscard]] std::optional<std::vector<SelectedEdge>> select(const StanceGraph& graph, const Query& query,
                                                              Diagnostics& diagnostics);

}  // namespace stancegraph
