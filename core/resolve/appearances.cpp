#include "resolve/appearances.hpp"

#include <algorithm>

#include "text/tree.hpp"

namespace stancegraph {
namespace {

/// Nobody looks back further than so many names: a list of thousands refers to nobody.
constexpr int kMostCandidates = 400;

/// What speaks against an antecedent, and for it: a sentence of distance; being a subject; a speaker;
/// standing in a quotation that the pronoun is not in, because what is only named inside somebody's words is
/// rarely the one who goes on speaking.
constexpr int kSentenceCost = 10;
constexpr int kSubjectGain = 6;
constexpr int kSpeakerGain = 8;
constexpr int kQuotedCost = 25;

}  // namespace

Appearances::Appearances(const ReadView& view, const EntityTable& entities)
    : view_(&view), entities_(&entities), is_quoted_(view.annotation.quoted_tokens()) {
    for (const EntityMention& mention : entities.mentions()) {
        const TokenIndex head = head_of(view.annotation, mention.tokens);
        named_.push_back({.token = mention.tokens.begin,
                          .entity = mention.entity,
                          .is_subject = universal(view.annotation.deprel[head]) == Deprel::nsubj,
                          .is_speaker = false,
                          .is_quoted = is_quoted_[head]});
    }
}

int Appearances::cost_of(const Appearance& appearance, TokenIndex token, std::uint32_t distance) const {
    return static_cast<int>(distance) * kSentenceCost - (appearance.is_subject ? kSubjectGain : 0) -
           (appearance.is_speaker ? kSpeakerGain : 0) +
           (appearance.is_quoted && !is_quoted_[token] ? kQuotedCost : 0);
}

EntityId Appearances::nearest_before(TokenIndex token, std::uint32_t window,
                                     const std::function<bool(const Entity&)>& is_wanted) const {
    const Annotation& annotation = view_->annotation;
    const std::uint32_t here = annotation.sentence_of(token);
    const Appearance* best = nullptr;
    int best_cost = 0;
    for (const auto* appearances : {&referred_, &named_}) {
        const auto after = std::ranges::lower_bound(*appearances, token, {}, &Appearance::token);
        int candidates = 0;
        for (auto appearance = std::make_reverse_iterator(after);
             appearance != appearances->rend() && candidates < kMostCandidates; ++appearance, ++candidates) {
            const std::uint32_t distance = here - annotation.sentence_of(appearance->token);
            if (distance > window) {
                break;
            }
            const int cost = cost_of(*appearance, token, distance);
            const bool is_better =
                best == nullptr || cost < best_cost || (cost == best_cost && appearance->token > best->token);
            if (is_better && is_wanted(entities_->entities()[appearance->entity])) {
                best_cost = cost;
                best = &*appearance;
            }
        }
    }
    return best == nullptr ? kNoId : best->entity;
}

void Appearances::add(TokenIndex token, EntityId entity, Part part) {
    const bool is_speaker = part == Part::speaker;
    for (auto* appearances : {&named_, &referred_}) {
        for (auto known = std::ranges::lower_bound(*appearances, token, {}, &Appearance::token);
             known != appearances->end() && known->token == token; ++known) {
            if (known->entity == entity) {
                known->is_speaker = known->is_speaker || is_speaker;
                return;
            }
        }
    }
    const Appearance appearance{.token = token,
                                .entity = entity,
                                .is_subject = is_speaker,
                                .is_speaker = is_speaker,
                                .is_quoted = is_quoted_[token]};
    // Nearly always at the end: the text is worked through in its order.
    referred_.insert(std::ranges::upper_bound(referred_, token, {}, &Appearance::token), appearance);
}

}  // namespace stancegraph
