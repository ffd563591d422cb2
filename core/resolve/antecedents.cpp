#include "resolve/antecedents.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "resolve/titles.hpp"
#include "text/tree.hpp"

namespace stancegraph {
namespace {

/// So many sentences a pronoun looks back, and so many a noun.
constexpr std::uint32_t kPronounWindow = 8;
constexpr std::uint32_t kNounWindow = 60;

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

/// "the project": the Media Project.
bool ends_with_noun(const Entity& entity, std::string_view noun) {
    const std::string name = utf8::to_lower(entity.name);
    return entity.kind != "person" && !entity.is_anonymous && name.size() > noun.size() + 1 &&
           name.ends_with(noun) && name[name.size() - noun.size() - 1] == ' ';
}

}  // namespace

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

bool is_known_one(const ReadView& view, TokenIndex noun) {
    const Xpos tag = view.annotation.xpos[noun];
    if (tag == Xpos::nns || tag == Xpos::nnps) {
        return false;
    }
    const TokenIndex determiner = find_child(view.annotation, noun, Deprel::det);
    return determiner != kNoToken && view.lists.definite_determiners.contains(view.lower(determiner));
}

EntityId antecedent_of_pronoun(const ReadView& view, const Appearances& appearances, TokenIndex token,
                               std::string_view other_than) {
    const PronounSet pronouns = pronoun_set(view.lists, view.lower(token));
    return appearances.nearest_before(token, kPronounWindow, [&](const Entity& candidate) {
        return candidate.name != other_than && accepts(pronouns, candidate);
    });
}

EntityId antecedent_by_title(const ReadView& view, const Appearances& appearances, TokenIndex noun) {
    OfficeWords words;
    for (const TokenIndex token : telling_tokens(view, noun)) {
        words.emplace_back(view.lower(token));
    }
    return appearances.nearest_before(noun, kNounWindow, [&](const Entity& candidate) {
        return std::ranges::any_of(candidate.titles, [&](const OfficeWords& title) {
            return means_title(view.lists, title, words);
        });
    });
}

EntityId antecedent_by_kind(const ReadView& view, const Appearances& appearances, TokenIndex noun) {
    const std::string_view lemma = view.lemma(noun);
    return appearances.nearest_before(noun, kNounWindow, [&](const Entity& candidate) {
        return (view.lists.company_nouns.contains(lemma) && candidate.kind == "company") ||
               (view.lists.state_nouns.contains(lemma) && candidate.kind == "state") ||
               (view.lists.media_nouns.contains(lemma) && candidate.kind == "media") ||
               ends_with_noun(candidate, lemma);
    });
}

EntityId antecedent_by_part_of_name(const ReadView& view, const Appearances& appearances, TokenIndex noun) {
    const std::string_view word = view.form(noun);
    const EntityId by_last = appearances.nearest_before(noun, kNounWindow, [&](const Entity& candidate) {
        return candidate.kind == "person" && candidate.name.ends_with(word) &&
               candidate.name.size() > word.size() + 1 &&
               candidate.name[candidate.name.size() - word.size() - 1] == ' ';
    });
    if (by_last != kNoId) {
        return by_last;
    }
    return appearances.nearest_before(noun, kNounWindow, [&](const Entity& candidate) {
        return candidate.kind == "person" && candidate.name.starts_with(word) &&
               candidate.name.size() > word.size() && candidate.name[word.size()] == ' ';
    });
}

bool ends_like_person(const WordLists& lists, std::string_view lemma) {
    return std::ranges::any_of(lists.person_endings,
                               [&](const std::string& ending) { return lemma.ends_with(ending); });
}

}  // namespace stancegraph
