#include "graph/stance_graph.hpp"

#include <algorithm>
#include <utility>

#include <boost/graph/adjacency_list.hpp>

namespace stancegraph {
namespace {

/// vecS allows parallel edges, one for each stance, and gives vertices their index for nothing;
/// bidirectionalS answers who else speaks of a subject without a scan.
using Adjacency =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Vertex, StanceEdge, GraphInfo>;
using EdgeDescriptor = boost::graph_traits<Adjacency>::edge_descriptor;

}  // namespace

double Tally::dispute() const {
    const std::uint32_t less = std::min(positive, negative);
    const std::uint32_t more = std::max(positive, negative);
    return more == 0 ? 0.0 : static_cast<double>(less) / static_cast<double>(more);
}

double Tally::net_polarity() const {
    const auto for_it = static_cast<double>(positive);
    const auto against_it = static_cast<double>(negative);
    return positive + negative == 0 ? 0.0 : (for_it - against_it) / (for_it + against_it);
}

struct StanceGraph::Implementation {
    std::vector<Claim> claims;
    std::vector<StoryIndex> stories;
    std::vector<std::string> story_names;
    std::vector<ClaimIndex> evidence;
    Adjacency adjacency;
    std::vector<EdgeDescriptor> edges;  ///< By EdgeIndex.
};

StanceGraph::StanceGraph(GraphParts parts) : implementation_(std::make_unique<Implementation>()) {
    implementation_->claims = std::move(parts.claims);
    implementation_->stories = std::move(parts.stories);
    implementation_->story_names = std::move(parts.story_names);
    implementation_->evidence = std::move(parts.evidence);
    Adjacency& adjacency = implementation_->adjacency;
    adjacency[boost::graph_bundle] = parts.info;
    for (Vertex& vertex : parts.vertices) {
        boost::add_vertex(std::move(vertex), adjacency);
    }
    implementation_->edges.reserve(parts.edges.size());
    for (StanceEdge& edge : parts.edges) {
        edge.index = static_cast<EdgeIndex>(implementation_->edges.size());
        const VertexIndex actor = edge.actor;
        const VertexIndex subject = edge.subject;
        implementation_->edges.push_back(boost::add_edge(actor, subject, std::move(edge), adjacency).first);
    }
}

StanceGraph::~StanceGraph() = default;
StanceGraph::StanceGraph(StanceGraph&&) noexcept = default;
StanceGraph& StanceGraph::operator=(StanceGraph&&) noexcept = default;

const GraphInfo& StanceGraph::info() const {
    return implementation_->adjacency[boost::graph_bundle];
}

VertexIndex StanceGraph::vertex_count() const {
    return static_cast<VertexIndex>(boost::num_vertices(implementation_->adjacency));
}

EdgeIndex StanceGraph::edge_count() const {
    return static_cast<EdgeIndex>(implementation_->edges.size());
}

const Vertex& StanceGraph::vertex(VertexIndex index) const {
    return implementation_->adjacency[boost::vertex(index, implementation_->adjacency)];
}

const StanceEdge& StanceGraph::edge(EdgeIndex index) const {
    return implementation_->adjacency[implementation_->edges[index]];
}

std::vector<EdgeIndex> StanceGraph::edges_of(VertexIndex index) const {
    const Adjacency& adjacency = implementation_->adjacency;
    std::vector<EdgeIndex> found;
    const auto add = [&](const EdgeDescriptor& descriptor) { found.push_back(adjacency[descriptor].index); };
    const auto [out_begin, out_end] = boost::out_edges(index, adjacency);
    std::for_each(out_begin, out_end, add);
    const auto [in_begin, in_end] = boost::in_edges(index, adjacency);
    std::for_each(in_begin, in_end, add);
    std::ranges::sort(found);
    return found;
}

std::span<const Claim> StanceGraph::claims() const {
    return implementation_->claims;
}

ClaimTable StanceGraph::table() const {
    return {.claims = implementation_->claims, .stories = implementation_->stories};
}

const std::string& StanceGraph::story_name(StoryIndex story) const {
    return implementation_->story_names[story];
}

std::span<const ClaimIndex> StanceGraph::evidence(const StanceEdge& edge) const {
    return std::span(implementation_->evidence).subspan(edge.evidence_begin, edge.tally.claims);
}

std::span<const ClaimIndex> StanceGraph::evidence() const {
    return implementation_->evidence;
}

}  // namespace stancegraph
