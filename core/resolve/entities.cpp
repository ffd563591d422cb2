#include "resolve/entities.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/utf8.hpp"
#include "text/tree.hpp"

namespace stancegraph {
namespace {

/// So many titles and words of each are kept: nobody is told of by more.
constexpr std::size_t kMostTitles = 16;
constexpr std::size_t kLongestTitle = 12;

/// A stretch of the text that names somebody, before it is known whom.
struct Naming {
    TokenSpan tokens;
    ActorId actor = kNoId;
    NameKind kind = NameKind::unknown;
};

bool is_person(const Naming& naming, const RuleSet& rules) {
    return naming.actor == kNoId ? naming.kind == NameKind::person
                                 : rules.actors[naming.actor].kind == ActorKind::person;
}

std::string_view kind_name(NameKind kind) {
    switch (kind) {
        case NameKind::person:
            return "person";
        case NameKind::organisation:
            return "organisation";
        case NameKind::place:
            return "state";
        case NameKind::unknown:
            break;
    }
    return "unknown";
}

/// "Eric Trump" is not Trump, though the alias stands in it.
bool is_somebody_else(const ReadView& view, const RuleSet& rules, const Name& name,
                      const ActorMention& mention) {
    const Actor& actor = rules.actors[mention.actor];
    if (actor.kind != ActorKind::person || name.tokens.size() <= mention.tokens.size()) {
        return false;
    }
    return text_of(view, name.tokens) != actor.name && name.kind == NameKind::person;
}

/// A name that the model cannot place, behind "mayor" or "professor": a person's.
bool has_title(const ReadView& view, TokenSpan name) {
    const TokenSpan sentence = view.annotation.sentences[view.annotation.sentence_of(name.begin)].tokens;
    return name.begin > sentence.begin && view.lists.person_nouns.contains(view.lower(name.begin - 1));
}

PronounSet pronouns_of_name(const ReadView& view, TokenSpan name) {
    const std::string_view given = view.lower(name.begin);
    return view.lists.he_names.contains(given)    ? PronounSet::he
           : view.lists.she_names.contains(given) ? PronounSet::she
                                                  : PronounSet::unknown;
}

/// A name that the model cannot place, with a given name before the surname.
bool has_given_name(const ReadView& view, TokenSpan name) {
    return name.size() > 1 && pronouns_of_name(view, name) != PronounSet::unknown;
}

/// The names of the text; a surname alone with the given name that the model left before it.
std::vector<Name> names_with_given_names(const ReadView& view) {
    std::vector<Name> names = view.annotation.names;
    TokenIndex end_before = 0;
    for (Name& name : names) {
        const TokenIndex given = name.tokens.begin - 1;
        const bool can_grow =
            name.tokens.size() == 1 && name.kind != NameKind::organisation &&
            name.tokens.begin > end_before && view.is_proper(given) &&
            view.annotation.sentence_of(given) == view.annotation.sentence_of(name.tokens.begin);
        if (can_grow && pronouns_of_name(view, {given, name.tokens.begin}) != PronounSet::unknown) {
            name = {.tokens = {given, name.tokens.end}, .kind = NameKind::person};
        }
        end_before = name.tokens.end;
    }
    return names;
}

/// Actor mentions and names in text order without overlap: the wider one wins, of equals the actor.
/// O(tokens).
std::vector<Naming> namings(const ReadView& view, const RuleSet& rules, const Matches& matches) {
    const std::vector<Name> names = names_with_given_names(view);
    const std::vector<std::uint32_t> name_at = view.annotation.names_of_tokens(names);
    std::vector<Naming> found;
    std::vector<bool> is_taken(names.size());
    for (const ActorMention& mention : matches.actors) {
        const std::uint32_t wider = name_at[mention.tokens.begin];
        if (wider != Name::kNone && is_somebody_else(view, rules, names[wider], mention)) {
            continue;
        }
        found.push_back({.tokens = mention.tokens, .actor = mention.actor});
        for (TokenIndex token = mention.tokens.begin; token < mention.tokens.end; ++token) {
            if (name_at[token] != Name::kNone) {
                is_taken[name_at[token]] = true;
            }
        }
    }
    for (std::size_t index = 0; index < names.size(); ++index) {
        if (const Name& name = names[index]; !is_taken[index]) {
            const bool is_person = name.kind == NameKind::unknown &&
                                   (has_title(view, name.tokens) || has_given_name(view, name.tokens));
            found.push_back({.tokens = name.tokens, .kind = is_person ? NameKind::person : name.kind});
        }
    }
    std::ranges::sort(found, {}, [](const Naming& naming) { return naming.tokens; });
    return found;
}

/// "of" and "the" in "secretary of the Treasury".
bool links_title(const ReadView& view, TokenIndex token, TokenIndex first) {
    const auto is_preposition = [&](TokenIndex at) {
        return view.lists.name_prepositions.contains(view.lower(at));
    };
    return is_preposition(token) || (token > first && is_preposition(token - 1) &&
                                     view.lists.definite_determiners.contains(view.lower(token)));
}

/// Words before and after a name that say what the person is: "US Treasury secretary", ", a professor at
/// Fudan".
std::vector<std::vector<std::string>> titles_around(const ReadView& view, TokenSpan name) {
    std::vector<std::vector<std::string>> titles;
    const TokenSpan sentence = view.annotation.sentences[view.annotation.sentence_of(name.begin)].tokens;
    std::vector<std::string> before;
    for (TokenIndex at = name.begin; at > sentence.begin && before.size() < kLongestTitle; --at) {
        const TokenIndex token = at - 1;
        const Upos tag = view.annotation.upos[token];
        const bool is_word_of_title = tag == Upos::noun || tag == Upos::propn || tag == Upos::adj;
        if (!is_word_of_title && !links_title(view, token, sentence.begin)) {
            break;
        }
        before.emplace_back(view.lower(token));
    }
    if (!before.empty()) {
        titles.push_back(std::move(before));
    }
    for (TokenIndex token = name.begin; token < name.end; ++token) {
        const TokenIndex apposition = find_child(view.annotation, token, Deprel::appos);
        if (apposition == kNoToken || name.contains(apposition)) {
            continue;
        }
        std::vector<std::string> words;
        for (const TokenIndex word : telling_tokens(view, apposition)) {
            words.emplace_back(view.lower(word));
        }
        titles.push_back(std::move(words));
    }
    return titles;
}

PronounSet pronouns_of_title(const WordLists& lists, const std::vector<std::vector<std::string>>& titles) {
    for (const auto& title : titles) {
        for (const std::string& word : title) {
            if (lists.he_titles.contains(word)) {
                return PronounSet::he;
            }
            if (lists.she_titles.contains(word)) {
                return PronounSet::she;
            }
        }
    }
    return PronounSet::unknown;
}

Entity entity_of(const ReadView& view, const RuleSet& rules, const Naming& naming) {
    Entity entity;
    if (naming.actor == kNoId) {
        entity.name = text_of(view, naming.tokens);
        entity.kind = kind_name(naming.kind);
        return entity;
    }
    const Actor& actor = rules.actors[naming.actor];
    entity.name = actor.name;
    entity.kind = name_of(actor.kind);
    entity.actor = naming.actor;
    entity.pronouns = actor.pronouns;
    entity.is_anonymous = actor.kind == ActorKind::anonymous;
    for (const Title& title : actor.titles) {
        std::vector<std::string> words;
        std::string_view rest = title.title;
        while (!rest.empty()) {
            const std::size_t blank = std::min(rest.find(' '), rest.size());
            words.push_back(utf8::to_lower(rest.substr(0, blank)));
            rest.remove_prefix(std::min(blank + 1, rest.size()));
        }
        entity.titles.push_back(std::move(words));
    }
    return entity;
}

void add_titles(Entity& entity, std::vector<std::vector<std::string>> titles) {
    for (std::vector<std::string>& title : titles) {
        const bool is_known = std::ranges::find(entity.titles, title) != entity.titles.end();
        if (!is_known && entity.titles.size() < kMostTitles) {
            entity.titles.push_back(std::move(title));
        }
    }
}

/// Finds the full name that a single-word name stands for.
class FullNames {
public:
    FullNames(const ReadView& view, const RuleSet& rules, const std::vector<Naming>& found)
        : view_(&view), found_(&found) {
        for (std::size_t index = 0; index < found.size(); ++index) {
            const Naming& naming = found[index];
            if (naming.tokens.size() > 1 && (naming.actor != kNoId || naming.kind == NameKind::person)) {
                by_last_word_[view.annotation.form[naming.tokens.end - 1]].push_back(index);
                by_first_word_[view.annotation.form[naming.tokens.begin]].push_back(index);
            }
            if (naming.tokens.size() > 1 && is_person(naming, rules)) {
                by_surname_[view.annotation.form[naming.tokens.end - 1]].push_back(index);
            }
            if (naming.tokens.size() > 1 && naming.actor == kNoId && naming.kind == NameKind::unknown) {
                by_unknown_[view.annotation.form[naming.tokens.end - 1]].push_back(index);
            }
        }
    }

