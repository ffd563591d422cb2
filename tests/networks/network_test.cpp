#include "networks/discourse_network.hpp"

#include <catch2/catch.hpp>

#include "network_claims.hpp"
#include "networks/filter.hpp"

using namespace stancegraph;
using stancegraph::testing::edges_of;
using stancegraph::testing::graph_of;

namespace {

/// Ada: tides +2, fares +1 -1, noise -1. Bo: tides +1 -1, fares +1. Cy: tides -1, noise -2, and neutral once.
StanceGraph three_actors() {
    return graph_of({"Ada + tides north/1", "Ada + tides south/2", "Ada + fares north/1",
                     "Ada - fares south/2", "Ada - noise south/2", "Bo + tides north/1", "Bo - tides south/2",
                     "Bo + fares south/2", "Cy - tides south/2", "Cy - noise north/1", "Cy - noise south/2",
                     "Cy 0 fares south/2"});
}

}  // namespace

TEST_CASE("networks of a small case are what the formulas give by hand", "[networks]") {
    struct Row {
        std::string network;
        Normalisation normalisation;
        Classes classes;
        std::string expected;
    };

    using enum Normalisation;
    const auto row = GENERATE(values<Row>({
        // Ada-Bo: tides 2*1, fares 1*1. Ada-Cy: noise 1*2. Bo-Cy: tides 1*1.
        {"congruence", none, Classes::two, "Ada Bo 3; Ada Cy 2; Bo Cy 1"},
        // Ada-Bo: tides 2*1, fares 1*1. Ada-Cy: tides 2*1. Bo-Cy: tides 1*1.
        {"conflict", none, Classes::two, "Ada Bo 3; Ada Cy 2; Bo Cy 1"},
        {"subtract", none, Classes::two, ""},
        // n = 5, 3, 3
        {"congruence", average, Classes::two, "Ada Bo 0.75; Ada Cy 0.5; Bo Cy 0.3333"},
        // Sets of 4, 3 and 2 positions; shared 2, 1, 1.
        {"congruence", jaccard, Classes::two, "Ada Bo 0.4; Ada Cy 0.2; Bo Cy 0.25"},
        // Turned around shared: tides and fares 2; tides 1; tides 1.
        {"conflict", jaccard, Classes::two, "Ada Bo 0.4; Ada Cy 0.2; Bo Cy 0.25"},
        // Lengths: sqrt 7, sqrt 3, sqrt 5.
        {"congruence", cosine, Classes::two, "Ada Bo 0.6547; Ada Cy 0.3381; Bo Cy 0.2582"},
        // Neutral on fares: half with each of Ada's two and with Bo's one.
        {"congruence", none, Classes::three, "Ada Bo 3; Ada Cy 3; Bo Cy 1.5"},
        {"conflict", none, Classes::three, "Ada Bo 3; Ada Cy 3; Bo Cy 1.5"},
        {"conflict", none, Classes::categories, "Ada Bo 3; Ada Cy 4; Bo Cy 2"},
        // fares-noise: Ada -1 * -1. fares-tides: Ada 1*2, Bo 1*1. noise-tides: Cy 2*1.
        {"subjects", none, Classes::two, "fares noise 1; fares tides 3; noise tides 2"},
        {"subject-conflict", none, Classes::two, "fares noise 1; fares tides 3; noise tides 2"},
        {"affiliation", none, Classes::three,
         "Ada fares 2; Ada noise 1; Ada tides 2; Bo fares 1; Bo tides 2; Cy fares 1; Cy noise 2; Cy tides 1"},
        {"affiliation-subtract", none, Classes::three,
         "Ada noise -1; Ada tides 2; Bo fares 1; Cy noise -2; Cy tides -1"},
        {"affiliation-combine", none, Classes::three,
         "Ada fares 3; Ada noise 2; Ada tides 1; Bo fares 1; Bo tides 3; Cy fares 4; Cy noise 2; Cy tides 2"},
        {"affiliation", activity, Classes::two,
         "Ada fares 0.4; Ada noise 0.2; Ada tides 0.4; Bo fares 0.3333; Bo tides 0.6667; Cy noise 0.6667; "
         "Cy tides 0.3333"},
        {"affiliation", prominence, Classes::two,
         "Ada fares 0.6667; Ada noise 0.3333; Ada tides 0.4; Bo fares 0.3333; Bo tides 0.4; Cy noise 0.6667; "
         "Cy tides 0.2"},
        // north: fares +1, noise -1, tides +1 (one document). south: fares + and -, noise -, tides + and -.
        {"outlets", none, Classes::two, "north south 3"},
        {"outlet-conflict", none, Classes::two, "north south 2"},
        {"outlet-subtract", none, Classes::two, "north south 1"},
    }));
    INFO(row.network << " " << static_cast<int>(row.normalisation) << " " << static_cast<int>(row.classes));
    CHECK(edges_of(three_actors(), row.network,
                   {.normalisation = row.normalisation, .classes = row.classes}) == row.expected);
}

