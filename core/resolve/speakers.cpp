#include "resolve/speakers.hpp"

#include <algorithm>
#include <limits>

#include "base/utf8.hpp"
#include "resolve/first_statements.hpp"
#include "text/tree.hpp"

namespace stancegraph {
namespace {

/// A pronoun does not look back further than this.
constexpr std::uint32_t kPronounWindow = 8;
constexpr std::uint32_t kTitleWindow = 60;
/// Nor further than so many names: a list of thousands refers to nobody.
constexpr int kMostCandidates = 400;

/// What speaks against an antecedent, and for it: a sentence of distance; being a subject; a speaker;
/// standing in a quotation that the pronoun is not in, because what is only named inside somebody's words is
/// rarely the one who goes on speaking.
constexpr int kSentenceCost = 10;
constexpr int kSubjectGain = 6;
constexpr int kSpeakerGain = 8;
constexpr int kQuotedCost = 25;

const ClaimSpeaker kNobody{};

bool is_subject_relation(Deprel label) {
    return universal(label) == Deprel::nsubj;
}

bool is_definite(const ReadView& view, TokenIndex noun) {
    const TokenIndex determiner = find_child(view.annotation, noun, Deprel::det);
    if (determiner != kNoToken) {
        const std::string_view word = view.lower(determiner);
        return word == "the" || word == "this" || word == "that";
    }
    return false;
}

/// "the economist": one that the reader knows.
bool is_one(const ReadView& view, TokenIndex noun) {
    const Xpos tag = view.annotation.xpos[noun];
    return tag != Xpos::nns && tag != Xpos::nnps && is_definite(view, noun);
}

PronounSet pronoun_set(const WordLists& lists, std::string_view word) {
    if (lists.he_pronouns.contains(word)) {
        return PronounSet::he;
    }
    if (lists.she_pronouns.contains(word)) {
        return PronounSet::she;
    }
    if (lists.they_pronouns.contains(word)) {
        return PronounSet::they;
    }
    if (lists.it_pronouns.contains(word)) {
        return PronounSet::it;
    }
    return PronounSet::unknown;
}

bool accepts(PronounSet pronouns, const Entity& entity) {
    const bool is_person = entity.kind == "person";
    switch (pronouns) {
        case PronounSet::he:
        case PronounSet::she:
            return is_person && (entity.pronouns == PronounSet::unknown || entity.pronouns == pronouns);
        case PronounSet::they:
            return !is_person;
        case PronounSet::it:
            return !is_person && !entity.is_anonymous;
        case PronounSet::unknown:
            break;
    }
    return false;
}

}  // namespace

SpeakerResolver::SpeakerResolver(const ReadView& view, const RuleSet& rules, const WordLists& lists,
                                 const Matches& matches, EntityTable& entities)
    : view_(&view),
      rules_(&rules),
      lists_(&lists),
      matches_(&matches),
      entities_(&entities),
      resolved_(matches.mentions.size()),
      is_open_(matches.mentions.size()),
      is_quoted_(view.annotation.quoted_tokens()),
      stated_in_(first_statements(matches, view.annotation.token_count())) {
    for (const EntityMention& mention : entities.mentions()) {
        const TokenIndex head = head_of(view.annotation, mention.tokens);
        named_.push_back({.token = mention.tokens.begin,
                          .entity = mention.entity,
                          .is_subject = is_subject_relation(view.annotation.deprel[head]),
                          .is_speaker = false,
                          .is_quoted = is_quoted_[head]});
    }
}

const ClaimSpeaker& SpeakerResolver::resolve(MentionId mention, std::string_view slot) {
    if (const auto known = resolved_[mention].find(slot); known != resolved_[mention].end()) {
        return known->second;
    }
    const SlotValue* value = matches_->mentions[mention].find(slot);
    if (value == nullptr || is_open_[mention]) {
        return kNobody;
    }
    is_open_[mention] = true;
    ClaimSpeaker speaker = speaker_of(mention, *value);
    is_open_[mention] = false;
    return resolved_[mention].emplace(slot, std::move(speaker)).first->second;
}

std::string SpeakerResolver::person_behind(TokenIndex pronoun, const std::string& subject) {
    const PronounSet pronouns = pronoun_set(*lists_, view_->lower(pronoun));
    if (pronouns != PronounSet::he && pronouns != PronounSet::she) {
        return {};
    }
    const EntityId entity = resolve_pronoun(pronoun, subject).entity;
    return entity == kNoId ? std::string() : entities_->entities()[entity].name;
}

ClaimSpeaker SpeakerResolver::author() const {
    const Source& source = view_->document.source;
    ClaimSpeaker speaker{.kind = "author", .resolved_by = "author"};
    for (const std::string* name : {&rules_->settings.author, &source.author, &source.outlet}) {
        if (speaker.name.empty()) {
            speaker.name = *name;
        }
    }
    if (speaker.name.empty()) {
        speaker.name = "AUTHOR";
        speaker.scope = view_->document.name;
    }
    return speaker;
}

ClaimSpeaker SpeakerResolver::speaker_of(MentionId mention, const SlotValue& value) {
    switch (value.form) {
        case SlotValue::Form::author:
            return author();
        case SlotValue::Form::enclosing:
        case SlotValue::Form::topic:
            return value.of == kNoId || value.of == mention ? author() : resolve(value.of, "speaker");
        case SlotValue::Form::words:
            break;
    }
    if (value.pieces.empty() || value.pieces.front().is_empty()) {
        return kNobody;
    }
    const Resolution resolution = resolve_words(value);
    const ByteSpan span = view_->annotation.bytes_of(value.pieces.front());
    ClaimSpeaker speaker{.name = resolution.name,
                         .kind = resolution.kind,
                         .text = text_of(*view_, span),
                         .span = span,
                         .resolved_by = resolution.resolved_by};
    if (resolution.entity != kNoId) {
        const Entity& entity = entities_->entities()[resolution.entity];
        speaker.name = entity.name;
        speaker.kind = entity.kind;
        speaker.scope = entity.is_anonymous ? view_->document.name : std::string();
        appear(value.pieces.front().begin, resolution.entity);
    } else if (resolution.resolved_by == "author") {
        speaker.scope = author().scope;
    }
    return speaker;
}

SpeakerResolver::Resolution SpeakerResolver::resolve_words(const SlotValue& value) {
    const TokenIndex head =
        value.head == kNoToken ? head_of(view_->annotation, value.pieces.front()) : value.head;
    if (const EntityMention* named = named_in(value, head)) {
        // "The economist" is the one who was introduced as such, if anybody was.
        const bool is_open_class = entities_->entities()[named->entity].is_anonymous;
        const EntityId titled = is_open_class && is_one(*view_, head) ? by_title(head) : kNoId;
        return titled == kNoId ? Resolution{.entity = named->entity, .resolved_by = named->resolved_by}
                               : Resolution{.entity = titled, .resolved_by = "title"};
    }
    const std::string_view word = view_->lower(head);
    if (lists_->first_pronouns.contains(word)) {
        return resolve_first_person(head);
    }
    if (pronoun_set(*lists_, word) != PronounSet::unknown) {
        return resolve_pronoun(head);
    }
    if (view_->annotation.upos[head] == Upos::pron && !lists_->open_pronouns.contains(word)) {
        return {};
    }
    return resolve_noun(head);
}

const EntityMention* SpeakerResolver::named_in(const SlotValue& value, TokenIndex head) const {
    if (const EntityMention* at_head = entities_->at(head)) {
        return at_head;
    }
    for (TokenIndex token = head + 1; token < value.pieces.front().end; ++token) {
        const EntityMention* mention = entities_->at(token);
        if (mention != nullptr && entities_->entities()[mention->entity].kind == "person" &&
            is_title_of(head, mention->tokens)) {
            return mention;
        }
    }
    // "Nvidia co-founder and CEO Jensen Huang": the name stands behind the last of the titles.
    TokenIndex last_title = kNoToken;
    for_each_child(view_->annotation, head, [&](TokenIndex child) {
        if (view_->annotation.deprel[child] == Deprel::conj) {
            last_title = child;
        }
    });
    const EntityMention* behind = last_title == kNoToken || !lists_->person_nouns.contains(view_->lemma(head))
                                      ? nullptr
                                      : entities_->at(last_title + 1);
    return behind != nullptr && behind->tokens.begin == last_title + 1 ? behind : nullptr;
}

/// "foreign ministry spokesman Guo Jiakun", "Trump's adviser, David Sacks", "Secretary of the Treasury Scott
/// Bessent": a name right behind the noun, in apposition to it, or at the end of the title; but not "a
/// supporter of Guo Jiakun".
bool SpeakerResolver::is_title_of(TokenIndex noun, TokenSpan name) const {
    const Annotation& annotation = view_->annotation;
    const TokenIndex name_head = head_of(annotation, name);
    const bool is_attached =
        annotation.head[name_head] == noun &&
        (annotation.deprel[name_head] == Deprel::appos || annotation.deprel[name_head] == Deprel::flat);
    if (name.begin == noun + 1 || is_attached) {
        return true;
    }
    const TokenIndex before = name.begin - 1;
    const Upos tag = annotation.upos[before];
    return lists_->person_nouns.contains(utf8::to_lower(view_->form(noun))) &&
           (tag == Upos::propn || tag == Upos::noun) && !lists_->person_nouns.contains(view_->lower(before));
}

template <typename Wanted>
EntityId SpeakerResolver::nearest_before(TokenIndex token, std::uint32_t window, Wanted is_wanted) const {
    const Annotation& annotation = view_->annotation;
    const std::uint32_t here = annotation.sentence_of(token);
    const Appearance* best = nullptr;
    int best_cost = std::numeric_limits<int>::max();
    for (const auto* appearances : {&referred_, &named_}) {
        const auto after = std::ranges::lower_bound(*appearances, token, {}, &Appearance::token);
        int candidates = 0;
        for (auto appearance = std::make_reverse_iterator(after);
             appearance != appearances->rend() && candidates < kMostCandidates; ++appearance, ++candidates) {
            const std::uint32_t distance = here - annotation.sentence_of(appearance->token);
            if (distance > window) {
                break;
            }
            const int cost = static_cast<int>(distance) * kSentenceCost -
                             (appearance->is_subject ? kSubjectGain : 0) -
                             (appearance->is_speaker ? kSpeakerGain : 0) +
                             (appearance->is_quoted && !is_quoted_[token] ? kQuotedCost : 0);
            const bool is_better = cost < best_cost || (cost == best_cost && appearance->token > best->token);
            if (is_better && is_wanted(entities_->entities()[appearance->entity])) {
                best_cost = cost;
                best = &*appearance;
            }
        }
    }
    return best == nullptr ? kNoId : best->entity;
}

SpeakerResolver::Resolution SpeakerResolver::resolve_pronoun(TokenIndex token, std::string_view other_than) {
    const PronounSet pronouns = pronoun_set(*lists_, view_->lower(token));
    const EntityId entity = nearest_before(token, kPronounWindow, [&](const Entity& candidate) {
        return candidate.name != other_than && accepts(pronouns, candidate);
    });
    if (entity == kNoId) {
        return {};
    }
    if (pronouns == PronounSet::he || pronouns == PronounSet::she) {
        entities_->learn_pronouns(entity, pronouns);
    }
    return {.entity = entity, .resolved_by = "pronoun"};
}

SpeakerResolver::Resolution SpeakerResolver::resolve_first_person(TokenIndex token) {
    if (stated_in_[token] == kNoId) {
        const ClaimSpeaker writer = author();
        return {.resolved_by = "author", .name = writer.name, .kind = writer.kind};
    }
    const ClaimSpeaker& speaker = resolve(stated_in_[token], "speaker");
    if (const EntityId known = entities_->find(speaker.name); known != kNoId) {
        return {.entity = known, .resolved_by = "pronoun"};
    }
    return {.resolved_by = "pronoun", .name = speaker.name, .kind = speaker.kind};
}

EntityId SpeakerResolver::by_title(TokenIndex head) const {
    std::vector<std::string_view> words;
    for (const TokenIndex token : telling_tokens(*view_, head)) {
        words.push_back(view_->lower(token));
    }
    return nearest_before(head, kTitleWindow, [&](const Entity& candidate) {
        return std::ranges::any_of(candidate.titles, [&](const std::vector<std::string>& title) {
            return std::ranges::all_of(
                words, [&](std::string_view word) { return std::ranges::find(title, word) != title.end(); });
        });
    });
}

/// A surname that nobody recognised as a name: the nearest person before whose name ends, else begins with
/// it.
EntityId SpeakerResolver::by_part_of_name(TokenIndex head) const {
    const std::string_view word = view_->form(head);
    const EntityId by_last = nearest_before(head, kTitleWindow, [&](const Entity& candidate) {
        return candidate.kind == "person" && candidate.name.ends_with(word) &&
               candidate.name.size() > word.size() + 1 &&
               candidate.name[candidate.name.size() - word.size() - 1] == ' ';
    });
    if (by_last != kNoId) {
        return by_last;
    }
    return nearest_before(head, kTitleWindow, [&](const Entity& candidate) {
        return candidate.kind == "person" && candidate.name.starts_with(word) &&
               candidate.name.size() > word.size() && candidate.name[word.size()] == ' ';
    });
}

/// "a spokesman for Nvidia", "the Nvidia spokesman": the organisation speaks.
EntityId SpeakerResolver::represented_by(TokenIndex head) const {
    EntityId found = kNoId;
    for_each_child(view_->annotation, head, [&](TokenIndex child) {
        const Deprel relation = universal(view_->annotation.deprel[child]);
        const EntityMention* mention = entities_->at(child);
        if (mention != nullptr && (relation == Deprel::nmod || relation == Deprel::compound)) {
            found = mention->entity;
        }
    });
    return found;
}

SpeakerResolver::Resolution SpeakerResolver::resolve_noun(TokenIndex head) {
    const Annotation& annotation = view_->annotation;
    const std::string_view lemma = view_->lemma(head);
    if (lists_->voice_nouns.contains(lemma)) {
        if (const EntityId entity = represented_by(head); entity != kNoId) {
            return {.entity = entity, .resolved_by = "spokesperson"};
        }
    }
    const bool is_plural = annotation.xpos[head] == Xpos::nns || annotation.xpos[head] == Xpos::nnps;
    if (is_one(*view_, head)) {
        if (const EntityId entity = by_title(head); entity != kNoId) {
            return {.entity = entity, .resolved_by = "title"};
        }
        const auto of_kind = [&](const Entity& candidate) {
            return (lists_->company_nouns.contains(lemma) && candidate.kind == "company") ||
                   (lists_->state_nouns.contains(lemma) && candidate.kind == "state") ||
                   (lists_->media_nouns.contains(lemma) && candidate.kind == "media");
        };
        if (const EntityId entity = nearest_before(head, kTitleWindow, of_kind); entity != kNoId) {
            return {.entity = entity, .resolved_by = "kind"};
        }
    }
    const bool is_name = annotation.upos[head] == Upos::propn;
    if (const EntityId entity = is_name ? by_part_of_name(head) : kNoId; entity != kNoId) {
        return {.entity = entity, .resolved_by = "surname"};
    }
    const bool is_person = lists_->person_nouns.contains(lemma) && !is_plural;
    const bool is_role = is_plural || lists_->role_nouns.contains(lemma);
    Entity entity{.name = name_of_tokens(*view_, telling_tokens(*view_, head))};
    entity.kind = is_name ? "unknown" : is_person ? "person" : is_role ? "anonymous" : "unknown";
    entity.is_anonymous = !is_name;
    const std::string how = is_name ? "name" : is_role ? "anonymous" : "none";
    return {.entity = entities_->find_or_add(std::move(entity)), .resolved_by = how};
}

void SpeakerResolver::appear(TokenIndex token, EntityId entity) {
    for (auto* appearances : {&named_, &referred_}) {
        for (auto known = std::ranges::lower_bound(*appearances, token, {}, &Appearance::token);
             known != appearances->end() && known->token == token; ++known) {
            if (known->entity == entity) {
                known->is_speaker = true;
                return;
            }
        }
    }
    const Appearance appearance{.token = token,
                                .entity = entity,
                                .is_subject = true,
                                .is_speaker = true,
                                .is_quoted = is_quoted_[token]};
    // Nearly always at the end: the text is worked through in its order.
    referred_.insert(std::ranges::upper_bound(referred_, token, {}, &Appearance::token), appearance);
}

}  // namespace stancegraph
