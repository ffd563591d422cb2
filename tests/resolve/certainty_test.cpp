#include "resolve/certainty.hpp"

#include <catch2/catch.hpp>

#include <fmt/format.h>

using namespace stancegraph;

namespace {

std::string shown(const Evidence& evidence) {
    std::string text;
    for (std::size_t kind = 0; kind < kEvidenceKinds; ++kind) {
        text += fmt::format("{}{}: {}", kind == 0 ? "" : ", ", kEvidenceNames[kind], evidence[kind]);
    }
    return text;
}

Claim sample_claim() {
    Claim claim;
    claim.rule = "said_that";
    claim.entry = "say";
    claim.speaker.resolved_by = "surname";
    claim.speaker.span = {.begin = 0, .end = 4};
    claim.subject = {.name = "ferry toll", .text = "toll", .span = {}, .from = "statement"};
    claim.statement_kind = "indirect";
    claim.stance = {.label = "states", .polarity = -0.5, .is_negated = false, .modality = "asserted"};
    return claim;
}

Measured& value_of(CertaintyModel& model, EvidenceKind kind, const std::string& value) {
    return model.evidence[static_cast<std::size_t>(kind)][value];
}

}  // namespace

TEST_CASE("evidence is what is known of a claim before anybody judges it") {
    Claim claim = sample_claim();
    CHECK(shown(evidence_of(claim)) ==
          "rule: said_that, entry: say, speaker: surname, subject: statement, form: few words, "
          "statement: indirect, stance: judged bad, modality: asserted");
    claim.speaker.is_guess = true;
    claim.subject.name = "Harbour Board";
    claim.statement_kind.clear();
    claim.stance = {.label = "opposes", .polarity = -0.9, .is_negated = true, .modality = "possible"};
    CHECK(shown(evidence_of(claim)) ==
          "rule: said_that, entry: say, speaker: guess, subject: statement, form: name, statement: none, "
          "stance: named, modality: negated");
    claim.speaker.span = {};
    CHECK(evidence_of(claim)[static_cast<std::size_t>(EvidenceKind::speaker)] == "unnamed");
}

TEST_CASE("the form of a subject tells names from words") {
    const auto row = GENERATE(values<std::pair<const char*, const char*>>({
        {"toll", "word"},
        {"ferry toll", "few words"},
        {"toll on all ferries at night", "many words"},
        {"Harbour Board", "name"},
        {"Harbour Board's toll", "with a name"},
    }));
    Claim claim = sample_claim();
    claim.subject.name = row.first;
    CHECK(evidence_of(claim)[static_cast<std::size_t>(EvidenceKind::form)] == row.second);
}

TEST_CASE("odds multiply, and become a share") {
    CertaintyTable table;
    table.attribution.odds = 1.0;
    value_of(table.attribution, EvidenceKind::rule, "said_that").odds = 3.0;
    value_of(table.attribution, EvidenceKind::entry, "say").odds = 3.0;
    value_of(table.attribution, EvidenceKind::entry, "shrug").odds = 0.1;
    const Claim claim = sample_claim();
    CHECK(certainty_of_attribution(table, evidence_of(claim), 1.0) == 0.9);
    CHECK(certainty_of_attribution(table, evidence_of(claim), 0.5) == 0.45);

    table.claim.odds = 2.0;
    table.claim.attribution = 0.5;
    CHECK(certainty_of_claim(table, evidence_of(claim), 1.0) == 0.857);
    table.subject.odds = 1.0;
    value_of(table.subject, EvidenceKind::subject, "statement").odds = 1.5;
    CHECK(certainty_of_claim(table, evidence_of(claim), 1.0) == 0.514);
}

TEST_CASE("nothing is certain, and nothing impossible") {
    CertaintyTable table;
    const Claim claim = sample_claim();
    table.claim.odds = 9000;
    CHECK(certainty_of_claim(table, evidence_of(claim), 1.0) == 0.99);
    table.subject.odds = 0.001;
    CHECK(certainty_of_claim(table, evidence_of(claim), 1.0) == 0.01);
}

TEST_CASE("without counts the rule's own factor is all there is") {
    CHECK(certainty_of_claim({}, evidence_of(sample_claim()), 0.6) == 0.6);
    CHECK(certainty_of_attribution({}, evidence_of(sample_claim()), 1.0) == 1.0);
}
