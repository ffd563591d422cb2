#include "resolve/speakers.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "resolve/antecedents.hpp"
#include "resolve/appositions.hpp"
#include "resolve/first_statements.hpp"
#include "resolve/titles.hpp"
#include "text/tree.hpp"

namespace stancegraph {
namespace {

const ClaimSpeaker kNobody{};

}  // namespace

SpeakerResolver::SpeakerResolver(const ReadView& view, const RuleSet& rules, const Matches& matches,
                                 EntityTable& entities)
    : view_(&view),
      rules_(&rules),
      matches_(&matches),
      entities_(&entities),
      appearances_(view, entities),
      resolved_(matches.mentions.size()),
      is_open_(matches.mentions.size()),
      stated_in_(first_statements(matches, view.annotation.token_count())) {}

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

std::string SpeakerResolver::person_behind(TokenIndex word, const std::string& subject) {
    const PronounSet pronouns = pronoun_set(view_->lists, view_->lower(word));
    EntityId entity = kNoId;
    if (pronouns == PronounSet::he || pronouns == PronounSet::she) {
        entity = antecedent_of_pronoun(*view_, appearances_, word, subject);
    } else if (entities_->at(word) == nullptr && is_known_one(*view_, word) &&
               view_->lists.person_nouns.contains(view_->lemma(word))) {
        entity = titled_one(word);
    }
    if (entity == kNoId) {
        return {};
    }
    appearances_.add(word, entity, Appearances::Part::other);
    return entities_->entities()[entity].name;
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
        appearances_.add(value.pieces.front().begin, resolution.entity, Appearances::Part::speaker);
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
        const EntityId titled = is_open_class && is_known_one(*view_, head)
                                    ? antecedent_by_title(*view_, appearances_, head)
                                    : kNoId;
        return titled == kNoId ? Resolution{.entity = named->entity, .resolved_by = named->resolved_by}
                               : Resolution{.entity = titled, .resolved_by = "title"};
    }
    const std::string_view word = view_->lower(head);
    if (view_->lists.date_words.contains(word)) {
        return {};
    }
    if (view_->lists.first_pronouns.contains(word)) {
        return resolve_first_person(head);
    }
    if (pronoun_set(view_->lists, word) != PronounSet::unknown) {
        return resolve_pronoun(head);
    }
    if (view_->annotation.upos[head] == Upos::pron && !view_->lists.open_pronouns.contains(word)) {
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
    if (const EntityMention* next = entities_->at(head + 1);
        next != nullptr && next->tokens.begin == head + 1 &&
        entities_->entities()[next->entity].kind == "person") {
        return next;
    }
    // "Nvidia co-founder and CEO Jensen Huang": the name stands behind the last of the titles.
    TokenIndex last_title = kNoToken;
    const EntityMention* apposed = nullptr;
    for_each_child(view_->annotation, head, [&](TokenIndex child) {
        if (view_->annotation.deprel[child] == Deprel::conj) {
            last_title = child;
        } else if (view_->annotation.deprel[child] == Deprel::appos && apposed == nullptr) {
            apposed = entities_->at(child);
        }
    });
    if (apposed != nullptr && entities_->entities()[apposed->entity].kind == "person") {
        return apposed;
    }
    if (last_title == kNoToken || !view_->lists.person_nouns.contains(view_->lemma(head))) {
        return nullptr;
    }
    if (const EntityMention* last = entities_->at(last_title)) {
        const Upos before = view_->annotation.upos[last->tokens.begin - 1];
        return before == Upos::noun || before == Upos::propn ? last : nullptr;
    }
    const EntityMention* behind = entities_->at(last_title + 1);
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
    return view_->lists.person_nouns.contains(utf8::to_lower(view_->form(noun))) &&
           (tag == Upos::propn || tag == Upos::noun) &&
           !view_->lists.person_nouns.contains(view_->lower(before));
}

SpeakerResolver::Resolution SpeakerResolver::resolve_pronoun(TokenIndex token) {
    const PronounSet pronouns = pronoun_set(view_->lists, view_->lower(token));
    const EntityId entity = antecedent_of_pronoun(*view_, appearances_, token, {});
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

/// Who was introduced as such, else who holds the office on the day of the article; but nobody where the
/// article calls somebody else so.
EntityId SpeakerResolver::titled_one(TokenIndex noun) {
    if (const EntityId known = antecedent_by_title(*view_, appearances_, noun); known != kNoId) {
        return known;
    }
    OfficeWords words;
    for (const TokenIndex token : telling_tokens(*view_, noun, Phrases::all)) {
        words.emplace_back(view_->lower(token));
    }
    const auto holder = view_->offices.holder(words, view_->document.source.date);
    const auto is_called_so = [&](const Entity& entity) {
        return entity.actor != *holder && std::ranges::any_of(entity.titles, [&](const OfficeWords& title) {
                   return means_title(view_->lists, title, words);
               });
    };
    const bool is_ambiguous = holder && std::ranges::any_of(entities_->entities(), is_called_so);
    return holder && !is_ambiguous ? entities_->find_or_add(*view_, *rules_, *holder) : kNoId;
}

/// "The government": the state or company that was spoken of. "The U.S. government" is the one it names
/// itself, and "the French government" no other one, even where nobody knows the French.
EntityId SpeakerResolver::one_of_kind(TokenIndex noun) const {
    EntityId named = kNoId;
    bool has_name = false;
    for_each_child(view_->annotation, noun, [&](TokenIndex child) {
        const Deprel relation = universal(view_->annotation.deprel[child]);
        const bool modifies =
            relation == Deprel::compound || relation == Deprel::amod || relation == Deprel::nmod;
        const EntityMention* mention = modifies ? entities_->at(child) : nullptr;
        const bool is_state = mention != nullptr && entities_->entities()[mention->entity].kind == "state";
        named = is_state ? mention->entity : named;
        has_name = has_name || (modifies && utf8::to_lower(text_of(*view_, view_->annotation.span[child])) !=
                                                text_of(*view_, view_->annotation.span[child]));
    });
    return has_name && view_->lists.state_nouns.contains(utf8::to_lower(view_->lemma(noun)))
               ? named
               : antecedent_by_kind(*view_, appearances_, noun);
}

SpeakerResolver::Resolution SpeakerResolver::resolve_noun(TokenIndex head) {
    const Annotation& annotation = view_->annotation;
    const std::string lemma = utf8::to_lower(view_->lemma(head));
    if (view_->lists.voice_nouns.contains(lemma)) {
        if (const EntityId entity = represented_by(head); entity != kNoId) {
            return {.entity = entity, .resolved_by = "spokesperson"};
        }
    }
    const bool is_plural = annotation.xpos[head] == Xpos::nns || annotation.xpos[head] == Xpos::nnps;
    if (const EntityId entity = is_plural ? kNoId : described_before(*view_, *entities_, head);
        entity != kNoId) {
        return {.entity = entity, .resolved_by = "apposition"};
    }
    if (is_known_one(*view_, head)) {
        if (const EntityId entity = titled_one(head); entity != kNoId) {
            return {.entity = entity, .resolved_by = "title"};
        }
        if (const EntityId entity = one_of_kind(head); entity != kNoId) {
            return {.entity = entity, .resolved_by = "kind"};
        }
    }
    // "The President" is no name: another article means another one by it.
    const bool is_name = annotation.upos[head] == Upos::propn && !view_->lists.person_nouns.contains(lemma);
    if (const EntityId entity = is_name ? antecedent_by_part_of_name(*view_, appearances_, head) : kNoId;
        entity != kNoId) {
        return {.entity = entity, .resolved_by = "surname"};
    }
    const bool is_person = view_->lists.person_nouns.contains(lemma) && !is_plural;
    const bool is_role = view_->lists.role_nouns.contains(lemma) ||
                         view_->lists.company_nouns.contains(lemma) ||
                         view_->lists.state_nouns.contains(lemma) ||
                         view_->lists.media_nouns.contains(lemma) || annotation.upos[head] == Upos::num ||
                         view_->lists.open_pronouns.contains(lemma) || ends_like_person(view_->lists, lemma);
    Entity entity{.name = name_of_tokens(*view_, telling_tokens(*view_, head))};
    entity.kind = is_name ? "unknown" : is_person ? "person" : is_role ? "anonymous" : "unknown";
    entity.is_anonymous = !is_name;
    const std::string how = is_name ? "name" : is_role ? "anonymous" : "none";
    return {.entity = entities_->find_or_add(std::move(entity)), .resolved_by = how};
}

}  // namespace stancegraph
