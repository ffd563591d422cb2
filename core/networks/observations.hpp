#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/stance_graph.hpp"
#include "graph/tally.hpp"

namespace stancegraph {

/// Who or what the nodes of a discourse network are.
enum class NodeKind : std::uint8_t { actor, subject, outlet };

/// `actor`, `subject` or `outlet`.
[[nodiscard]] std::string_view name_of(NodeKind kind);

/// Which polarities make up the classes k of a network, with q = -1, 0, 1. A claim's class is the sign of
/// asserted_polarity(), within 0.05 of 0 neutral.
enum class Classes : std::uint8_t {
    two,         ///< For and against; neutral claims are no positions and do not count.
    three,       ///< A scale: half way from neutral to either side. R = max q - min q = 2.
    categories,  ///< Three classes without an order: equal or not.
};

/// A node: an actor, a subject or an outlet of a stance graph.
struct NetworkNode {
    NodeKind kind = NodeKind::actor;
    std::string id;          ///< The vertex's; of an outlet `o_` and its name, see identifier.hpp.
    std::string name;        ///< Not unique: anonymous speakers of several documents share theirs.
    VertexIndex vertex = 0;  ///< Not for outlets.
    Tally tally;
};

/// One claim as a discourse network sees it: somebody is for or against something.
struct Observation {
    std::uint32_t row = 0;     ///< Who: an index of Observations::rows.
    std::uint32_t column = 0;  ///< On what: an index of Observations::columns.
    Sign sign = Sign::neutral;
    std::uint32_t document = 0;  ///< Numbered in the order of the claims.
    StoryIndex story = 0;
    std::optional<std::int32_t> day;  ///< Days since 1970-01-01.
    ClaimIndex claim = 0;
};

/// The table that every network is computed from.
struct Observations {
    std::vector<NetworkNode> rows;     ///< Actors by vertex, or outlets by name.
    std::vector<NetworkNode> columns;  ///< Subjects by vertex.
    std::vector<Observation> all;      ///< In the order of the claims.
};

/// The claims on the edges of a graph, with actors or outlets as rows. Claims that name no outlet are left
/// out where outlets are the rows. Precondition: rows is not NodeKind::subject. O(n log n).
[[nodiscard]] Observations observe(const StanceGraph& graph, NodeKind rows, Classes classes);

}  // namespace stancegraph
