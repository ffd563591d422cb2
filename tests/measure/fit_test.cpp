#include "measure/fit.hpp"

#include <catch2/catch.hpp>

#include <cmath>

#include "measure/certainty_text.hpp"
#include "measure/regression.hpp"
#include "ruleset/load.hpp"

using namespace stancegraph;

namespace {

/// So many results of a rule, the first `right` of which are right.
void add(std::vector<JudgedResult>& results, const std::string& rule, const std::string& entry, int right,
         int of) {
    for (int number = 0; number < of; ++number) {
        JudgedResult& result = results.emplace_back();
        result.evidence[static_cast<std::size_t>(EvidenceKind::rule)] = rule;
        result.evidence[static_cast<std::size_t>(EvidenceKind::entry)] = entry;
        result.verdict.is_right = number < right;
    }
}

double expected_share(const CertaintyTable& table, const JudgedResult& result) {
    return certainty_of_attribution(table, result.evidence_view(), 1.0);
}

}  // namespace

TEST_CASE("a regression with one feature gives the two shares") {
    std::vector<RegressionCase> cases;
    for (int number = 0; number < 100; ++number) {
        cases.push_back({.features = {}, .is_true = number < 50});
        cases.push_back({.features = {0}, .is_true = number < 90});
    }
    const Regression fitted = fit_regression(cases, 1, false, 1e-6);
    CHECK(fitted.base == Approx(0.0).margin(0.01));
    CHECK(fitted.weights[0] == Approx(std::log(9.0)).margin(0.01));
    CHECK(fitted.known == 0.0);
}

TEST_CASE("the fitted certainty of a frequent rule is its share, of a rare one the average") {
    std::vector<JudgedResult> attributions;
    add(attributions, "sure", "say", 475, 500);
    add(attributions, "doubtful", "say", 150, 500);
    add(attributions, "rare", "say", 0, 1);
    const CertaintyTable table = fit_certainty(attributions, {}, {});
    CHECK(expected_share(table, attributions.front()) == Approx(0.95).margin(0.01));
    CHECK(expected_share(table, attributions[700]) == Approx(0.30).margin(0.01));
    CHECK(expected_share(table, attributions.back()) > 0.5);
    CHECK(table.claim.odds == 0.0);
}

TEST_CASE("claims are fitted on the odds of their attribution, subjects apart") {
    std::vector<JudgedResult> attributions;
    add(attributions, "sure", "say", 475, 500);
    add(attributions, "doubtful", "say", 150, 500);
    std::vector<JudgedResult> claims;
    add(claims, "sure", "say", 50, 50);
    add(claims, "doubtful", "say", 10, 50);
    for (JudgedResult& claim : claims) {
        claim.verdict.wrong = claim.verdict.is_right ? "" : "speaker";
    }
    for (std::size_t number = 0; number < 10; ++number) {
        claims[number].verdict = {.is_right = false, .wrong = "subject"};
    }
    const CertaintyTable table = fit_certainty(attributions, claims, {});
    CHECK(table.claim.attribution > 0.2);
    // Of 60 that are the speaker's 50 have the right subject.
    CHECK(table.subject.odds == Approx(5.0).margin(0.15));
    CHECK(certainty_of_claim(table, claims.front().evidence_view(), 1.0) == Approx(0.8).margin(0.03));
    CHECK(certainty_of_claim(table, claims.back().evidence_view(), 1.0) == Approx(0.17).margin(0.03));

    const CertaintyTable only_claims = fit_certainty({}, claims, table);
    CHECK(only_claims.attribution.odds == table.attribution.odds);
}

TEST_CASE("a fitted table reads back as it was written") {
    std::vector<JudgedResult> attributions;
    add(attributions, "sure", "accuse _ of", 30, 40);
    add(attributions, "doubtful", "null", 5, 40);
    add(attributions, "doubtful", "back \"up\"", 5, 40);
    CertaintyTable table = fit_certainty(attributions, attributions, {});
    table.claim.checked = {{.from = 0.7, .to = 0.8, .expected = 0.75, .right = 15, .of = 20}};
    const std::string text = certainty_text(table);
    Diagnostics diagnostics;
    const RuleSet rules =
        load_rules({std::make_shared<const InputFile>("certainty.yaml", text)}, diagnostics);
    CHECK(render(diagnostics) == "");
    CHECK(certainty_text(rules.certainty) == text);
    CHECK(rules.certainty.claim.checked.size() == 1);
    const auto& entries = rules.certainty.attribution.evidence[static_cast<std::size_t>(EvidenceKind::entry)];
    CHECK(entries.contains("back \"up\""));
    CHECK(entries.contains("null"));
}