TEST_CASE("nodes and edges can be thinned out", "[networks]") {
    const StanceGraph graph = three_actors();
    CHECK(edges_of(graph, "congruence", {.min_weight = 2.0}) == "Ada Bo 3; Ada Cy 2");
    CHECK(edges_of(graph, "congruence", {.top_edges = 1}) == "Ada Bo 3");
    CHECK(edges_of(graph, "congruence", {.top_nodes = 2}) == "Ada Bo 3");
    CHECK(edges_of(graph, "affiliation", {.classes = Classes::three, .top_nodes = 1}) ==
          "Ada fares 2; Ada noise 1; Ada tides 2");
}

TEST_CASE("actors on no edge are kept on request", "[networks]") {
    const StanceGraph graph = graph_of({"Ada + tides a/1", "Bo + tides a/1", "Cy - noise a/1"});
    NetworkOptions options{.type = find_network_type("congruence")};
    CHECK(make_discourse_network(graph, options).nodes.size() == 2);
    options.has_isolates = true;
    CHECK(make_discourse_network(graph, options).nodes.size() == 3);
}

TEST_CASE("of too many actors the most active ones stay, with exact weights", "[networks]") {
    NetworkOptions options{.type = find_network_type("congruence")};
    options.most_pairs = 2;
    const DiscourseNetwork network = make_discourse_network(three_actors(), options);
    CHECK(network.left_out == 1);
    CHECK(edges_of(network) == "Ada Bo 3");
}

TEST_CASE("windows hold the claims of their days and share the network's nodes", "[networks]") {
    const StanceGraph graph =
        graph_of({"Ada + tides a/1 2025-01-01", "Bo + tides a/2 2025-01-03", "Bo - tides a/3 2025-01-11",
                  "Cy - tides a/4 2025-01-12", "Cy + tides a/5"});
    NetworkOptions options{.type = find_network_type("congruence")};
    options.window = TimeWindow{.width = 4};
    options.step = 5;
    const DiscourseNetwork network = make_discourse_network(graph, options);
    std::string text;
    for (const WindowEdges& window : network.windows) {
        text += std::to_string(window.edges.size());
    }
    CHECK(text == "101");  // around the 1st, the 6th and the 11th
    CHECK(edges_of(network) == "Ada Bo 1; Ada Cy 1; Bo Cy 2");
}

TEST_CASE("networks are found by name, and know their normalisations", "[networks]") {
    CHECK(find_network_type("congruence") != nullptr);
    CHECK(find_network_type("Congruence") == nullptr);
    const NetworkType& pairs = *find_network_type("subject-conflict");
    const NetworkType& affiliations = *find_network_type("outlet-affiliation");
    CHECK(find_normalisation("jaccard", pairs) == Normalisation::jaccard);
    CHECK_FALSE(find_normalisation("activity", pairs).has_value());
    CHECK(find_normalisation("activity", affiliations) == Normalisation::activity);
    CHECK_FALSE(find_normalisation("jaccard", affiliations).has_value());
}

TEST_CASE("a filter chooses claims by query, articles and outlets", "[networks]") {
    const StanceGraph graph = graph_of({"Ada + tides north/1", "Ada + tides south/2", "Ada - fares north/1",
                                        "Bo + tides north/3", "Bo + tides north/4"});
    const auto count = [&](const ClaimFilter& filter) {
        Diagnostics diagnostics;
        const auto claims = filter_claims(graph, filter, diagnostics);
        return claims ? static_cast<int>(claims->size()) : -1;
    };
    CHECK(count({}) == 5);
    CHECK(count({.query = {.actor = "Ada"}}) == 3);
    CHECK(count({.min_documents = 2}) == 4);
    CHECK(count({.min_outlets = 2}) == 2);
    CHECK(count({.query = {.subject = "bridge"}}) == -1);
}
