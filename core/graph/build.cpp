#include "graph/build.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>
#include <utility>

#include "graph/belief.hpp"
#include "graph/identifier.hpp"
#include "graph/identity.hpp"
#include "graph/placement.hpp"
#include "graph/story_table.hpp"
#include "graph/tally.hpp"

namespace stancegraph {
namespace {

/// A claim on its way to its edge.
struct Placed {
    VertexIndex actor = 0;
    VertexIndex subject = 0;
    ClaimIndex claim = 0;
};

void add_vertices(std::vector<Vertex>& vertices, Identities& identities, VertexKind kind, Identifiers& ids) {
    for (Identity& identity : identities.all) {
        Vertex vertex;
        vertex.kind = kind;
        vertex.id = ids.make(kind == VertexKind::actor ? "a_" : "s_", identity.key);
        vertex.name = std::move(identity.name);
        vertex.type = std::move(identity.type);
        vertex.scope = std::move(identity.scope);
        vertex.aliases = std::move(identity.aliases);
        vertices.push_back(std::move(vertex));
    }
}

/// Takes the claims that miss an end out of both tables, and with them the actors and subjects that then
/// stand on no edge.
void drop_incomplete(Identities& actors, Identities& subjects, GraphInfo& info) {
    for (std::size_t claim = 0; claim < actors.of_claim.size(); ++claim) {
        const bool has_actor = actors.of_claim[claim] != kNoIdentity;
        const bool has_subject = subjects.of_claim[claim] != kNoIdentity;
        info.without_actor += has_actor ? 0U : 1U;
        info.without_subject += has_subject ? 0U : 1U;
        if (!has_actor || !has_subject) {
            actors.of_claim[claim] = kNoIdentity;
            subjects.of_claim[claim] = kNoIdentity;
        }
    }
    for (Identities* identities : {&actors, &subjects}) {
        keep_used(*identities);
    }
}

/// The complete claims by actor, subject, stance and then in their own order.
std::vector<Placed> placed_claims(const std::vector<Claim>& claims, const Identities& actors,
                                  const Identities& subjects) {
    std::vector<Placed> placed;
    placed.reserve(claims.size());
    const auto subjects_begin = static_cast<VertexIndex>(actors.all.size());
    for (ClaimIndex claim = 0; claim < claims.size(); ++claim) {
        if (actors.of_claim[claim] != kNoIdentity) {
            placed.push_back({.actor = actors.of_claim[claim],
                              .subject = subjects_begin + subjects.of_claim[claim],
                              .claim = claim});
        }
    }
    std::ranges::sort(placed, [&](const Placed& a, const Placed& b) {
        return std::tie(a.actor, a.subject, claims[a.claim].stance.label, a.claim) <
               std::tie(b.actor, b.subject, claims[b.claim].stance.label, b.claim);
    });
    return placed;
}

ClaimTable table_of(const GraphParts& parts) {
    return {.claims = parts.claims, .stories = parts.stories};
}

StanceEdge edge_of(const GraphParts& parts, const Placed& first, std::span<const ClaimIndex> evidence) {
    StanceEdge edge;
    edge.actor = first.actor;
    edge.subject = first.subject;
    edge.stance = parts.claims[first.claim].stance.label;
    edge.tally = tally_of(table_of(parts), evidence);
    double sum = 0.0;
    for (const ClaimIndex claim : evidence) {
        sum += asserted_polarity(parts.claims[claim]);
        edge.certainty = std::max(edge.certainty, parts.claims[claim].certainty);
    }
    edge.polarity = sum / static_cast<double>(evidence.size());
    return edge;
}

void add_edges(GraphParts& parts, const std::vector<Placed>& placed, Identifiers& ids) {
    parts.evidence.reserve(placed.size());
    for (std::size_t begin = 0; begin < placed.size();) {
        const auto is_same_edge = [&](const Placed& other) {
            return other.actor == placed[begin].actor && other.subject == placed[begin].subject &&
                   parts.claims[other.claim].stance.label == parts.claims[placed[begin].claim].stance.label;
        };
        std::size_t end = begin;
        const std::size_t evidence_begin = parts.evidence.size();
        for (; end < placed.size() && is_same_edge(placed[end]); ++end) {
            parts.evidence.push_back(placed[end].claim);
        }
        StanceEdge edge = edge_of(parts, placed[begin], std::span(parts.evidence).subspan(evidence_begin));
        edge.evidence_begin = static_cast<std::uint32_t>(evidence_begin);
        edge.id = ids.make_hashed("e_", parts.vertices[edge.actor].id + '\n' +
                                            parts.vertices[edge.subject].id + '\n' + edge.stance);
        parts.edges.push_back(std::move(edge));
        begin = end;
    }
}

/// The claims of the pair that say the opposite of one of its edges, from outside of that edge.
std::vector<ClaimIndex> opposite_of(const GraphParts& parts, const StanceEdge& edge,
                                    std::span<const ClaimIndex> pair) {
    const Sign sign = sign_of(edge.polarity);
    std::vector<ClaimIndex> opposite;
    for (const ClaimIndex index : pair) {
        const Claim& claim = parts.claims[index];
        const Sign other = sign_of(asserted_polarity(claim));
        const bool is_opposite = sign != Sign::neutral && other != Sign::neutral && other != sign;
        if (is_opposite && claim.stance.label != edge.stance) {
            opposite.push_back(index);
        }
    }
    return opposite;
}

/// What the edges of one actor and subject say of each other.
void weigh_pair(GraphParts& parts, std::span<StanceEdge> edges, std::span<const ClaimIndex> evidence) {
    const bool is_contested =
        (edges.size() > 1 ? tally_of(table_of(parts), evidence) : edges.front().tally).dispute() > 0.0;
    for (StanceEdge& edge : edges) {
        const auto own =
            evidence.subspan(edge.evidence_begin - edges.front().evidence_begin, edge.tally.claims);
        const auto opposite = is_contested ? opposite_of(parts, edge, evidence) : std::vector<ClaimIndex>();
        edge.belief = weighed(support_in(table_of(parts), own), support_in(table_of(parts), opposite));
        edge.is_contested = is_contested;
    }
}

void weigh_pairs(GraphParts& parts) {
    const std::span<StanceEdge> edges(parts.edges);
    for (std::size_t begin = 0; begin < edges.size();) {
        const StanceEdge& first = edges[begin];
        std::size_t end = begin;
        std::uint32_t count = 0;
        for (; end < edges.size() && edges[end].actor == first.actor && edges[end].subject == first.subject;
             ++end) {
            count += edges[end].tally.claims;
        }
        weigh_pair(parts, edges.subspan(begin, end - begin),
                   std::span<const ClaimIndex>(parts.evidence).subspan(first.evidence_begin, count));
        begin = end;
    }
}

void tally_vertices(GraphParts& parts, const std::vector<Placed>& placed) {
    std::vector<std::vector<ClaimIndex>> claims_of(parts.vertices.size());
    for (const Placed& claim : placed) {
        claims_of[claim.actor].push_back(claim.claim);
        claims_of[claim.subject].push_back(claim.claim);
    }
    for (std::size_t index = 0; index < parts.vertices.size(); ++index) {
        parts.vertices[index].tally = tally_of(table_of(parts), claims_of[index]);
    }
}

std::uint32_t count_documents(const std::vector<Claim>& claims) {
    std::uint32_t count = 0;
    const std::string* last = nullptr;
    for (const Claim& claim : claims) {  // sorted by document
        count += last == nullptr || *last != claim.doc ? 1U : 0U;
        last = &claim.doc;
    }
    return count;
}

/// Keeps the claims at `used` with their stories, which are counted again.
void keep_claims(const StanceGraph& graph, std::span<const ClaimIndex> used, GraphParts& parts) {
    std::map<StoryIndex, StoryIndex> numbers;
    for (const ClaimIndex claim : used) {
        parts.claims.push_back(graph.claims()[claim]);
        numbers[graph.table().stories[claim]] = 0;
    }
    for (auto& [story, number] : numbers) {
        number = static_cast<StoryIndex>(parts.story_names.size());
        parts.story_names.push_back(graph.story_name(story));
    }
    for (const ClaimIndex claim : used) {
        parts.stories.push_back(numbers.at(graph.table().stories[claim]));
    }
    parts.info.stories = static_cast<std::uint32_t>(numbers.size());
}

/// Of the claims on edges those at `wanted`, in the order of the edges and with their new places in `parts`.
std::vector<Placed> placed_again(const StanceGraph& graph, std::span<const ClaimIndex> wanted,
                                 GraphParts& parts) {
    std::vector<Placed> placed;
    for (EdgeIndex index = 0; index < graph.edge_count(); ++index) {
        const StanceEdge& edge = graph.edge(index);
        for (const ClaimIndex claim : graph.evidence(edge)) {
            if (std::ranges::binary_search(wanted, claim)) {
                placed.push_back({.actor = edge.actor, .subject = edge.subject, .claim = claim});
            }
        }
    }
    std::vector<ClaimIndex> used(placed.size());
    std::ranges::transform(placed, used.begin(), &Placed::claim);
    std::ranges::sort(used);
    keep_claims(graph, used, parts);
    for (Placed& claim : placed) {
        claim.claim = static_cast<ClaimIndex>(std::ranges::lower_bound(used, claim.claim) - used.begin());
    }
    return placed;
}

/// Everything that follows from the vertices and the claims with their places.
StanceGraph finish(GraphParts parts, const std::vector<Placed>& placed, Identifiers& ids,
                   const GraphOptions& options) {
    add_edges(parts, placed, ids);
    weigh_pairs(parts);
    tally_vertices(parts, placed);
    size_vertices(parts.vertices);
    if (options.has_layout) {
        place_vertices(parts.vertices, parts.edges);
    }
    return StanceGraph(std::move(parts));
}

}  // namespace

StanceGraph build_graph(ClaimSet claims, const GraphOptions& options) {
    GraphParts parts;
    const StoryLinks links = claims.story_links();
    const IdentityDecisions decisions = claims.decisions();
    parts.claims = std::move(claims).sorted();
    StoryTable stories = stories_of(parts.claims, links);
    parts.stories = std::move(stories.of_claim);
    parts.story_names = std::move(stories.names);
    parts.info.stories = static_cast<std::uint32_t>(parts.story_names.size());
    parts.info.claims = static_cast<std::uint32_t>(parts.claims.size());
    parts.info.documents = count_documents(parts.claims);
    Identities actors = identify_actors(parts.claims, decisions);
    Identities subjects = identify_subjects(parts.claims);
    drop_incomplete(actors, subjects, parts.info);
    const std::vector<Placed> placed = placed_claims(parts.claims, actors, subjects);
    Identifiers ids;
    add_vertices(parts.vertices, actors, VertexKind::actor, ids);
    add_vertices(parts.vertices, subjects, VertexKind::subject, ids);
    return finish(std::move(parts), placed, ids, options);
}

StanceGraph restrict_graph(const StanceGraph& graph, std::span<const ClaimIndex> claims,
                           const GraphOptions& options) {
    GraphParts parts;
    std::vector<Placed> placed = placed_again(graph, claims, parts);
    std::vector<VertexIndex> place_of(graph.vertex_count(), 0);
    for (const Placed& claim : placed) {
        place_of[claim.actor] = 1;
        place_of[claim.subject] = 1;
    }
    for (VertexIndex vertex = 0; vertex < graph.vertex_count(); ++vertex) {
        if (place_of[vertex] != 0) {
            place_of[vertex] = static_cast<VertexIndex>(parts.vertices.size());
            parts.vertices.push_back(graph.vertex(vertex));
        }
    }
    for (Placed& claim : placed) {
        claim.actor = place_of[claim.actor];
        claim.subject = place_of[claim.subject];
    }
    parts.info.claims = static_cast<std::uint32_t>(parts.claims.size());
    parts.info.documents = count_documents(parts.claims);
    Identifiers ids;
    return finish(std::move(parts), placed, ids, options);
}

}  // namespace stancegraph
