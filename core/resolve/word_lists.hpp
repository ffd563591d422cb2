#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ruleset/ruleset.hpp"

namespace stancegraph {

/// A set of lower-case words that can be asked with views.
class WordList {
public:
    WordList() = default;
    WordList(const RuleSet& rules, std::string_view lexicon);

    [[nodiscard]] bool contains(std::string_view word) const { return words_.contains(word); }

private:
    struct Hash {
        using is_transparent = void;

        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    std::unordered_set<std::string, Hash, std::equal_to<>> words_;
};

/// The word lists of the rule files that resolving reads, by the names they have there
/// (rules/04-resolving.yaml). A list that is missing is empty.
struct WordLists {
    explicit WordLists(const RuleSet& rules);

    WordList he_pronouns;           ///< he, him, his
    WordList she_pronouns;          ///< she, her
    WordList they_pronouns;         ///< they, them, their
    WordList it_pronouns;           ///< it, its
    WordList first_pronouns;        ///< I, we, us, my, our
    WordList reflexive_pronouns;    ///< himself, itself: the subject of the same verb
    WordList neg_raising_verbs;     ///< think, believe: "does not think" thinks the contrary
    WordList only_words;            ///< just, only: behind "not" they deny nothing
    WordList open_pronouns;         ///< some, others, many, one: speakers of their own
    WordList definite_determiners;  ///< the, this: the noun is one that the reader knows
    WordList name_prepositions;     ///< of: its phrase belongs to a name, secretary of state
    WordList he_titles;             ///< mr, chairman
    WordList she_titles;            ///< mrs, chairwoman
    WordList office_modifiers;      ///< former, vice: with them it is another office
    WordList he_names;              ///< given names of men
    WordList she_names;             ///< given names of women
    WordList company_nouns;         ///< chipmaker, firm: "the chipmaker" is the last company
    WordList state_nouns;           ///< government, country
    WordList media_nouns;           ///< newspaper, report
    WordList voice_nouns;           ///< spokesman: the organisation behind them speaks
    WordList person_nouns;          ///< mayor, analyst: nouns for people
    WordList role_nouns;            ///< analyst, spokesman: nouns that can speak
    WordList anaphors;              ///< this, move, decision: heads that name no subject by themselves
    WordList empty_nouns;           ///< thing, way, percent: never what a statement is about
    WordList general_nouns;         ///< people, need, place: name something with words of their own only
    WordList light_words;           ///< own, many, other: tell nothing of the noun behind them
    WordList date_words;            ///< monday, january: neither speak nor are spoken about
    std::vector<std::string> person_endings;  ///< er, ist: plurals of nouns that end so are people
    WordList negators;                        ///< not, never, no
    WordList negating_verbs;                  ///< fail, refuse
    WordList curb_nouns;                      ///< ban, embargo: names of their own, bad for what they are on
    WordList concessions;                     ///< although: what it brings in is granted, not claimed
    WordList proper_adjectives;               ///< chinese, republican: written with a capital
    WordList light_verbs;                     ///< have, pose: what their object is, their subject is
    WordList negating_adjectives;             ///< unlikely, unable
    /// What verbs and nouns do to what they act on, by lemma, with a particle where they have one ("phase
    /// out"): 1 or -1.
    std::unordered_map<std::string, int> verb_effects;
    std::unordered_map<std::string, int> noun_effects;
    /// Judging words by lemma: the sign of the stance that their list or entry has.
    std::unordered_map<std::string, double> judging;
};

}  // namespace stancegraph
