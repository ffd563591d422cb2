#include "workbench/verdicts.hpp"

#include <utility>

#include "pipeline/result_lines.hpp"

namespace stancegraph {

StoredVerdict verdict_on(const Claim& claim, bool is_right, std::string wrong) {
    return {.id = claim.id,
            .doc = claim.doc,
            .cue = claim.cue.begin,
            .words = line_of(claim),
            .rule = claim.rule,
            .is_right = is_right,
            .wrong = std::move(wrong)};
}

JudgedClaims::JudgedClaims(const std::vector<StoredVerdict>& verdicts) {
    for (const StoredVerdict& verdict : verdicts) {
        const StoredVerdict& kept = by_id_.insert_or_assign(verdict.id, verdict).first->second;
        by_place_.insert_or_assign(Place(verdict.doc, verdict.cue, verdict.words), &kept);
    }
}

const StoredVerdict* JudgedClaims::find(const Claim& claim) const {
    if (const auto found = by_id_.find(claim.id); found != by_id_.end()) {
        return &found->second;
    }
    const auto found = by_place_.find(Place(claim.doc, claim.cue.begin, line_of(claim)));
    return found == by_place_.end() ? nullptr : found->second;
}

Verdicts JudgedClaims::on(std::span<const Claim> claims) const {
    Verdicts verdicts;
    for (const Claim& claim : claims) {
        if (const StoredVerdict* verdict = find(claim)) {
            verdicts[claim.id] = {.is_right = verdict->is_right, .wrong = verdict->wrong};
        }
    }
    return verdicts;
}

}  // namespace stancegraph
