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

std::uint32_t byte_count(const Attribution& attribution) {
    std::uint32_t count = 0;
    for (const ByteSpan piece : attribution.statement) {
        count += piece.size();
    }
    return count;
}

/// Where each of two statements runs over the other's cue ("Voters say …, according to a poll"), the
/// longer one is outside, and so is a cue that is no clause of its own.
bool is_outside(const Attribution& one, const Attribution& other, bool is_phrase) {
    return std::ranges::any_of(one.statement, [&](ByteSpan piece) { return piece.contains(other.cue); }) &&
           (is_phrase || byte_count(one) > byte_count(other));
}

/// "I think that …", he said: what somebody says of his own saying is no second claim.
bool is_part_of_own_words(const Claim& inner, const Claim& outer) {
    const auto contains = [](const Claim& claim, const Claim& other) {
        return std::ranges::any_of(claim.statement,
                                   [&](ByteSpan piece) { return piece.contains(other.cue); });
    };
    return inner.stance.label == "states" && inner.speaker.name == outer.speaker.name &&
           contains(outer, inner) && !contains(inner, outer);
}

}  // namespace

void mark_outermost(std::vector<Attribution>& attributions, const Matches& matches,
                    const Annotation& annotation, const std::vector<bool>& is_quoted) {
    struct Piece {
        ByteSpan words;
        std::size_t owner;
    };

    std::vector<Piece> pieces;
    for (std::size_t owner = 0; owner < attributions.size(); ++owner) {
        for (const ByteSpan words : attributions[owner].statement) {
            pieces.push_back({words, owner});
        }
    }
    std::ranges::stable_sort(pieces, {}, &Piece::words);
    // The piece with the furthest end among those that begin at or before each one: O(log n) containment.
    std::vector<std::size_t> furthest;
    for (std::size_t piece = 0; piece < pieces.size(); ++piece) {
        const bool is_further =
            furthest.empty() || pieces[piece].words.end > pieces[furthest.back()].words.end;
        furthest.push_back(is_further ? piece : furthest.back());
    }
    for (Attribution& attribution : attributions) {
        const auto after = std::ranges::upper_bound(pieces, attribution.cue.begin, {},
                                                    [](const Piece& piece) { return piece.words.begin; });
        const TokenIndex cue = matches.mentions[attribution.mention].cue.front();
        attribution.is_outermost = !is_quoted[cue];
        if (after == pieces.begin() || !attribution.is_outermost) {
            continue;
        }
        const Piece& around = pieces[furthest[static_cast<std::size_t>(after - pieces.begin() - 1)]];
        attribution.is_outermost =
            around.words.end < attribution.cue.end ||
            is_outside(attribution, attributions[around.owner], annotation.deprel[cue] == Deprel::case_);
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
    const auto is_attribution = [&](std::size_t index) {
        return matches.mentions[resolved.claim_mentions[index]].stage == Stage::attribution;
    };
    std::vector<bool> told(resolved.claims.size());
    const auto mark_own_words = [&](std::size_t outer) {
        for (const ByteSpan piece : resolved.claims[outer].statement) {
            for (auto at = std::ranges::lower_bound(by_cue, piece.begin, {}, cue_begin);
                 at != by_cue.end() && cue_begin(*at) < piece.end; ++at) {
                told[*at] = told[*at] || (is_attribution(*at) &&
                                          is_part_of_own_words(resolved.claims[*at], resolved.claims[outer]));
            }
        }
    };
    for (std::size_t index = 0; index < resolved.claims.size(); ++index) {
        const Claim& claim = resolved.claims[index];
        if (is_attribution(index)) {
            mark_own_words(index);
        }
        told[index] = told[index] || is_told_within(index, claim.cue) ||
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
