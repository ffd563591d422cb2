#include <catch2/catch.hpp>

#include "graph/date.hpp"
#include "network_claims.hpp"
#include "networks/duplicates.hpp"
#include "networks/incidence.hpp"
#include "networks/time_window.hpp"

using namespace stancegraph;
using stancegraph::testing::graph_of;

TEST_CASE("each duplicate policy counts once in its groups", "[networks]") {
    // Monday 2024-12-30 and Thursday 2025-01-02 are of one ISO week, and of two months and years.
    const StanceGraph graph = graph_of(
        {"Ada + tides a/1 2024-12-30", "Ada + tides a/1 2024-12-30", "Ada + tides a/2 2024-12-30",
         "Ada + tides a/3 2025-01-02", "Ada + tides a/4 2025-01-06", "Ada + tides a/5 2025-01-06T09:00Z",
         "Ada + tides a/6", "Ada + tides a/6", "Ada - tides a/1 2024-12-30"},
        {{"a/1", {"a/1"}}, {"a/5", {"a/1"}}});

    struct Row {
        std::string name;
        double positive;
    };

    const auto row = GENERATE(values<Row>({
        {"all", 8},
        {"document", 6},
        {"story", 5},  // a/5 reprints a/1
        {"day", 4},    // three days, and the document without one
        {"week", 3},
        {"month", 3},
        {"year", 3},
        {"ever", 1},
    }));
    INFO(row.name);
    const Incidence incidence =
        count(observe(graph, NodeKind::actor, Classes::two), *find_duplicates(row.name));
    REQUIRE(incidence.cells.size() == 1);
    CHECK(incidence.cells[0].count(Sign::positive) == row.positive);
    CHECK(incidence.cells[0].count(Sign::negative) == 1);
}

TEST_CASE("kernels weigh days by their distance from the middle of a window", "[networks]") {
    struct Row {
        std::string kernel;
        double at_3;
        double at_5;
    };

    const auto row = GENERATE(values<Row>({
        {"uniform", 1.0, 1.0},
        {"triangular", 0.4, 0.0},
        {"epanechnikov", 0.64, 0.0},
        {"gaussian", 0.8352702114, 0.6065306597},
    }));
    INFO(row.kernel);
    const TimeWindow window{.middle = 100, .width = 10, .kernel = *find_kernel(row.kernel)};
    CHECK(window.weight_of(100) == 1.0);
    CHECK(window.weight_of(103) == Approx(row.at_3));
    CHECK(window.weight_of(97) == Approx(row.at_3));
    CHECK(window.weight_of(105) == Approx(row.at_5).margin(1e-12));
    CHECK(window.weight_of(106) == 0.0);
}

TEST_CASE("of a group the claim counts that is nearest to the middle", "[networks]") {
    const StanceGraph graph =
        graph_of({"Ada + tides a/1 2025-01-01", "Ada + tides a/2 2025-01-05", "Ada + tides a/3 2025-01-08"});
    const TimeWindow window{.middle = day_number({.year = 2025, .month = 1, .day = 6}),
                            .width = 20,
                            .kernel = Kernel::triangular};
    const Incidence incidence =
        count(observe(graph, NodeKind::actor, Classes::two), Duplicates::ever, window);
    REQUIRE(incidence.cells.size() == 1);
    CHECK(incidence.cells[0].sum() == Approx(0.9));
}

TEST_CASE("days are numbered from 1970 on, and back", "[networks]") {
    CHECK(day_number({.year = 1970, .month = 1, .day = 1}) == 0);
    CHECK(day_number({.year = 2000, .month = 3, .day = 1}) == 11017);
    CHECK(day_number({.year = 1, .month = 1, .day = 1}) == -719162);
    Date date{.year = 1896, .month = 2, .day = 20};
    for (std::int32_t day = day_number(date); date.year < 1905; ++day) {
        REQUIRE(day_number(date) == day);
        REQUIRE(date_of_day(day) == date);
        date = day_after(date);
    }
}
