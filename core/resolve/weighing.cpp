#include "resolve/weighing.hpp"

#include "resolve/certainty.hpp"
#include "resolve/result_id.hpp"

namespace stancegraph {
namespace {

std::string entry_of(const Mention& mention, const RuleSet& rules) {
    return mention.lexicon == kNoId ? std::string()
                                    : rules.lexicons[mention.lexicon].entries[mention.entry].text;
}

}  // namespace

void weigh(Resolved& resolved, const Matches& matches, const RuleSet& rules, const std::string& doc) {
    for (Attribution& attribution : resolved.attributions) {
        const Mention& mention = matches.mentions[attribution.mention];
        attribution.rule_name = rules.rules[mention.rule].name;
        attribution.entry = entry_of(mention, rules);
        attribution.is_negated = mention.is_negated;
        attribution.modality = name_of(mention.modality);
        attribution.speaker.is_guess = mention.is_guess;
        attribution.certainty =
            certainty_of_attribution(rules.certainty, evidence_of(attribution), mention.certainty);
        attribution.id = id_of(attribution, doc);
    }
    for (std::size_t at = 0; at < resolved.claims.size(); ++at) {
        const Mention& mention = matches.mentions[resolved.claim_mentions[at]];
        Claim& claim = resolved.claims[at];
        claim.speaker.is_guess = mention.is_guess;
        claim.certainty = certainty_of_claim(rules.certainty, evidence_of(claim), mention.certainty);
    }
}

}  // namespace stancegraph
