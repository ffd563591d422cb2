#include <algorithm>
#include <set>

#include "workbench/coverage_view.hpp"

namespace stancegraph {
namespace {

/// The word that the statement says something of: the subject of its topmost predicate, or that predicate.
TokenIndex main_word(const CoverageView& view, const std::vector<ByteSpan>& statement) {
    const Tree& tree = view.text.tree();
    for (const ByteSpan piece : statement) {
        const TokenSpan tokens = view.annotation().tokens_in(piece);
        for (TokenIndex token = tokens.begin; token < tokens.end; ++token) {
            const bool is_top = !tokens.contains(tree.head(token)) && view.text.upos(token) != Upos::punct;
            if (is_top) {
                const TokenIndex subject = tree.child(token, kNominalSubjects | set_of(Deprel::nsubj_pass));
                return subject == kNoToken ? token : subject;
            }
        }
    }
    return kNoToken;
}

}  // namespace

void add_missed_subjects(const CoverageView& view, CoverageTally& tally) {
    const Resolved& resolved = view.processed.resolved;
    const std::set<MentionId> with_claims(resolved.claim_mentions.begin(), resolved.claim_mentions.end());
    const RuleSet& rules = view.text.rules();
    for (const Attribution& attribution : resolved.attributions) {
        const StanceId stance = rules.find_stance(attribution.stance);
        const bool wants_none = stance != kNoId && !rules.stances[stance].makes_claims;
        const auto holds_claim = [&attribution](const Claim& claim) {
            return std::ranges::any_of(attribution.statement,
                                       [&claim](ByteSpan piece) { return piece.contains(claim.cue.begin); });
        };
        if (wants_none || attribution.statement.empty() || attribution.speaker.name.empty() ||
            with_claims.contains(attribution.mention) || std::ranges::any_of(resolved.claims, holds_claim)) {
            continue;
        }
        const TokenIndex word = main_word(view, attribution.statement);
        if (word != kNoToken) {
            tally.add(std::string(view.text.lower(word)), {}, view.occasion_at(word));
        }
    }
}

}  // namespace stancegraph
