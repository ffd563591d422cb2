#include "resolve/word_lists.hpp"

#include <initializer_list>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

/// `phase out`: the lemma and the words that belong to it.
std::string key_of(const LexiconEntry& entry) {
    std::string key = utf8::to_lower(entry.head);
    for (const std::string& particle : entry.particles) {
        key.append(" ").append(particle);
    }
    return key;
}

/// The entries of the lists, with the polarity of the stance that their list or entry has.
std::unordered_map<std::string, double> polarities(const RuleSet& rules,
                                                   std::initializer_list<std::string_view> lists) {
    std::unordered_map<std::string, double> words;
    for (const std::string_view list : lists) {
        const LexiconId id = rules.find_lexicon(list);
        if (id == kNoId) {
            continue;
        }
        for (const LexiconEntry& entry : rules.lexicons[id].entries) {
            if (entry.stance != kNoId) {
                words.emplace(key_of(entry), rules.stances[entry.stance].polarity);
            }
        }
    }
    return words;
}

std::unordered_map<std::string, int> effects(const RuleSet& rules,
                                             std::initializer_list<std::string_view> lists) {
    std::unordered_map<std::string, int> words;
    for (const auto& [word, polarity] : polarities(rules, lists)) {
        words.emplace(word, polarity < 0 ? -1 : 1);
    }
    return words;
}

}  // namespace

WordList::WordList(const RuleSet& rules, std::string_view lexicon) {
    for (const std::string& word : rules.words_of(lexicon)) {
        words_.insert(utf8::to_lower(word));
    }
}

WordLists::WordLists(const RuleSet& rules)
    : he_pronouns(rules, "he_pronoun"),
      she_pronouns(rules, "she_pronoun"),
      they_pronouns(rules, "they_pronoun"),
      it_pronouns(rules, "it_pronoun"),
      first_pronouns(rules, "first_pronoun"),
      reflexive_pronouns(rules, "reflexive_pronoun"),
      neg_raising_verbs(rules, "neg_raising_verb"),
      only_words(rules, "only_word"),
      open_pronouns(rules, "open_pronoun"),
      definite_determiners(rules, "definite_determiner"),
      name_prepositions(rules, "name_preposition"),
      he_titles(rules, "he_title"),
      she_titles(rules, "she_title"),
      office_modifiers(rules, "office_modifier"),
      he_names(rules, "he_name"),
      she_names(rules, "she_name"),
      company_nouns(rules, "company_noun"),
      state_nouns(rules, "state_noun"),
      media_nouns(rules, "media_noun"),
      voice_nouns(rules, "voice_noun"),
      person_nouns(rules, "person_noun"),
      role_nouns(rules, "role_noun"),
      anaphors(rules, "anaphor"),
      empty_nouns(rules, "empty_noun"),
      general_nouns(rules, "general_noun"),
      light_words(rules, "light_word"),
      date_words(rules, "date_word"),
      person_endings(rules.words_of("person_ending")),
      negators(rules, "negator"),
      negating_verbs(rules, "fail_verb"),
      curb_nouns(rules, "curb_noun"),
      concessions(rules, "concession"),
      proper_adjectives(rules, "proper_adjective"),
      light_verbs(rules, "light_verb"),
      negating_adjectives(rules, "negating_adjective"),
      verb_effects(effects(rules, {"effect_verb"})),
      noun_effects(effects(rules, {"effect_noun", "curb_noun"})),
      judging(polarities(rules, {"good", "bad", "verdict_noun", "good_effect", "bad_effect"})) {}

}  // namespace stancegraph
