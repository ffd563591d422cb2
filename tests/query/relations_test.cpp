#include "query/relations.hpp"

#include <catch2/catch.hpp>

#include "graph/build.hpp"
#include "query/contradictions.hpp"
#include "query/groups.hpp"
#include "query/look_up.hpp"
#include "support/sample_claims.hpp"

using namespace stancegraph;
using stancegraph::testing::ClaimSketch;
using stancegraph::testing::harbour_claims;
using stancegraph::testing::make_claim;

namespace {

ClaimSketch says(std::string document, std::string date, std::string speaker, double polarity,
                 std::string subject, std::string quote = "words") {
    return {.document = document,
            .outlet = document.substr(0, document.find('-')),
            .date = std::move(date),
            .speaker = std::move(speaker),
            .stance = polarity < 0 ? "opposes" : "supports",
            .polarity = polarity,
            .subject = std::move(subject),
            .quote = std::move(quote)};
}

StanceGraph graph_of(const std::vector<ClaimSketch>& sketches) {
    ClaimSet claims;
    std::uint32_t line = 0;
    for (ClaimSketch sketch : sketches) {
        sketch.line = ++line;
        claims.add(make_claim(sketch));
    }
    return build_graph(std::move(claims), {.has_layout = false});
}

std::vector<SelectedEdge> everything(const StanceGraph& graph) {
    Diagnostics none;
    return select(graph, {}, none).value_or(std::vector<SelectedEdge>());
}

VertexIndex actor_called(const StanceGraph& graph, const std::string& name) {
    Diagnostics none;
    return look_up_actor(graph, name, none).value();
}

/// Ada and Bo agree on two subjects, Ada and Cy on one and differ on another, Dee is linked by Cy alone.
const StanceGraph& quay() {
    static const StanceGraph graph = graph_of({
        says("Beacon-1", "2025-03-01", "Ada Ek", 0.7, "wall", "Ada Ek backs the wall."),
        says("Beacon-1", "2025-03-01", "Ada Ek", -0.7, "dredging", "She is against dredging."),
        says("Beacon-2", "2025-03-02", "Bo Rask", 0.5, "wall", "Bo Rask likes the wall."),
        says("Beacon-2", "2025-03-02", "Bo Rask", -0.5, "dredging", "He would stop dredging."),
        says("Herald-1", "2025-05-03", "Cy Pell", 0.6, "wall", "Cy Pell wants the wall."),
        says("Herald-1", "2025-05-03", "Cy Pell", 0.6, "dredging", "He asks for dredging."),
        says("Herald-1", "2025-05-03", "Cy Pell", 0.6, "fares", "He asks for higher fares."),
        says("Herald-2", "", "Dee Aumont", 0.6, "fares", "Dee Aumont asks for higher fares."),
    });
    return graph;
}

}  // namespace

TEST_CASE("allies and opponents are scored by the subjects that they share", "[query]") {
    const auto all = everything(quay());
    const VertexIndex ada = actor_called(quay(), "ada");
    CHECK(render(related_actors(quay(), all, ada, Side::allies), AnswerFormat::csv) ==
          "actor,score,shared,same_side,other_side\r\n"
          "Bo Rask,0.67,2,dredging; wall,\r\n");
    CHECK(render(related_actors(quay(), all, actor_called(quay(), "Cy Pell"), Side::allies),
                 AnswerFormat::csv) ==
          "actor,score,shared,same_side,other_side\r\n"
          "Dee Aumont,0.5,1,fares,\r\n");
    const StanceGraph quarrel = graph_of({
        says("Beacon-1", "2025-03-01", "Ada Ek", 0.7, "wall"),
        says("Beacon-2", "2025-03-01", "Bo Rask", -0.7, "wall"),
    });
    CHECK(render(related_actors(quarrel, everything(quarrel), 0, Side::opponents), AnswerFormat::table) ==
          "actor    score  shared  same_side  other_side\n"
          "Bo Rask   -0.5       1             wall\n");
}

