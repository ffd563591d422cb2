#include "resolve/namings.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "resolve/titles.hpp"

namespace stancegraph {
namespace {

bool is_person(const Naming& naming, const RuleSet& rules) {
    return naming.actor == kNoId ? naming.kind == NameKind::person
                                 : rules.actors[naming.actor].kind == ActorKind::person;
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

/// "Mrs. Trump" is not he who has the alias.
bool has_other_title(const ReadView& view, const RuleSet& rules, const ActorMention& mention) {
    const PronounSet his = rules.actors[mention.actor].pronouns;
    if (mention.tokens.size() != 1 || his == PronounSet::unknown) {
        return false;
    }
    const PronounSet title = pronouns_of_title(view.lists, titles_around(view, mention.tokens));
    return title != PronounSet::unknown && title != his;
}

/// A name that the model cannot place, behind "mayor" or "professor": a person's.
bool has_title(const ReadView& view, TokenSpan name) {
    const TokenSpan sentence = view.annotation.sentences[view.annotation.sentence_of(name.begin)].tokens;
    return name.begin > sentence.begin && view.lists.person_nouns.contains(view.lower(name.begin - 1));
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
        if ((wider != Name::kNone && is_somebody_else(view, rules, names[wider], mention)) ||
            has_other_title(view, rules, mention)) {
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

/// Where names with a word stand, for each title that a surname may have: "Mrs. Clinton" is no Bill Clinton.
class NamesByWord {
public:
    void add(Symbol word, PronounSet pronouns, std::size_t index) {
        for (std::size_t title = 0; title < places_.size(); ++title) {
            const auto wanted = static_cast<PronounSet>(title);
            if (wanted == PronounSet::unknown || pronouns == PronounSet::unknown || pronouns == wanted) {
                places_[title][word].push_back(index);
            }
        }
    }

    /// The nearest before `of`, else the first after. Precondition: what was added ascends.
    [[nodiscard]] std::optional<std::size_t> nearest(Symbol word, PronounSet title, std::size_t of) const {
        const auto& words = places_[static_cast<std::size_t>(title)];
        const auto places = words.find(word);
        if (places == words.end()) {
            return std::nullopt;
        }
        const auto after = std::ranges::upper_bound(places->second, of);
        return after == places->second.begin() ? *after : *std::prev(after);
    }

private:
    /// By title: none, a man's, a woman's.
    std::array<std::unordered_map<Symbol, std::vector<std::size_t>>, 3> places_;
};

/// Finds the full name that a single-word name stands for.
class FullNames {
public:
    FullNames(const ReadView& view, const RuleSet& rules, const std::vector<Naming>& found)
        : view_(&view), found_(&found) {
        for (std::size_t index = 0; index < found.size(); ++index) {
            if (found[index].tokens.size() > 1) {
                add(rules, index);
            }
        }
    }

    /// The index of the naming: the nearest before, else the first after; `of` itself when there is none.
    [[nodiscard]] std::size_t full_name(std::size_t of) const {
        const Naming& naming = (*found_)[of];
        if (naming.tokens.size() > 1 || naming.actor != kNoId) {
            return of;
        }
        const Symbol word = view_->annotation.form[naming.tokens.begin];
        const PronounSet title = pronouns_of_title(view_->lists, titles_around(*view_, naming.tokens));
        if (naming.kind == NameKind::place) {
            // "Varga said" looks like a town's name to the model; who has met Ilse Varga knows better.
            return by_surname_.nearest(word, title, of).value_or(of);
        }
        for (const NamesByWord* names : {&by_last_word_, &by_first_word_}) {
            if (const std::optional<std::size_t> full = names->nearest(word, title, of)) {
                return *full;
            }
        }
        // A surname tells of a full name that the model could not place.
        return naming.kind == NameKind::person ? by_unknown_.nearest(word, title, of).value_or(of) : of;
    }

private:
    void add(const RuleSet& rules, std::size_t index) {
        const Naming& naming = (*found_)[index];
        const Symbol first = view_->annotation.form[naming.tokens.begin];
        const Symbol last = view_->annotation.form[naming.tokens.end - 1];
        const PronounSet pronouns = pronouns_of(rules, naming);
        if (naming.actor != kNoId || naming.kind == NameKind::person) {
            by_last_word_.add(last, pronouns, index);
            by_first_word_.add(first, pronouns, index);
        }
        if (is_person(naming, rules)) {
            by_surname_.add(last, pronouns, index);
        }
        if (naming.actor == kNoId && naming.kind == NameKind::unknown) {
            by_unknown_.add(last, pronouns, index);
        }
    }

    [[nodiscard]] PronounSet pronouns_of(const RuleSet& rules, const Naming& naming) const {
        const PronounSet by_name = naming.actor == kNoId ? pronouns_of_name(*view_, naming.tokens)
                                                         : rules.actors[naming.actor].pronouns;
        return by_name == PronounSet::unknown
                   ? pronouns_of_title(view_->lists, titles_around(*view_, naming.tokens))
                   : by_name;
    }

    const ReadView* view_;
    const std::vector<Naming>* found_;
    NamesByWord by_last_word_;
    NamesByWord by_first_word_;
    NamesByWord by_surname_;  ///< The last words of persons.
    NamesByWord by_unknown_;  ///< The last words of names of unknown kind.
};

/// "Treasury Secretary Bessent", where no list has the surname alone: he who holds the office on the day of
/// the article, or belongs where the words beside the name say. The surname is his in the whole article,
/// unless that has a full name for it.
void find_office_holders(const ReadView& view, std::vector<Naming>& found) {
    const auto is_open = [&](std::size_t index) {
        const Naming& naming = found[index];
        return naming.actor == kNoId && naming.tokens.size() == 1 && naming.full == index;
    };
    std::unordered_map<Symbol, ActorId> holders;
    for (std::size_t index = 0; index < found.size(); ++index) {
        const TokenIndex token = found[index].tokens.begin;
        if (!is_open(index) || !view.offices.has_surname(view.form(token))) {
            continue;
        }
        const auto holder = view.offices.person_called(
            view.form(token), descriptions_of(view, found[index].tokens), view.document.source.date);
        if (holder) {
            holders.try_emplace(view.annotation.form[token], *holder);
        }
    }
    for (std::size_t index = 0; index < found.size() && !holders.empty(); ++index) {
        const auto holder = holders.find(view.annotation.form[found[index].tokens.begin]);
        if (holder != holders.end() && is_open(index)) {
            found[index].actor = holder->second;
            found[index].is_by_office = true;
        }
    }
}

}  // namespace

std::vector<Naming> find_namings(const ReadView& view, const RuleSet& rules, const Matches& matches) {
    std::vector<Naming> found = namings(view, rules, matches);
    const FullNames full_names(view, rules, found);
    for (std::size_t index = 0; index < found.size(); ++index) {
        found[index].full = full_names.full_name(index);
    }
    find_office_holders(view, found);
    return found;
}

}  // namespace stancegraph
