#include "resolve/certainty.hpp"

#include <algorithm>
#include <cmath>

#include "ruleset/odds.hpp"

namespace stancegraph {
namespace {

constexpr double kLeast = 0.01;
constexpr double kMost = 0.99;
constexpr double kDecimals = 1000.0;

double bounded(double certainty) {
    return std::clamp(std::round(certainty * kDecimals) / kDecimals, kLeast, kMost);
}

/// What can be wrong with a stance depends on where it comes from.
std::string_view stance_evidence(std::string_view label, double polarity) {
    if (label != "states") {
        return "named";
    }
    return polarity == 0 ? "none" : polarity > 0 ? "judged good" : "judged bad";
}

/// How a subject is written: names are right more often than single words.
std::string_view form_of(std::string_view subject) {
    constexpr int kFewWords = 4;
    int words = 0;
    int capitals = 0;
    bool is_begin = true;
    for (const char byte : subject) {
        words += is_begin ? 1 : 0;
        capitals += is_begin && byte >= 'A' && byte <= 'Z' ? 1 : 0;
        is_begin = byte == ' ';
    }
    if (capitals > 0) {
        return capitals == words ? "name" : "with a name";
    }
    return words == 1 ? "word" : words <= kFewWords ? "few words" : "many words";
}

std::string_view modality_evidence(bool is_negated, std::string_view modality) {
    return is_negated ? std::string_view("negated") : modality;
}

std::string_view speaker_evidence(const ClaimSpeaker& speaker) {
    if (speaker.span.is_empty()) {
        return "unnamed";
    }
    return speaker.is_guess ? std::string_view("guess") : std::string_view(speaker.resolved_by);
}

std::string_view statement_evidence(std::string_view kind) {
    return kind.empty() ? std::string_view("none") : kind;
}

double share_of(double odds) {
    return odds / (1.0 + odds);
}

}  // namespace

Evidence evidence_of(const Claim& claim) {
    return {claim.rule,
            claim.entry,
            speaker_evidence(claim.speaker),
            claim.subject.from,
            form_of(claim.subject.name),
            statement_evidence(claim.statement_kind),
            stance_evidence(claim.stance.label, claim.stance.polarity),
            modality_evidence(claim.stance.is_negated, claim.stance.modality)};
}

Evidence evidence_of(const Attribution& attribution) {
    return {attribution.rule_name,
            attribution.entry,
            speaker_evidence(attribution.speaker),
            {},
            {},
            statement_evidence(attribution.statement_kind),
            {},
            modality_evidence(attribution.is_negated, attribution.modality)};
}

double odds_of(const CertaintyModel& model, const Evidence& evidence) {
    return odds_given(model.odds, model.evidence, evidence);
}

double certainty_of_attribution(const CertaintyTable& table, const Evidence& evidence, double factor) {
    return table.attribution.odds == 0 ? factor
                                       : bounded(share_of(odds_of(table.attribution, evidence)) * factor);
}

double certainty_of_claim(const CertaintyTable& table, const Evidence& evidence, double factor) {
    if (table.claim.odds == 0) {
        return factor;
    }
    const double said = table.attribution.odds == 0 ? 1.0 : odds_of(table.attribution, evidence);
    const double is_his = share_of(odds_of(table.claim, evidence) * std::pow(said, table.claim.attribution));
    const double is_read = table.subject.odds == 0 ? 1.0 : share_of(odds_of(table.subject, evidence));
    return bounded(is_his * is_read * factor);
}

}  // namespace stancegraph
