#include "workbench/claim_changes.hpp"

#include <algorithm>
#include <span>
#include <tuple>

#include <fmt/format.h>

#include "pipeline/result_lines.hpp"

namespace stancegraph {
namespace {

using Claims = std::span<const ComparedClaim>;

/// The claims on the cue that the list begins with.
Claims take_cue(Claims& claims, std::uint32_t cue) {
    std::size_t count = 0;
    while (count < claims.size() && claims[count].cue == cue) {
        ++count;
    }
    const Claims taken = claims.first(count);
    claims = claims.subspan(count);
    return taken;
}

void count_equal(const ComparedClaim& before, const ComparedClaim& now, ClaimChanges& changes) {
    if (before.rule != now.rule) {
        ++changes.other_rule;
    } else if (before.certainty != now.certainty) {
        ++changes.other_certainty;
    }
}

/// Both by words. What only one of them has is paired in order, the rest gained or lost.
void compare_cue(Claims before, Claims now, ClaimChanges& changes) {
    std::vector<const ComparedClaim*> gone;
    std::vector<const ComparedClaim*> come;
    while (!before.empty() || !now.empty()) {
        const int order = before.empty() ? 1
                          : now.empty()  ? -1
                                         : before.front().words.compare(now.front().words);
        if (order == 0) {
            count_equal(before.front(), now.front(), changes);
        } else if (order < 0) {
            gone.push_back(&before.front());
        } else {
            come.push_back(&now.front());
        }
        before = before.subspan(order <= 0 ? 1 : 0);
        now = now.subspan(order >= 0 ? 1 : 0);
    }
    for (std::size_t at = 0; at < std::max(gone.size(), come.size()); ++at) {
        changes.pairs.push_back(
            {.before = at < gone.size() ? gone[at] : nullptr, .now = at < come.size() ? come[at] : nullptr});
    }
}

}  // namespace

std::vector<ComparedClaim> compared_claims(const Processed& processed) {
    std::vector<ComparedClaim> claims;
    const Resolved& resolved = processed.resolved;
    for (std::size_t at = 0; at < resolved.claims.size(); ++at) {
        const Claim& claim = resolved.claims[at];
        const Mention& mention = processed.matches.mentions[resolved.claim_mentions[at]];
        claims.push_back({.cue = processed.annotation.span[mention.cue.front()].begin,
                          .words = fmt::format("{} ({:+.1f})", line_of(claim), claim.stance.polarity),
                          .place = at,
                          .certainty = claim.certainty,
                          .rule = claim.rule});
    }
    std::ranges::stable_sort(claims, [](const ComparedClaim& left, const ComparedClaim& right) {
        return std::tie(left.cue, left.words) < std::tie(right.cue, right.words);
    });
    return claims;
}

ClaimChanges changes_between(const std::vector<ComparedClaim>& before,
                             const std::vector<ComparedClaim>& now) {
    ClaimChanges changes;
    Claims old_left = before;
    Claims new_left = now;
    while (!old_left.empty() || !new_left.empty()) {
        const std::uint32_t cue = old_left.empty()   ? new_left.front().cue
                                  : new_left.empty() ? old_left.front().cue
                                                     : std::min(old_left.front().cue, new_left.front().cue);
        const Claims old_here = take_cue(old_left, cue);
        const Claims new_here = take_cue(new_left, cue);
        compare_cue(old_here, new_here, changes);
    }
    return changes;
}

}  // namespace stancegraph
