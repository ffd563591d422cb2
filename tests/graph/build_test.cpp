#include "graph/build.hpp"

#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "graph/belief.hpp"
#include "graph/pairs.hpp"
#include "support/sample_claims.hpp"

using namespace stancegraph;
using stancegraph::testing::ClaimSketch;
using stancegraph::testing::harbour_claims;
using stancegraph::testing::make_claim;
using stancegraph::testing::random_claims;

namespace {

ClaimSketch says(std::string document, std::string speaker, double polarity, std::string subject = "tides") {
    return {.document = std::move(document),
            .outlet = "Beacon",
            .date = "2025-03-04",
            .speaker = std::move(speaker),
            .stance = polarity < 0 ? "opposes" : "supports",
            .polarity = polarity,
            .subject = std::move(subject),
            .quote = "words"};
}

StanceGraph graph_of(const std::vector<ClaimSketch>& sketches) {
    ClaimSet claims;
    for (const ClaimSketch& sketch : sketches) {
        claims.add(make_claim(sketch));
    }
    return build_graph(std::move(claims));
}

/// `id (alias, alias)` of every vertex of that kind.
std::string names_in(const StanceGraph& graph, VertexKind kind) {
    std::string names;
    for (VertexIndex index = 0; index < graph.vertex_count(); ++index) {
        const Vertex& vertex = graph.vertex(index);
        if (vertex.kind != kind) {
            continue;
        }
        names += (names.empty() ? "" : " ") + vertex.name;
        for (const std::string& alias : vertex.aliases) {
            names += "=" + alias;
        }
    }
    return names;
}

}  // namespace

TEST_CASE("actors are the same across documents by name, and by surname where it is one person's",
          "[graph]") {
    struct Row {
        std::string what;
        std::vector<ClaimSketch> sketches;
        std::string expected;
    };

    ClaimSketch union_speaker = says("b.txt", "Ek", 1);
    union_speaker.kind = "organisation";
    const auto row = GENERATE_COPY(values<Row>({
        {"the same name", {says("a.txt", "Ada Ek", 1), says("b.txt", "Ada Ek", 1)}, "Ada Ek"},
        {"another case and blanks",
         {says("a.txt", "Ada Ek", 1), says("b.txt", "ADA  EK", 1), says("c.txt", "Ada Ek", 1)},
         "Ada Ek=ADA EK"},
        {"a surname", {says("a.txt", "Ek", 1), says("b.txt", "Ada Ek", 1)}, "Ada Ek=Ek"},
        {"a surname of two",
         {says("a.txt", "Ek", 1), says("b.txt", "Ada Ek", 1), says("c.txt", "Bo Ek", 1)},
         "Ada Ek Bo Ek Ek"},
        {"a middle initial, and the surname",
         {says("a.txt", "Ada M. Ek", 1), says("b.txt", "Ada Ek", 1), says("c.txt", "Ek", 1)},
         "Ada Ek=Ada M. Ek=Ek"},
        {"two middle initials",
         {says("a.txt", "Ada M. Ek", 1), says("b.txt", "Ada Ek", 1), says("c.txt", "Ada K. Ek", 1)},
         "Ada Ek Ada K. Ek Ada M. Ek"},
        {"a surname of two, in two documents",
         {says("a.txt", "Ek", 1), says("d.txt", "Ek", 1), says("b.txt", "Ada Ek", 1),
          says("c.txt", "Bo Ek", 1)},
         "Ada Ek Bo Ek Ek Ek"},
        {"a given name", {says("a.txt", "Ada", 1), says("b.txt", "Ada Ek", 1)}, "Ada Ada Ek"},
        {"a name with a title is no other bearer",
         {says("a.txt", "Ek", 1), says("b.txt", "Ada Ek", 1), says("c.txt", "Gov. Ada Ek", 1)},
         "Ada Ek=Ek Gov. Ada Ek"},
        {"a given name in two documents",
         {says("a.txt", "Ada", 1), says("c.txt", "Ada", 1), says("b.txt", "Ada Ek", 1)},
         "Ada Ada Ada Ek"},
        {"one word of nobody else in two documents",
         {says("a.txt", "Ada", 1), says("c.txt", "Ada", 1), says("b.txt", "Bo Ek", 1)},
         "Ada Bo Ek"},
        {"a surname that is somebody's given name",
         {says("a.txt", "Ada Bo", 1), says("b.txt", "Bo Ek", 1), says("c.txt", "Bo", 1)},
         "Ada Bo Bo Bo Ek"},
        {"a word that is known better than the longer name",
         {says("a.txt", "Democrats", 1), says("b.txt", "Democrats", 1), says("c.txt", "Democrats", 1),
          says("d.txt", "Harbour Democrats", 1)},
         "Democrats Harbour Democrats"},
        {"words in small letters",
         {says("a.txt", "president", 1), says("b.txt", "vice president", 1)},
         "president vice president"},
        {"a surname taken for a firm elsewhere",
         {union_speaker, says("c.txt", "Ek", 1), says("a.txt", "Ada Ek", 1)},
         "Ada Ek=Ek"},
        {"a firm of that name", {union_speaker, says("a.txt", "Ada Ek", 1)}, "Ada Ek Ek"},
    }));
    INFO(row.what);
    CHECK(names_in(graph_of(row.sketches), VertexKind::actor) == row.expected);
}

