#include "measure/tally.hpp"

#include <catch2/catch.hpp>

#include <fmt/format.h>

using namespace stancegraph;

namespace {

JudgedResult result(const std::string& rule, double certainty, bool is_right, std::string wrong = {}) {
    JudgedResult made;
    made.evidence[static_cast<std::size_t>(EvidenceKind::rule)] = rule;
    made.certainty = certainty;
    made.verdict = {.is_right = is_right, .wrong = std::move(wrong)};
    return made;
}

}  // namespace

TEST_CASE("Wilson's interval") {
    const auto shown = [](Share share) {
        const Interval interval = interval_of(share);
        return fmt::format("{:.3f} {:.3f}", interval.low, interval.high);
    };
    // As Newcombe (1998), Statistics in Medicine 17, table I, gives it for the score method.
    CHECK(shown({.right = 81, .of = 263}) == "0.255 0.366");
    CHECK(shown({.right = 15, .of = 148}) == "0.062 0.160");
    CHECK(shown({.right = 0, .of = 20}) == "0.000 0.161");
    CHECK(shown({.right = 1, .of = 29}) == "0.006 0.172");
    CHECK(shown({}) == "0.000 1.000");
}

TEST_CASE("results are counted by what was known of them and by certainty") {
    const std::vector<JudgedResult> results{result("said_that", 0.95, true), result("said_that", 0.9, true),
                                            result("said_that", 0.99, false, "speaker"),
                                            result("claims_to", 0.3, false, "subject"),
                                            result("claims_to", 0.35, false, "subject")};
    const Counts counts = count(results);
    CHECK(counts.all.right == 2);
    CHECK(counts.all.of == 5);
    const auto& rules = counts.by_evidence[static_cast<std::size_t>(EvidenceKind::rule)];
    CHECK(rules.at("said_that").right == 2);
    CHECK(rules.at("said_that").of == 3);
    CHECK(rules.at("claims_to").of == 2);
    CHECK(counts.by_evidence[static_cast<std::size_t>(EvidenceKind::entry)].empty());
    CHECK(counts.wrong == std::map<std::string, std::uint32_t>{{"speaker", 1}, {"subject", 2}});
    REQUIRE(counts.bins.size() == 2);
    CHECK(counts.bins[0].from == 0.3);
    CHECK(counts.bins[0].expected == Approx(0.325));
    CHECK(counts.bins[1].to == 1.0);
    CHECK(counts.bins[1].right == 2);
    CHECK(counts.brier == Approx((0.0025 + 0.01 + 0.9801 + 0.09 + 0.1225) / 5));
    CHECK(counts.calibration_error == Approx((0.65 + 0.84) / 5));
}

TEST_CASE("nothing judged counts nothing") {
    const Counts counts = count({});
    CHECK(counts.all.of == 0);
    CHECK(counts.bins.empty());
    CHECK(counts.brier == 0.0);
}
