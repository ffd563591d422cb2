#include <catch2/catch.hpp>

#include "graph/build.hpp"
#include "support/sample_claims.hpp"

using namespace stancegraph;
using stancegraph::testing::harbour_claims;

TEST_CASE("a restricted graph keeps ids and names, and counts its own claims alone", "[graph]") {
    const StanceGraph graph = build_graph(ClaimSet(harbour_claims()));
    std::vector<ClaimIndex> chosen;
    for (ClaimIndex claim = 0; claim < graph.claims().size(); ++claim) {
        if (graph.claims()[claim].doc == "tidewatch-02.txt") {
            chosen.push_back(claim);
        }
    }
    const StanceGraph part = restrict_graph(graph, chosen);
    CHECK(part.info().claims == 2);
    CHECK(part.info().documents == 1);
    REQUIRE(part.edge_count() == 2);
    // The document says `Quill` only; that this is Mara Quill is known from the others.
    const Vertex& quill = part.vertex(part.edge(0).actor);
    CHECK(quill.id == "a_mara_quill");
    CHECK(quill.name == "Mara Quill");
    CHECK(quill.tally.claims == 1);
    CHECK(part.edge(0).tally.claims == 1);
    CHECK_FALSE(part.edge(0).is_contested);
    for (EdgeIndex edge = 0; edge < graph.edge_count(); ++edge) {
        const bool is_same =
            graph.edge(edge).stance == "opposes" && graph.vertex(graph.edge(edge).actor).id == "a_mara_quill";
        CHECK((!is_same || graph.edge(edge).id == part.edge(0).id));
    }
}

TEST_CASE("restricted to all claims a graph is itself, to none it is empty", "[graph]") {
    const StanceGraph graph = build_graph(ClaimSet(harbour_claims()));
    std::vector<ClaimIndex> all;
    for (ClaimIndex claim = 0; claim < graph.claims().size(); ++claim) {
        all.push_back(claim);
    }
    const StanceGraph same = restrict_graph(graph, all);
    REQUIRE(same.edge_count() == graph.edge_count());
    for (EdgeIndex edge = 0; edge < graph.edge_count(); ++edge) {
        CHECK(same.edge(edge).id == graph.edge(edge).id);
        CHECK(same.edge(edge).belief == graph.edge(edge).belief);
    }
    CHECK(restrict_graph(graph, {}).vertex_count() == 0);
}