TEST_CASE("decisions join and part names", "[graph]") {
    struct Row {
        std::string what;
        std::vector<ClaimSketch> sketches;
        IdentityDecisions decisions;
        std::string expected;
    };

    const std::vector<ClaimSketch> three{says("a.txt", "Ada Ek", 1), says("b.txt", "Ek", 1),
                                         says("c.txt", "Ada Lind", 1)};
    const auto row = GENERATE_COPY(values<Row>({
        {"none", three, {}, "Ada Ek=Ek Ada Lind"},
        {"a surname is another person's",
         three,
         {.same = {}, .different = {{"Ada Ek", "ek"}}},
         "Ada Ek Ada Lind Ek"},
        {"two names of one",
         three,
         {.same = {{"Ada Ek", "Ada Lind"}}, .different = {}},
         "Ada Ek=Ada Lind=Ek"},
        {"the name to keep is in no article",
         three,
         {.same = {{"Ada Ek-Lind", "Ada Lind"}, {"Ada Ek-Lind", "Ada Ek"}}, .different = {}},
         "Ada Ek-Lind=Ada Ek=Ada Lind Ek"},
        {"a chain",
         three,
         {.same = {{"Ada Lind", "Ek"}, {"Ada Ek", "Ada Lind"}}, .different = {}},
         "Ada Ek=Ada Lind=Ek"},
        {"a surname of two, decided",
         {says("a.txt", "Ek", 1), says("d.txt", "Ek", 1), says("b.txt", "Ada Ek", 1),
          says("c.txt", "Bo Ek", 1)},
         {.same = {{"Bo Ek", "Ek"}}, .different = {}},
         "Ada Ek Bo Ek=Ek"},
        {"a name in another case is the same name",
         three,
         {.same = {{"Ada Ek", "Ada Lind"}, {"ada lind", "Ek"}}, .different = {}},
         "Ada Ek=Ada Lind=Ek"},
        {"what differs stays apart under another name too",
         {says("a.txt", "Ada M. Ek", 1), says("b.txt", "Ada Ek", 1), says("c.txt", "Ek", 1)},
         {.same = {}, .different = {{"Ada M. Ek", "Ek"}}},
         "Ada Ek=Ada M. Ek Ek"},
        {"a circle",
         three,
         {.same = {{"Ada Lind", "Ada Ek"}, {"Ada Ek", "Ada Lind"}}, .different = {}},
         "Ada Ek=Ada Lind=Ek"},
    }));
    INFO(row.what);
    ClaimSet claims;
    for (const ClaimSketch& sketch : row.sketches) {
        claims.add(make_claim(sketch));
    }
    claims.decide(row.decisions);
    CHECK(names_in(build_graph(claims), VertexKind::actor) == row.expected);
    ClaimSet merged;
    merged.merge(claims);
    CHECK(names_in(build_graph(merged), VertexKind::actor) == row.expected);
}

TEST_CASE("anonymous speakers stay in their document", "[graph]") {
    ClaimSketch first = says("a.txt", "analysts", 1);
    ClaimSketch second = says("b.txt", "analysts", -1);
    first.kind = second.kind = "anonymous";
    const StanceGraph graph = graph_of({first, second, first});
    CHECK(graph.vertex_count() == 3);
    CHECK(graph.vertex(0).name == "analysts");
    CHECK(graph.vertex(1).name == "analysts");
    CHECK(graph.vertex(0).id != graph.vertex(1).id);
    CHECK(graph.vertex(0).scope == "a.txt");
    CHECK_FALSE(graph.edge(0).is_contested);
}

