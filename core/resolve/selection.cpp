#include "resolve/selection.hpp"

#include <algorithm>
#include <numeric>

namespace stancegraph {
namespace {

/// "Bessent said the sales are good" is one stance with its statement around it, "Bessent warned of the
/// sales" one with the same cue: neither is a second claim beside it. Nor is the same claim by two words
/// for one speaker.
bool is_told_by(const Claim& statement, const Claim& claim) {
    if (claim.speaker.name != statement.speaker.name) {
        return false;
    }
    if (claim.cue.begin == statement.cue.begin) {
        return true;
    }
    return statement.stance.label == "states" && claim.stance.label != "states" &&
           claim.subject.name == statement.subject.name &&
           std::ranges::any_of(statement.statement,
                               [&](ByteSpan piece) { return piece.contains(claim.cue); });
}

bool is_same(const Claim& one, const Claim& other) {
    return one.cue == other.cue && one.stance.label == other.stance.label &&
           one.subject.name == other.subject.name;
}

/// True if an earlier claim or the stance inside the statement makes this one superfluous.
bool is_told(const Resolved& resolved, const Matches& matches, std::size_t index, std::size_t other) {
    const auto is_attribution = [&](std::size_t of) {
        return matches.mentions[resolved.claim_mentions[of]].stage == Stage::attribution;
    };
    const Claim& statement = resolved.claims[index];
    const bool outranks = is_attribution(other) == is_attribution(index)
                              ? other < index && is_same(resolved.claims[other], statement)
                              : is_attribution(index);
    return outranks && is_told_by(statement, resolved.claims[other]);
}

}  // namespace

void mark_outermost(std::vector<Attribution>& attributions) {
    std::vector<ByteSpan> statements;
    for (const Attribution& attribution : attributions) {
        statements.insert(statements.end(), attribution.statement.begin(), attribution.statement.end());
    }
    std::ranges::sort(statements);
    // The furthest end among the statements that begin at or before each one: O(log n) containment.
    std::vector<std::uint32_t> furthest;
    for (const ByteSpan statement : statements) {
        furthest.push_back(std::max(statement.end, furthest.empty() ? 0 : furthest.back()));
    }
    for (Attribution& attribution : attributions) {
        const auto after = std::ranges::upper_bound(statements, attribution.cue.begin, {}, &ByteSpan::begin);
        const auto count = after - statements.begin();
        attribution.is_outermost =
            count == 0 || furthest[static_cast<std::size_t>(count - 1)] < attribution.cue.end;
    }
}

void drop_retold(Resolved& resolved, const Matches& matches) {
    std::vector<std::size_t> by_cue(resolved.claims.size());
    std::iota(by_cue.begin(), by_cue.end(), std::size_t{0});
    const auto cue_begin = [&](std::size_t index) { return resolved.claims[index].cue.begin; };
    std::ranges::stable_sort(by_cue, {}, cue_begin);
    const auto is_told_within = [&](std::size_t index, ByteSpan bytes) {
        const auto first = std::ranges::lower_bound(by_cue, bytes.begin, {}, cue_begin);
        const auto last = std::ranges::lower_bound(first, by_cue.end(), bytes.end, {}, cue_begin);
        return std::any_of(first, last,
                           [&](std::size_t other) { return is_told(resolved, matches, index, other); });
    };
    std::vector<bool> told(resolved.claims.size());
    for (std::size_t index = 0; index < resolved.claims.size(); ++index) {
        const Claim& claim = resolved.claims[index];
        told[index] = is_told_within(index, claim.cue) ||
                      std::ranges::any_of(claim.statement,
                                          [&](ByteSpan piece) { return is_told_within(index, piece); });
    }
    Resolved kept;
    for (std::size_t index = 0; index < resolved.claims.size(); ++index) {
        if (!told[index]) {
            kept.claims.push_back(std::move(resolved.claims[index]));
            kept.claim_mentions.push_back(resolved.claim_mentions[index]);
        }
    }
    resolved.claims = std::move(kept.claims);
    resolved.claim_mentions = std::move(kept.claim_mentions);
}

}  // namespace stancegraph
