#include "graph/tally.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "graph/date.hpp"

namespace stancegraph {
namespace {

constexpr double kNeutralBelow = 0.05;

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

template <typename T>
std::uint32_t count_distinct(std::vector<T>& values) {
    if (values.size() > 1) {
        std::ranges::sort(values);
    }
    return static_cast<std::uint32_t>(std::unique(values.begin(), values.end()) - values.begin());
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

Tally tally_of(const ClaimTable& table, std::span<const ClaimIndex> indices) {
    Tally tally;
    std::vector<std::string_view> documents;
    std::vector<std::string_view> outlets;
    std::vector<StoryIndex> stories;
    std::array<std::vector<StoryIndex>, 3> signed_stories;
    for (const ClaimIndex index : indices) {
        const Claim& claim = table.claims[index];
        const StoryIndex story = table.stories[index];
        documents.emplace_back(claim.doc);
        stories.push_back(story);
        outlets.emplace_back(claim.source.outlet);
        signed_stories[static_cast<std::size_t>(sign_of(asserted_polarity(claim)))].push_back(story);
        extend_dates(tally, claim.source.date);
    }
    tally.claims = static_cast<std::uint32_t>(indices.size());
    tally.documents = count_distinct(documents);
    tally.stories = count_distinct(stories);
    tally.outlets = count_distinct(outlets);
    tally.positive = count_distinct(signed_stories[static_cast<std::size_t>(Sign::positive)]);
    tally.negative = count_distinct(signed_stories[static_cast<std::size_t>(Sign::negative)]);
    tally.neutral = count_distinct(signed_stories[static_cast<std::size_t>(Sign::neutral)]);
    return tally;
}

}  // namespace stancegraph
