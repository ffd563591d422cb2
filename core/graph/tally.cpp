#include "graph/tally.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <vector>

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

std::uint32_t count_distinct(std::vector<std::string_view>& texts) {
    if (texts.size() > 1) {
        std::ranges::sort(texts);
    }
    return static_cast<std::uint32_t>(std::unique(texts.begin(), texts.end()) - texts.begin());
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
    std::vector<std::string_view> documents;
    std::vector<std::string_view> outlets;
    std::array<std::vector<std::string_view>, 3> signed_documents;
    for (const ClaimIndex index : indices) {
        const Claim& claim = claims[index];
        documents.emplace_back(claim.doc);
        outlets.emplace_back(claim.source.outlet);
        signed_documents[static_cast<std::size_t>(sign_of(asserted_polarity(claim)))].emplace_back(claim.doc);
        extend_dates(tally, claim.source.date);
    }
    tally.claims = static_cast<std::uint32_t>(indices.size());
    tally.documents = count_distinct(documents);
    tally.outlets = count_distinct(outlets);
    tally.positive = count_distinct(signed_documents[static_cast<std::size_t>(Sign::positive)]);
    tally.negative = count_distinct(signed_documents[static_cast<std::size_t>(Sign::negative)]);
    tally.neutral = count_distinct(signed_documents[static_cast<std::size_t>(Sign::neutral)]);
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
