#include "query/graph_names.hpp"

namespace stancegraph {

std::set<std::string> stances_of(const StanceGraph& graph) {
    std::set<std::string> stances;
    for (EdgeIndex index = 0; index < graph.edge_count(); ++index) {
        stances.insert(graph.edge(index).stance);
    }
    return stances;
}

std::set<std::string> outlets_of(const StanceGraph& graph) {
    std::set<std::string> outlets;
    for (const Claim& claim : graph.claims()) {
        if (!claim.source.outlet.empty()) {
            outlets.insert(claim.source.outlet);
        }
    }
    return outlets;
}

std::set<std::string> kinds_of(const StanceGraph& graph) {
    std::set<std::string> kinds;
    for (VertexIndex index = 0; index < graph.vertex_count(); ++index) {
        if (graph.vertex(index).kind == VertexKind::actor) {
            kinds.insert(graph.vertex(index).type);
        }
    }
    return kinds;
}

}  // namespace stancegraph
