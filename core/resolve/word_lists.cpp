#include "resolve/word_lists.hpp"

#include <array>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

/// The lists whose words say that something is good or bad.
constexpr std::array<std::string_view, 5> kJudgingLists{"good", "bad", "verdict_noun", "good_effect",
                                                        "bad_effect"};

std::unordered_map<std::string, double> judging_words(const RuleSet& rules) {
    std::unordered_map<std::string, double> words;
    for (const std::string_view list : kJudgingLists) {
        const LexiconId id = rules.find_lexicon(list);
        if (id == kNoId) {
            continue;
        }
        for (const LexiconEntry& entry : rules.lexicons[id].entries) {
            if (entry.stance != kNoId) {
                words.emplace(utf8::to_lower(entry.head), rules.stances[entry.stance].polarity);
            }
        }
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
      open_pronouns(rules, "open_pronoun"),
      definite_determiners(rules, "definite_determiner"),
      name_prepositions(rules, "name_preposition"),
      he_titles(rules, "he_title"),
      she_titles(rules, "she_title"),
      company_nouns(rules, "company_noun"),
      state_nouns(rules, "state_noun"),
      media_nouns(rules, "media_noun"),
      voice_nouns(rules, "voice_noun"),
      person_nouns(rules, "person_noun"),
      role_nouns(rules, "role_noun"),
      anaphors(rules, "anaphor"),
      empty_nouns(rules, "empty_noun"),
      negators(rules, "negator"),
      negating_verbs(rules, "fail_verb"),
      judging(judging_words(rules)) {}

}  // namespace stancegraph
