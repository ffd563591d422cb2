#include <catch2/catch.hpp>

#include "network_claims.hpp"
#include "networks/backbone.hpp"
#include "networks/frustration.hpp"
#include "networks/polarization.hpp"
#include "networks/positions.hpp"
#include "networks/report_tables.hpp"

using namespace stancegraph;
using stancegraph::testing::graph_of;

namespace {

std::string camps_of(const std::vector<std::uint32_t>& group_of) {
    std::string text;
    for (const std::uint32_t group : group_of) {
        text += static_cast<char>('A' + group);
    }
    return text;
}

std::string sides_of(const Split& split) {
    return camps_of({split.side_of.begin(), split.side_of.end()});
}

/// Ada and Bo against Cy and Di, on two subjects; all agree on a third.
StanceGraph two_camps() {
    return graph_of({"Ada + tides a/1 2025-01-01", "Bo + tides a/2 2025-01-02", "Cy - tides b/3 2025-01-03",
                     "Di - tides b/4 2025-01-04", "Ada - noise a/1 2025-02-01", "Bo - noise a/2 2025-02-01",
                     "Cy + noise b/3 2025-02-02", "Di + noise b/4 2025-02-03", "Ada + jobs a/1 2025-02-04",
                     "Di + jobs b/4 2025-02-04"});
}

NetworkReport report_of(const StanceGraph& graph, std::optional<TimeWindow> window = std::nullopt) {
    NetworkOptions options{.type = find_network_type("co-occurrence"), .window = window, .step = 31};
    return make_report(graph, options, {.has_backbone = true});
}

}  // namespace

TEST_CASE("the best split of small signed networks is exact", "[networks]") {
    struct Row {
        std::string what;
        std::vector<WeightedEdge> edges;
        double frustrated;
        std::string sides;
    };

    const auto row = GENERATE(values<Row>({
        {"nothing", {}, 0, "AAAA"},
        {"a balanced triangle", {{0, 1, 2}, {0, 2, -1}, {1, 2, -3}}, 0, "AABA"},
        {"three enemies", {{0, 1, -1}, {0, 2, -2}, {1, 2, -3}}, 1, "AABA"},
        {"two parts", {{0, 3, -1}, {1, 2, -1}}, 0, "AABB"},
        {"one foe among friends", {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}, {0, 3, -0.5}}, 0.5, "AAAA"},
    }));
    INFO(row.what);
    const Split split = best_split(4, row.edges);
    CHECK(split.frustrated == Approx(row.frustrated));
    CHECK(sides_of(split) == row.sides);
    CHECK(split.is_exact);
}

TEST_CASE("large balanced networks are split without frustration", "[networks]") {
    std::vector<WeightedEdge> edges;
    for (std::uint32_t a = 0; a < 40; ++a) {
        for (std::uint32_t b = a + 1; b < 40; ++b) {
            edges.push_back({a, b, a % 3 == 0 && b % 3 == 0 ? 1.0 : (a % 3 == 0 || b % 3 == 0 ? -1.0 : 1.0)});
        }
    }
    const Split split = best_split(40, edges);
    CHECK_FALSE(split.is_exact);
    CHECK(split.frustrated == 0.0);
    CHECK(split.side_of[0] == split.side_of[3]);
    CHECK(split.side_of[0] != split.side_of[1]);
}

TEST_CASE("polarization is 1 for two perfect camps and falls with what does not fit", "[networks]") {
    const std::vector<PairWeight> perfect{{0, 1, 1, 0, 1}, {2, 3, 1, 0, 1}, {0, 2, 0, 2, 1},
                                          {0, 3, 0, 2, 1}, {1, 2, 0, 2, 1}, {1, 3, 0, 2, 1}};
    const Polarization found = find_polarization(perfect, 5);
    CHECK(found.degree == Approx(1.0));
    CHECK(camps_of(found.group_of) == "AABBA");  // the fifth is on no pair
    // C = 2, F = 8; the wrong way round: inside |0 - 1| + 2, |0 - 1| + 2; across 1, 1 and four times |. - 2|.
    CHECK(distance_from_camps(perfect, std::vector<std::uint32_t>{0, 1, 0, 1}) ==
          Approx((3.0 + 3.0 + 3.0 + 3.0 + 0.0 + 0.0) / 20.0));
    CHECK(find_polarization(std::vector<PairWeight>{{0, 1, 5, 0, 1}}, 2).degree == 0.0);
}

