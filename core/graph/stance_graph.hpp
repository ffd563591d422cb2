#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "resolve/claim.hpp"

/// The graph of who takes which stance on what. Boost.Graph holds it and stays behind this header.
namespace stancegraph {

using VertexIndex = std::uint32_t;
using EdgeIndex = std::uint32_t;
using ClaimIndex = std::uint32_t;  ///< Into StanceGraph::claims().
using StoryIndex = std::uint32_t;  ///< Of a story; see stories.hpp.

/// Claims and what is known of them beyond their own document, side by side.
struct ClaimTable {
    std::span<const Claim> claims;
    std::span<const StoryIndex> stories;
};

/// What the claims of a vertex, an edge or a pair add up to. Dates are ISO 8601 days; empty where no claim
/// has one.
struct Tally {
    std::uint32_t claims = 0;
    std::uint32_t documents = 0;
    std::uint32_t stories = 0;   ///< Reprints and rewrites of one article are one.
    std::uint32_t outlets = 0;   ///< Distinct; documents without an outlet count as one together.
    std::uint32_t positive = 0;  ///< Stories with a claim of that sign; one may count in several.
    std::uint32_t negative = 0;
    std::uint32_t neutral = 0;
    bool is_dated = true;  ///< Every claim has a date.
    std::string first_date;
    std::string last_date;

    /// Positive and negative stories against each other, from 0 (agreed) to 1 (evenly disputed).
    [[nodiscard]] double dispute() const;
    /// (p - m) / (p + m) over positive and negative stories; 0 where there are none.
    [[nodiscard]] double net_polarity() const;
};

enum class VertexKind : std::uint8_t { actor, subject };

struct Vertex {
    VertexKind kind = VertexKind::actor;
    std::string id;  ///< `a_scott_bessent`, `s_h20_sales`; see identifier.hpp.
    std::string name;
    std::string type;                  ///< Of kActorKindNames, "author" or "unknown"; empty for subjects.
    std::string scope;                 ///< The document of an anonymous speaker.
    std::vector<std::string> aliases;  ///< Ascending.
    Tally tally;
    double x = 0.0;  ///< Within +-2500; y points up. All 0 if the graph was not laid out.
    double y = 0.0;
    double size = 0.0;  ///< From 4 to 100 by documents.
};

/// All claims with one stance of one actor on one subject.
struct StanceEdge {
    EdgeIndex index = 0;  ///< Its own, set by StanceGraph.
    std::string id;       ///< `e_` and a hash of actor, subject and stance.
    VertexIndex actor = 0;
    VertexIndex subject = 0;
    std::string stance;         ///< The label.
    double polarity = 0.0;      ///< Mean over the claims, in [-1, 1]; questions and conditions count as 0.
    double certainty = 0.0;     ///< The surest claim's, in (0, 1].
    double belief = 0.0;        ///< How sure it is over all reports, those of the opposite too; belief.hpp.
    bool is_contested = false;  ///< The pair has claims of both signs.
    Tally tally;
    std::uint32_t evidence_begin = 0;  ///< Into the graph's evidence; read it with StanceGraph::evidence().
};

/// What went into a graph and what could not.
struct GraphInfo {
    std::uint32_t claims = 0;
    std::uint32_t documents = 0;
    std::uint32_t stories = 0;
    std::uint32_t without_actor = 0;  ///< Claims that name no speaker: in claims(), on no edge.
    std::uint32_t without_subject = 0;
};

/// Everything of a graph, in order, before it is built.
struct GraphParts {
    std::vector<Claim> claims;        ///< In the order of `claim_order`.
    std::vector<StoryIndex> stories;  ///< Of each claim.
    std::vector<std::string> story_names;
    std::vector<Vertex> vertices;      ///< Actors before subjects, each by key.
    std::vector<StanceEdge> edges;     ///< By actor, subject, stance.
    std::vector<ClaimIndex> evidence;  ///< Edge after edge, ascending within one.
    GraphInfo info;
};

/// Immutable; made by build_graph (build.hpp). Indices count from 0 in the orders of GraphParts.
class StanceGraph {
public:
    explicit StanceGraph(GraphParts parts);
    ~StanceGraph();
    StanceGraph(StanceGraph&&) noexcept;
    StanceGraph& operator=(StanceGraph&&) noexcept;

    [[nodiscard]] const GraphInfo& info() const;
    [[nodiscard]] VertexIndex vertex_count() const;
    [[nodiscard]] EdgeIndex edge_count() const;
    [[nodiscard]] const Vertex& vertex(VertexIndex index) const;
    [[nodiscard]] const StanceEdge& edge(EdgeIndex index) const;
    /// Edges of a vertex, ascending: those from an actor, those to a subject. O(its edges).
    [[nodiscard]] std::vector<EdgeIndex> edges_of(VertexIndex index) const;

    [[nodiscard]] std::span<const Claim> claims() const;
    [[nodiscard]] ClaimTable table() const;
    /// A story's name: of its documents the first by name.
    [[nodiscard]] const std::string& story_name(StoryIndex story) const;
    /// The claims of an edge, ascending.
    [[nodiscard]] std::span<const ClaimIndex> evidence(const StanceEdge& edge) const;
    [[nodiscard]] std::span<const ClaimIndex> evidence() const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace stancegraph