    /// The index of the naming: the nearest before, else the first after; `of` itself when there is none.
    [[nodiscard]] std::size_t full_name(std::size_t of) const {
        const Naming& naming = (*found_)[of];
        if (naming.tokens.size() > 1 || naming.actor != kNoId) {
            return of;
        }
        if (naming.kind == NameKind::place) {
            // "Varga said" looks like a town's name to the model; who has met Ilse Varga knows better.
            return nearest(by_surname_, of).value_or(of);
        }
        for (const WordIndex* words : {&by_last_word_, &by_first_word_}) {
            if (const std::optional<std::size_t> full = nearest(*words, of)) {
                return *full;
            }
        }
        // A surname tells of a full name that the model could not place.
        return naming.kind == NameKind::person ? nearest(by_unknown_, of).value_or(of) : of;
    }

private:
    using WordIndex = std::unordered_map<Symbol, std::vector<std::size_t>>;

    [[nodiscard]] std::optional<std::size_t> nearest(const WordIndex& words, std::size_t of) const {
        const auto places = words.find(view_->annotation.form[(*found_)[of].tokens.begin]);
        if (places == words.end()) {
            return std::nullopt;
        }
        const auto after = std::ranges::upper_bound(places->second, of);
        return after == places->second.begin() ? *after : *std::prev(after);
    }