TEST_CASE("contestedness and positions are counted by actors and by claims", "[networks]") {
    const StanceGraph graph =
        graph_of({"Ada + tides a/1 2025-01-01", "Ada + tides a/2 2025-02-01", "Ada - tides a/3 2025-02-02",
                  "Bo - tides a/1 2025-01-01", "Cy + tides a/1", "Di + tides a/1", "Di - tides a/1",
                  "Ada + fares a/1", "Bo + fares a/1"});
    const Observations observations = observe(graph, NodeKind::actor, Classes::two);
    const auto disputes = disputes_of(count(observations, Duplicates::document));
    REQUIRE(disputes.size() == 2);
    CHECK(observations.columns[disputes[0].column].name == "tides");
    CHECK(disputes[0].for_it == 2);  // Ada on balance, and Cy
    CHECK(disputes[0].against_it == 1);
    CHECK(disputes[0].undecided == 1);
    CHECK(disputes[0].contestedness() == Approx(1.0 - 1.0 / 3.0));
    CHECK(disputes[1].contestedness() == 0.0);
    const auto positions = positions_of(observations, Duplicates::document, false);
    CHECK(positions[1].index() == Approx(1.0 / 3.0));  // Ada on tides: 2 for, 1 against
    const auto months = positions_of(observations, Duplicates::document, true);
    REQUIRE(months.size() == 3);
    CHECK(months[0].month == "2025-01");
    CHECK(months[0].index() == 1.0);
    CHECK(months[1].index() == 0.0);
}

TEST_CASE("a report finds coalitions, camps and phases", "[networks]") {
    const StanceGraph graph = two_camps();
    const NetworkReport report = report_of(graph, TimeWindow{.width = 30});
    CHECK(camps_of(report.coalition_of) == "AABB");
    // Congruence: Ada-Bo 2, Cy-Di 2, Ada-Di 1; conflict: four pairs of 2.
    CHECK(report.modularity == Approx(4.0 / 5 - 0.5));
    CHECK(report.agreement.ei_index() == Approx((1.0 - 4.0) / 5.0));
    CHECK(report.split.share() == 0.0);
    CHECK(report.polarization.degree > 0.8);
    CHECK(report.disputes[0].contestedness() == 1.0);
    REQUIRE(report.phases.size() == 2);
    CHECK(report.phases[0].edges == 6);
    // The pairs of tides again in noise, and Ada-Di once more.
    CHECK(report.phases[1].distance == Approx(1.0 / 13.0));
    REQUIRE(report.backbone.steps.size() == 3);
    CHECK(report.backbone.steps[2].loss == Approx(0.0).margin(0.2));
}

TEST_CASE("reports print as tables, JSON and CSV", "[networks]") {
    const NetworkReport report = report_of(two_camps());
    const std::vector<ReportTable> tables{report_table(report, "coalitions", 0),
                                          report_table(report, "subjects", 1)};
    CHECK(render(tables, AnswerFormat::table, 120) ==
          "coalitions: who agrees with whom\n\n"
          "coalition  size  ei index  agree in  agree out  conflict in  conflict out  members\n"
          "        1     2     -0.33         2          1            0             8  Ada; Bo\n"
          "        2     2     -0.33         2          1            0             8  Cy; Di\n"
          "\nsubjects: what divides\n\n"
          "subject  contested  for  against  undecided  claims\n"
          "noise            1    2        2          0       4\n");
    CHECK(render(std::span(tables).subspan(1), AnswerFormat::csv, 0) ==
          "subject,contested,for,against,undecided,claims\r\nnoise,1,2,2,0,4\r\n");
    CHECK(render(std::span(tables).subspan(1), AnswerFormat::json, 0) ==
          "{\"subjects\":[{\"subject\":\"noise\",\"contested\":1,\"for\":2,\"against\":2,"
          "\"undecided\":0,\"claims\":4}]}\n");
}
