#include "graph/belief.hpp"

#include <random>

#include <catch2/catch.hpp>

#include "graph/build.hpp"
#include "support/sample_claims.hpp"

using namespace stancegraph;
using stancegraph::testing::make_claim;

namespace {

/// A claim as belief sees it.
struct Report {
    StoryIndex story = 0;
    std::string outlet;
    double certainty = 0.8;
};

double support(const std::vector<Report>& reports) {
    std::vector<Claim> claims;
    std::vector<StoryIndex> stories;
    std::vector<ClaimIndex> indices;
    for (const Report& report : reports) {
        Claim claim;
        claim.source.outlet = report.outlet;
        claim.certainty = report.certainty;
        indices.push_back(static_cast<ClaimIndex>(claims.size()));
        claims.push_back(claim);
        stories.push_back(report.story);
    }
    return support_in({.claims = claims, .stories = stories}, indices);
}

std::vector<Report> random_reports(std::mt19937& engine) {
    std::vector<Report> reports(1 + engine() % 12);
    for (Report& report : reports) {
        report.story = engine() % 5;
        report.outlet = std::string(1, static_cast<char>('A' + engine() % 4));
        report.certainty = static_cast<double>(1 + engine() % 100) / 100.0;
    }
    return reports;
}

}  // namespace

TEST_CASE("support counts independent reports", "[graph]") {
    struct Row {
        std::string what;
        std::vector<Report> reports;
        double expected;
    };

    const double one = 0.8 * 0.8;
    const auto row = GENERATE_COPY(values<Row>({
        {"nothing", {}, 0.0},
        {"one report", {{0, "A"}}, one},
        {"three claims of one article", {{0, "A", 0.5}, {0, "A"}, {0, "A", 0.3}}, one},
        {"one story in three outlets", {{0, "A"}, {0, "B"}, {0, "C"}}, one},
        {"two stories in two outlets", {{0, "A"}, {1, "B"}}, 1 - (1 - one) * (1 - one)},
        {"two stories in one outlet", {{0, "A"}, {1, "A"}}, 1 - (1 - one) * (1 - one / 2)},
        {"three stories in one outlet",
         {{0, "A"}, {1, "A"}, {2, "A"}},
         1 - (1 - one) * (1 - one / 2) * (1 - one / 4)},
        {"the story that is printed elsewhere too leaves the outlet to the other one",
         {{0, "A", 0.9}, {0, "B", 0.9}, {1, "A"}},
         1 - (1 - 0.8 * 0.9) * (1 - one)},
        {"certain for all that is known", {{0, "A", 1.0}}, 0.8},
    }));
    INFO(row.what);
    CHECK(support(row.reports) == Approx(row.expected));
}

TEST_CASE("support is in (0, 1), grows with every report, and does not depend on their order", "[graph]") {
    std::mt19937 engine(11);
    for (int round = 0; round < 3000; ++round) {
        std::vector<Report> reports = random_reports(engine);
        const double before = support(reports);
        REQUIRE(before > 0.0);
        REQUIRE(before < 1.0);
        std::vector<Report> shuffled = reports;
        for (std::size_t index = shuffled.size() - 1; index > 0; --index) {
            std::swap(shuffled[index], shuffled[engine() % (index + 1)]);
        }
        REQUIRE(support(shuffled) == Approx(before).epsilon(1e-12));
        std::vector<Report> more = reports;
        more.push_back(random_reports(engine).front());
        REQUIRE(support(more) >= before - 1e-12);
        std::vector<Report> surer = reports;
        Report& one = surer[engine() % surer.size()];
        one.certainty = std::min(1.0, one.certainty + 0.1);
        REQUIRE(support(surer) >= before - 1e-12);
    }
    std::vector<Report> many;
    for (StoryIndex story = 0; story < 500; ++story) {
        many.push_back({story, "outlet " + std::to_string(story), 1.0});
    }
    CHECK(support(many) < 1.0);
}

TEST_CASE("the opposite takes belief away", "[graph]") {
    CHECK(weighed(0.6, 0.0) == Approx(0.6));
    CHECK(weighed(0.6, 0.6) == Approx(0.375));
    double last = 1.0;
    for (int step = 0; step < 100; ++step) {
        const double belief = weighed(0.9999, step * 0.0099);
        CHECK(belief > 0.0);
        CHECK(belief < last);
        last = belief;
    }
}

TEST_CASE("a syndicated story alone is not strong, two reports are, a contradiction shakes both", "[graph]") {
    const auto says = [](std::string document, std::string outlet, double polarity) {
        return make_claim({.document = std::move(document),
                           .outlet = std::move(outlet),
                           .date = "2025-03-04",
                           .speaker = "Ada Ek",
                           .stance = polarity < 0 ? "opposes" : "supports",
                           .polarity = polarity,
                           .subject = "tides",
                           .quote = "words"});
    };
    ClaimSet syndicated;
    for (const char* outlet : {"A", "B", "C", "D"}) {
        syndicated.add(says(std::string("wire in ") + outlet, outlet, 0.7));
        syndicated.link(std::string("wire in ") + outlet, "wire in A");
    }
    const auto belief_of_first = [](const ClaimSet& claims) {
        return build_graph(claims, {.has_layout = false}).edge(0).belief;
    };
    const double syndicated_belief = belief_of_first(syndicated);
    CHECK(syndicated_belief == Approx(0.64));
    ClaimSet two = syndicated;
    two.add(says("own report", "E", 0.7));
    CHECK(belief_of_first(two) == Approx(1 - 0.36 * 0.36));
    ClaimSet contradicted = two;
    contradicted.add(says("another report", "F", -0.7));
    const StanceGraph graph = build_graph(contradicted, {.has_layout = false});
    REQUIRE(graph.edge_count() == 2);
    CHECK(graph.edge(0).belief == Approx(weighed(0.64, 1 - 0.36 * 0.36)));
    CHECK(graph.edge(1).belief == Approx(weighed(1 - 0.36 * 0.36, 0.64)));
}