TEST_CASE("an edge counts claims, documents, outlets and signs", "[graph]") {
    std::vector<ClaimSketch> sketches{says("a.txt", "Ada Ek", 0.8), says("a.txt", "Ada Ek", 0.4),
                                      says("b.txt", "Ada Ek", 0.6), says("c.txt", "Ada Ek", -0.5)};
    sketches[1].line = 9;
    sketches[2].outlet = "Herald";
    sketches[2].date = "2025-01-02";
    const StanceGraph graph = graph_of(sketches);
    REQUIRE(graph.edge_count() == 2);
    const StanceEdge& opposes = graph.edge(0);
    const StanceEdge& supports = graph.edge(1);
    CHECK(opposes.stance == "opposes");
    CHECK(supports.tally.claims == 3);
    CHECK(supports.tally.documents == 2);
    CHECK(supports.tally.outlets == 2);
    CHECK(supports.tally.positive == 2);
    CHECK(supports.tally.first_date == "2025-01-02");
    CHECK(supports.tally.last_date == "2025-03-04");
    CHECK(supports.polarity == Approx(0.6));
    CHECK(supports.tally.stories == 2);
    CHECK(supports.belief == Approx(weighed(1 - 0.36 * 0.36, 0.64)));  // each 0.8 sure
    CHECK(supports.is_contested);
    CHECK(opposes.is_contested);
    const auto pairs = pairs_of(graph);
    REQUIRE(pairs.size() == 1);
    CHECK(pairs.front().tally.net_polarity() == Approx(1.0 / 3));
    CHECK(pairs.front().tally.dispute() == Approx(0.5));
    CHECK(evidence_of(graph, pairs.front()).size() == 4);
}

TEST_CASE("questions and conditions contest nothing", "[graph]") {
    const std::string modality = GENERATE("question", "conditional");
    Claim asked = make_claim(says("b.txt", "Ada Ek", -0.9));
    asked.stance.modality = modality;
    ClaimSet claims({make_claim(says("a.txt", "Ada Ek", 0.9)), asked});
    const StanceGraph graph = build_graph(std::move(claims));
    CHECK(graph.edge(0).polarity == 0.0);
    CHECK_FALSE(graph.edge(1).is_contested);
}

TEST_CASE("claims without a speaker or subject are counted and make no edge", "[graph]") {
    const StanceGraph graph =
        graph_of({says("a.txt", "", 1), says("a.txt", "Ada Ek", 1, ""), says("a.txt", "Bo Ek", 1)});
    CHECK(graph.info().claims == 3);
    CHECK(graph.info().without_actor == 1);
    CHECK(graph.info().without_subject == 1);
    CHECK(graph.edge_count() == 1);
    CHECK(names_in(graph, VertexKind::actor) == "Bo Ek");
}

TEST_CASE("an empty set makes an empty graph", "[graph]") {
    const StanceGraph graph = build_graph({});
    CHECK(graph.vertex_count() == 0);
    CHECK(graph.edge_count() == 0);
    CHECK(pairs_of(graph).empty());
}

TEST_CASE("ids are short ASCII, unique, and the same whatever else is in the graph", "[graph]") {
    std::map<std::string, std::string> id_of;
    for (std::uint32_t seed = 0; seed < 10; ++seed) {
        const StanceGraph graph = build_graph(ClaimSet(random_claims(seed, 60)));
        std::set<std::string> ids;
        for (VertexIndex index = 0; index < graph.vertex_count(); ++index) {
            const Vertex& vertex = graph.vertex(index);
            CHECK(ids.insert(vertex.id).second);
            CHECK(vertex.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos);
            CHECK(vertex.id.size() <= 60);
        }
        for (EdgeIndex index = 0; index < graph.edge_count(); ++index) {
            const StanceEdge& edge = graph.edge(index);
            CHECK(ids.insert(edge.id).second);
            const std::string key =
                graph.vertex(edge.actor).id + " " + graph.vertex(edge.subject).id + " " + edge.stance;
            CHECK(id_of.try_emplace(key, edge.id).first->second == edge.id);
        }
    }
}

TEST_CASE("edges of a vertex are those that begin or end in it", "[graph]") {
    const StanceGraph graph = build_graph(ClaimSet(harbour_claims()));
    std::size_t ends = 0;
    for (VertexIndex vertex = 0; vertex < graph.vertex_count(); ++vertex) {
        for (const EdgeIndex index : graph.edges_of(vertex)) {
            const StanceEdge& edge = graph.edge(index);
            CHECK((edge.actor == vertex || edge.subject == vertex));
            ++ends;
        }
    }
    CHECK(ends == 2 * graph.edge_count());
}