TEST_CASE("a path goes through shared sides and shows both proofs of each step", "[query]") {
    const auto all = everything(quay());
    const auto steps = path_between(quay(), all, actor_called(quay(), "ada"), actor_called(quay(), "aumont"));
    REQUIRE(steps);
    std::string text;
    for (const EvidenceRow& step : *steps) {
        text += step.actor + " " + step.stance + " " + step.subject + "\n";
    }
    CHECK(text ==
          "Ada Ek supports wall\nCy Pell supports wall\nCy Pell supports fares\nDee Aumont supports fares\n");
    const StanceGraph quarrel = graph_of({
        says("Beacon-1", "2025-03-01", "Ada Ek", 0.7, "wall"),
        says("Beacon-2", "2025-03-01", "Bo Rask", -0.7, "wall"),
    });
    CHECK_FALSE(path_between(quarrel, everything(quarrel), 0, 1));
    CHECK(path_between(quarrel, everything(quarrel), 0, 0)->empty());
}

TEST_CASE("who else says what a claim says", "[query]") {
    const auto all = everything(quay());
    std::string id;
    for (const Claim& claim : quay().claims()) {
        id = claim.quote == "Ada Ek backs the wall." ? claim.id : id;
    }
    Diagnostics diagnostics;
    const auto others = who_else(quay(), all, id.substr(0, 12), diagnostics);
    REQUIRE(others);
    CHECK(diagnostics.is_empty());
    std::string text;
    for (const AnswerRow& row : answer(quay(), *others)) {
        text += row.actor + " " + row.stance + " " + row.subject + "\n";
    }
    CHECK(text == "Bo Rask supports wall\nCy Pell supports wall\n");
    CHECK_FALSE(who_else(quay(), all, "c:", diagnostics));
    CHECK_FALSE(who_else(quay(), all, "zzz", diagnostics));
    CHECK(render(diagnostics) ==
          "error[SG3015]: 'c:' is the beginning of 8 claims\nhelp: give more of the id\n"
          "error[SG3014]: no claim 'zzz' in the graph\n"
          "help: query --evidence --format jsonl gives the ids as \"claim\"\n");
}

TEST_CASE("claims are counted by what is asked", "[query]") {
    Diagnostics diagnostics;
    const auto by = [&](const std::string& keys) {
        const auto sheet = grouped(quay(), everything(quay()), keys, diagnostics);
        return sheet ? render(*sheet, AnswerFormat::csv) : std::string();
    };
    CHECK(by("outlet, polarity") ==
          "outlet,polarity,claims,documents,stories,outlets,positive,negative,neutral,first,last\r\n"
          "Herald,positive,4,2,2,1,2,0,0,2025-05-03,2025-05-03\r\n"
          "Beacon,negative,2,2,2,1,0,2,0,2025-03-01,2025-03-02\r\n"
          "Beacon,positive,2,2,2,1,2,0,0,2025-03-01,2025-03-02\r\n");
    CHECK(by("month") ==
          "month,claims,documents,stories,outlets,positive,negative,neutral,first,last\r\n"
          "2025-03,4,2,2,1,2,2,0,2025-03-01,2025-03-02\r\n"
          "2025-05,3,1,1,1,1,0,0,2025-05-03,2025-05-03\r\n"
          ",1,1,1,1,1,0,0,,\r\n");
    CHECK(by("month,actor") ==
          "month,actor,claims,documents,stories,outlets,positive,negative,neutral,first,last\r\n"
          "2025-03,Ada Ek,2,1,1,1,1,1,0,2025-03-01,2025-03-01\r\n"
          "2025-03,Bo Rask,2,1,1,1,1,1,0,2025-03-02,2025-03-02\r\n"
          "2025-05,Cy Pell,3,1,1,1,1,0,0,2025-05-03,2025-05-03\r\n"
          ",Dee Aumont,1,1,1,1,1,0,0,,\r\n");
    CHECK(by("actr").empty());
    CHECK(render(diagnostics) ==
          "error[SG3013]: claims cannot be grouped by 'actr'\nhelp: did you mean 'actor'?\n");
}

