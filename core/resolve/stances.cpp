#include "resolve/stances.hpp"

#include "resolve/effects.hpp"
#include "resolve/judgement.hpp"
#include "text/tree.hpp"

namespace stancegraph {
namespace {

/// The stance of who only says something.
constexpr std::string_view kStates = "states";

/// `not X` for a stance without a `negated:` label: not praising is not yet criticising.
constexpr double kWeakOpposite = -0.4;

}  // namespace

std::string StanceResolver::label_of(const Mention& mention) const {
    return mention.stance == kNoId ? std::string(kStates) : rules_->stances[mention.stance].label;
}

/// "He would not say"; but who does not think that a thing is good thinks that it is not.
bool StanceResolver::is_unsaid(const Mention& mention) const {
    return mention.stage == Stage::attribution && mention.is_negated &&
           !view_.lists.neg_raising_verbs.contains(view_.lemma(mention.cue.front()));
}

bool StanceResolver::takes_stance(const Mention& mention) const {
    if (mention.stance != kNoId && !rules_->stances[mention.stance].makes_claims) {
        return false;
    }
    const SlotValue* speaker = mention.find("speaker");
    const bool is_enclosed =
        speaker != nullptr && speaker->form == SlotValue::Form::enclosing && speaker->of != kNoId;
    return !(is_unsaid(mention) && label_of(mention) == kStates) &&
           !(is_enclosed && is_unsaid(matches_->mentions[speaker->of]));
}

/// -1 where the stance is on something that ends the subject: "called for an end to the controls".
int StanceResolver::effect_on_subject(const Mention& mention, const ClaimSubject& subject) const {
    const SlotValue* slot = mention.find("subject");
    if (slot == nullptr || slot->form != SlotValue::Form::words || slot->head == kNoToken) {
        return 1;
    }
    const TokenSpan named = view_.annotation.tokens_in(subject.span);
    const TokenIndex part = named.is_empty() ? kNoToken : head_of(view_.annotation, named);
    const bool is_named_there = part != kNoToken && is_below(view_.annotation, part, slot->head);
    return is_named_there ? effect_between(view_, slot->head, part) : acted_on(view_, slot->head).effect;
}

/// What the statement says of the subject; all of it where the rule knows what it is said of.
double StanceResolver::stated_polarity(const Mention& mention, std::span<const TokenSpan> statement,
                                       const ClaimSubject& subject) const {
    const bool is_label = mention.stage != Stage::attribution;
    const bool is_far = subject.from == "paragraph" || subject.from == "document";
    const double polarity = polarity_of(
        view_, statement, is_label || is_far ? TokenSpan{} : view_.annotation.tokens_in(subject.span));
    if (is_label || !mention.is_negated || polarity == 0.0) {
        return polarity;
    }
    return is_unsaid(mention) ? 0.0 : -polarity;
}

/// Who criticises the end of a thing is for it in a general way, if `turned` does not say more.
const Stance& StanceResolver::turned(const Stance& stance) const {
    if (stance.turned != kNoId || stance.opposite == kNoId) {
        return stance.turned == kNoId ? stance : rules_->stances[stance.turned];
    }
    const Stance& opposite = rules_->stances[stance.opposite];
    return opposite.parent == kNoId ? opposite : rules_->stances[opposite.parent];
}

ClaimStance StanceResolver::stance_of(const Mention& mention, std::span<const TokenSpan> statement,
                                      const ClaimSubject& subject) const {
    ClaimStance stance{.label = label_of(mention), .is_negated = mention.is_negated};
    stance.modality = name_of(mention.modality);
    const Stance* listed = mention.stance == kNoId ? nullptr : &rules_->stances[mention.stance];
    if (listed == nullptr || listed->polarity == 0) {
        stance.polarity = stated_polarity(mention, statement, subject);
        if (mention.is_negated && stance.label != kStates) {
            stance.label = "not " + stance.label;
        }
        return stance;
    }
    bool is_weak = false;
    if (mention.is_negated) {
        is_weak = listed->negated == kNoId;
        listed = is_weak ? listed : &rules_->stances[listed->negated];
    }
    if (effect_on_subject(mention, subject) < 0) {
        listed = &turned(*listed);
    }
    stance.label = (is_weak ? "not " : "") + listed->label;
    stance.polarity = listed->polarity * (is_weak ? kWeakOpposite : 1.0);
    return stance;
}

}  // namespace stancegraph
