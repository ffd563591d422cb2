#include "graph/tally.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "graph/date.hpp"

namespace stancegraph {
namespace {

constexpr double kNeutralBelow = 0.05;
constexpr double kSurestOutlet = 0.99;

void extend_dates(Tally& tally, const std::string& date) {
    const auto day = parse_date(date);
    if (!day) {
        tally.is_dated = false;
        return;
    }
    const std::string text = to_string(*day);
    if (tally.first_date.empty() || text < tally.first_date) {
        tally.first_date = text;
    }
    tally.last_date = std::max(tally.last_date, text);
}

}  // namespace

double asserted_polarity(const Claim& claim) {
    const bool asserts_nothing = claim.stance.modality == name_of(Modality::question) ||
                                 claim.stance.modality == name_of(Modality::conditional);
    return asserts_nothing ? 0.0 : claim.stance.polarity;
}

Sign sign_of(double polarity) {
    if (polarity > kNeutralBelow) {
        return Sign::positive;
    }
    return polarity < -kNeutralBelow ? Sign::negative : Sign::neutral;
}

Tally tally_of(std::span<const Claim> claims, std::span<const ClaimIndex> indices) {
    Tally tally;
    std::set<std::string_view> documents;
    std::set<std::string_view> outlets;
    std::set<std::pair<Sign, std::string_view>> signs;
    for (const ClaimIndex index : indices) {
        const Claim& claim = claims[index];
        ++tally.claims;
        documents.insert(claim.doc);
        outlets.insert(claim.source.outlet);
        signs.emplace(sign_of(asserted_polarity(claim)), claim.doc);
        extend_dates(tally, claim.source.date);
    }
    tally.documents = static_cast<std::uint32_t>(documents.size());
    tally.outlets = static_cast<std::uint32_t>(outlets.size());
    const auto count = [&](Sign sign) {
        return static_cast<std::uint32_t>(
            std::ranges::count(signs, sign, [](const auto& entry) { return entry.first; }));
    };
    tally.positive = count(Sign::positive);
    tally.negative = count(Sign::negative);
    tally.neutral = count(Sign::neutral);
    return tally;
}

double belief_in(std::span<const Claim> claims, std::span<const ClaimIndex> indices) {
    std::map<std::string_view, double> surest;
    for (const ClaimIndex index : indices) {
        double& certainty = surest[claims[index].source.outlet];
        certainty = std::max(certainty, std::min(claims[index].certainty, kSurestOutlet));
    }
    double doubt = 1.0;
    for (const auto& [outlet, certainty] : surest) {
        doubt *= 1.0 - certainty;
    }
    return 1.0 - doubt;
}

}  // namespace stancegraph