TEST_CASE("a timeline has every month between the first and the last", "[query]") {
    CHECK(render(timeline(quay(), everything(quay())), AnswerFormat::table) ==
          "month    claims  documents  stories  positive  negative  neutral  net  chart\n"
          "2025-03       4          2        2         2         2        0    0  ++--\n"
          "2025-04       0          0        0         0         0        0    0\n"
          "2025-05       3          1        1         1         0        0   +1  +\n"
          "undated       1          1        1         1         0        0   +1  +\n");
}

TEST_CASE("contradictions are told apart by when and where they are reported", "[query]") {
    struct Row {
        std::string what;
        std::vector<ClaimSketch> sketches;
        std::string expected;
    };

    const std::string quote = "“Nobody on this quay was ever asked about the wall,” said ";
    ClaimSketch unnamed = says("Herald-2", "2025-03-02", "an official", -0.6, "wall", quote + "an official.");
    unnamed.kind = "anonymous";
    const auto row = GENERATE_COPY(values<Row>({
        {"agreed",
         {says("Beacon-1", "2025-03-01", "Ada Ek", 0.7, "wall"),
          says("Herald-1", "2025-03-02", "Ada Ek", 0.6, "wall")},
         ""},
        {"a change",
         {says("Beacon-1", "2025-03-01", "Ada Ek", 0.7, "wall"),
          says("Herald-1", "2025-03-02", "Ada Ek", 0.6, "wall"),
          says("Beacon-2", "2025-04-02", "Ada Ek", -0.6, "wall")},
         "Ada Ek on wall: change over time, 2025-03-02 to 2025-04-02, 3\n"},
        {"a change that its article looks back on",
         {says("Beacon-1", "2025-03-01", "Ada Ek", 0.7, "wall"),
          says("Beacon-2", "2025-04-02", "Ada Ek", 0.7, "wall"),
          says("Beacon-2", "2025-04-02", "Ada Ek", -0.6, "wall"),
          says("Beacon-2", "2025-04-02", "Ada Ek", -0.8, "wall")},
         "Ada Ek on wall: change over time, 2025-03-01 to 2025-04-02, 4\n"},
        {"within an outlet, on one day",
         {says("Beacon-1", "2025-03-01", "Ada Ek", 0.7, "wall"),
          says("Beacon-2", "2025-03-01", "Ada Ek", -0.6, "wall")},
         "Ada Ek on wall: within one outlet, 2\n"},
        {"across outlets, on one day",
         {says("Beacon-1", "2025-03-01", "Ada Ek", 0.7, "wall"),
          says("Herald-2", "2025-03-01", "Ada Ek", -0.6, "wall")},
         "Ada Ek on wall: across outlets, 2\n"},
        {"without dates",
         {says("Beacon-1", "", "Ada Ek", 0.7, "wall"), says("Herald-2", "", "Ada Ek", -0.6, "wall")},
         "Ada Ek on wall: across outlets, 2\n"},
        {"back and forth",
         {says("Beacon-1", "2025-03-01", "Ada Ek", 0.7, "wall"),
          says("Beacon-2", "2025-03-02", "Ada Ek", -0.6, "wall"),
          says("Beacon-3", "2025-03-03", "Ada Ek", 0.7, "wall"),
          says("Beacon-4", "2025-03-04", "Ada Ek", -0.6, "wall")},
         "Ada Ek on wall: within one outlet, 4\n"},
        {"the same words of two speakers",
         {says("Beacon-1", "2025-03-01", "Ada Ek", -0.7, "wall", quote + "Ada Ek."),
          says("Herald-2", "2025-03-02", "Bo Rask", -0.6, "wall", quote + "Bo Rask.")},
         "Ada Ek / Bo Rask on wall: reported differently, 2\n"},
        {"the same words of one speaker",
         {says("Beacon-1", "2025-03-01", "Ada Ek", -0.7, "wall", quote + "Ada Ek."),
          says("Herald-2", "2025-03-02", "Ada Ek", -0.6, "wall", quote + "the mayor.")},
         ""},
        {"the same words of one speaker, whose name is spelt in two ways",
         {says("Beacon-1", "2025-03-01", "Ada Ek", -0.7, "wall", quote + "Ada Ek."),
          says("Herald-2", "2025-03-02", "Ada Ék", -0.6, "wall", quote + "Ada Ék.")},
         ""},
        {"the same words of one speaker whom one article does not name",
         {says("Beacon-1", "2025-03-01", "Ada Ek", -0.7, "wall", quote + "Ada Ek."), unnamed},
         ""},
        {"the same words, for and against, of one speaker",
         {says("Beacon-1", "2025-03-01", "Ada Ek", -0.7, "wall", quote + "Ada Ek."),
          says("Herald-2", "2025-03-01", "Ada Ek", 0.6, "wall", quote + "Ada Ek.")},
         "Ada Ek on wall: across outlets, 2\nAda Ek on wall: reported differently, 2\n"},
        {"the surest first",
         {says("Beacon-1", "2025-03-01", "Ada Ek", 0.7, "wall"),
          says("Beacon-2", "2025-03-01", "Ada Ek", -0.6, "wall"),
          says("Beacon-1", "2025-03-01", "Bo Rask", 0.7, "wall"),
          says("Herald-1", "2025-03-01", "Bo Rask", 0.7, "wall"),
          says("Beacon-2", "2025-03-01", "Bo Rask", -0.6, "wall"),
          says("Herald-2", "2025-03-01", "Bo Rask", -0.6, "wall")},
         "Bo Rask on wall: within one outlet, 4\nAda Ek on wall: within one outlet, 2\n"},
        {"a few words of two speakers",
         {says("Beacon-1", "2025-03-01", "Ada Ek", -0.7, "wall", "“No wall,” said Ada Ek."),
          says("Herald-2", "2025-03-02", "Bo Rask", -0.6, "wall", "“No wall,” said Bo Rask.")},
         ""},
    }));
    INFO(row.what);
    const StanceGraph graph = graph_of(row.sketches);
    std::string text;
    for (const Contradiction& one : contradictions(graph, everything(graph))) {
        text += one.actor + " on " + one.subject + ":";
        for (const ContradictionKind kind : one.kinds) {
            text.append(" ").append(name_of(kind)).append(",");
        }
        text += one.before.empty() ? "" : " " + one.before + " to " + one.after + ",";
        text += " " + std::to_string(one.proofs.size()) + "\n";
    }
    CHECK(text == row.expected);
}

