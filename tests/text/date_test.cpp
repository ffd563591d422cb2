#include <catch2/catch.hpp>

#include "text/date.hpp"

using namespace stancegraph;

TEST_CASE("iso_date reads the day in the usual ways of writing it", "[text]") {
    struct Row {
        std::string text;
        std::string expected;
    };

    const auto row = GENERATE(values<Row>({
        {"2025-08-20", "2025-08-20"},
        {"2025-08-20T23:59:00+02:00", "2025-08-20"},
        {"2025/8/2", "2025-08-02"},
        {"20250820", "2025-08-20"},
        {"20 August 2025", "2025-08-20"},
        {"20th of August 2025", "2025-08-20"},
        {"Aug. 20, 2025", "2025-08-20"},
        {"Published Wednesday, August 20, 2025 at 10:15 am", "2025-08-20"},
        {"Wed, 20 Aug 2025 10:00:00 GMT", "2025-08-20"},
        {"Sept. 1, 2025", "2025-09-01"},
        {"20.8.2025", "2025-08-20"},
        {"03.04.2025", "2025-04-03"},
        {"20/08/2025", "2025-08-20"},
        {"08/20/2025", "2025-08-20"},
        {"05/05/2025", "2025-05-05"},
        {"29 February 2024", "2024-02-29"},
        // Two readings, no real day, no year, no date at all.
        {"03/04/2025", ""},
        {"2025-02-29", ""},
        {"2025-13-01", ""},
        {"August 20", ""},
        {"three weeks ago", ""},
        {"99999999999999999999-01-01", ""},
        {"", ""},
    }));
    INFO(row.text);
    CHECK(iso_date(row.text) == row.expected);
}