    const ReadView* view_;
    const std::vector<Naming>* found_;
    WordIndex by_last_word_;
    WordIndex by_first_word_;
    WordIndex by_surname_;  ///< The last words of persons.
    WordIndex by_unknown_;  ///< The last words of names of unknown kind.
};

}  // namespace

EntityTable::EntityTable(const ReadView& view, const RuleSet& rules, const Matches& matches) {
    const std::vector<Naming> found = namings(view, rules, matches);
    const FullNames full_names(view, rules, found);
    const auto enter = [&](std::size_t index) {
        Entity entity = entity_of(view, rules, found[index]);
        const EntityId known = find(entity.name);
        return known == kNoId ? add(std::move(entity)) : known;
    };
    for (std::size_t index = 0; index < found.size(); ++index) {
        const Naming& naming = found[index];
        const std::size_t full = full_names.full_name(index);
        const EntityId id = enter(full);
        Entity& entity = entities_[id];
        if (naming.kind == NameKind::person && entity.kind == kind_name(NameKind::unknown)) {
            entity.kind = kind_name(NameKind::person);
        }
        auto titles = titles_around(view, naming.tokens);
        if (entity.kind == kind_name(NameKind::person)) {
            if (entity.pronouns == PronounSet::unknown) {
                entity.pronouns = pronouns_of_title(view.lists, titles);
            }
            if (entity.pronouns == PronounSet::unknown && naming.tokens.size() > 1) {
                entity.pronouns = pronouns_of_name(view, naming.tokens);
            }
            add_titles(entity, std::move(titles));
        }
        const bool is_full = text_of(view, naming.tokens) == entity.name;
        const std::string how = entity.is_anonymous ? "anonymous"
                                : is_full           ? "name"
                                : full != index     ? "surname"
                                                    : "alias";
        mentions_.push_back({.tokens = naming.tokens, .entity = id, .resolved_by = how});
    }
}

const EntityMention* EntityTable::at(TokenIndex token) const {
    const auto next = std::ranges::upper_bound(
        mentions_, token, {}, [](const EntityMention& mention) { return mention.tokens.begin; });
    if (next == mentions_.begin() || !std::prev(next)->tokens.contains(token)) {
        return nullptr;
    }
    return &*std::prev(next);
}

EntityId EntityTable::find(std::string_view name) const {
    const auto known = by_name_.find(name);
    return known == by_name_.end() ? kNoId : known->second;
}

EntityId EntityTable::find_or_add(Entity entity) {
    const auto known = unlisted_.find({entity.name, entity.is_anonymous});
    return known == unlisted_.end() ? add(std::move(entity)) : known->second;
}

EntityId EntityTable::add(Entity entity) {
    const auto id = static_cast<EntityId>(entities_.size());
    by_name_.try_emplace(entity.name, id);
    if (entity.actor == kNoId) {
        unlisted_.try_emplace({entity.name, entity.is_anonymous}, id);
    }
    entities_.push_back(std::move(entity));
    return id;
}

}  // namespace stancegraph