TEST_CASE("contradictions are printed with their sentences", "[query]") {
    const StanceGraph graph = graph_of({
        says("Beacon-1", "2025-03-01", "Ada Ek", 0.7, "wall", "Ada Ek backs the wall."),
        says("Beacon-2", "2025-04-02", "Ada Ek", -0.6, "wall", "Ada Ek is done with the wall."),
    });
    const auto found = contradictions(graph, everything(graph));
    CHECK(render(found, AnswerFormat::table) ==
          "Ada Ek on wall: change over time, between 2025-03-01 and 2025-04-02 (belief 0.64)\n"
          "  Ada Ek supports (+0.7)  Beacon-1:1  Beacon, 2025-03-01  (rule sample_rule, certainty 0.8)\n"
          "    Ada Ek backs the wall.\n"
          "  Ada Ek opposes (-0.6)  Beacon-2:2  Beacon, 2025-04-02  (rule sample_rule, certainty 0.8)\n"
          "    Ada Ek is done with the wall.\n");
    const std::string csv = render(found, AnswerFormat::csv);
    CHECK(
        csv.starts_with("number,kinds,before,after,belief,actor,stance,subject,polarity,doc,line,outlet,date,"
                        "quote,certainty,claim\r\n"
                        "1,change over time,2025-03-01,2025-04-02,0.64,Ada Ek,supports,wall,0.7,Beacon-1,1,"
                        "Beacon,2025-03-01,Ada Ek backs the wall.,0.8,"));
}
