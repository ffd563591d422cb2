#pragma once

#include <cstdint>
#include <vector>

#include "match/paths.hpp"
#include "match/text_view.hpp"

namespace stancegraph {

/// The list entry that stands at a token, as far as roles ask for it; null members for a plain word.
struct CueEntry {
    const LexiconEntry* entry = nullptr;
    WordClass word_class = WordClass::any;
};

/// Finds the parts of a sentence around a word by their role (rules/README.md, "Roles"), in trees of
/// Universal Dependencies v2. Each function adds the tokens that it finds, in text order where there are
/// several.
class Roles {
public:
    explicit Roles(const TextView& text) : text_(&text) {}

    void find(pattern::Role role, TokenIndex from, const CueEntry& cue, std::vector<TokenIndex>& found) const;

    /// Who does it: the subject of an active verb or a predicate, the by-phrase of a passive one; without a
    /// subject of its own that of the verb it is joined to (conj, xcomp, advcl, acl); the noun of an
    /// adjective.
    void add_who(TokenIndex from, const CueEntry& cue, std::vector<TokenIndex>& found) const;
    /// What it is about: what the entry's prepositions bring in; without prepositions the object, the subject
    /// of a passive, or the clause below.
    void add_what(TokenIndex from, const CueEntry& cue, std::vector<TokenIndex>& found) const;
    /// Whom it addresses: the object of an entry with `_`.
    void add_whom(TokenIndex from, const CueEntry& cue, std::vector<TokenIndex>& found) const;
    /// What is said: ccomp; the clause that the cue is a parataxis of; a parataxis below the cue.
    void add_clause(TokenIndex from, std::vector<TokenIndex>& found) const;
    void add_possessor(TokenIndex from, std::vector<TokenIndex>& found) const;
    /// What one of the prepositions brings in under the token.
    void add_by_preposition(TokenIndex from, const std::vector<std::string>& words,
                            std::vector<TokenIndex>& found) const;
    /// The verb or predicate of the clause around the token, or kNoToken.
    [[nodiscard]] TokenIndex clause_above(TokenIndex from) const;
    /// True if one of the entry's prepositions brings in something: such an entry beats the bare one.
    [[nodiscard]] bool has_preposition(TokenIndex from, const CueEntry& cue) const;
    /// What a relative pronoun stands for, or the token itself.
    [[nodiscard]] TokenIndex antecedent(TokenIndex token) const;
    [[nodiscard]] TokenIndex person_before(TokenIndex relative) const;
    [[nodiscard]] TokenIndex subject_within(TokenIndex noun) const;
    /// Adds the conjuncts of the token that are nouns like it.
    void add_conjuncts(TokenIndex token, std::vector<TokenIndex>& found) const;
    [[nodiscard]] bool is_passive(TokenIndex verb) const;

private:
    void add_agent(TokenIndex verb, std::vector<TokenIndex>& found) const;
    void add_subject(TokenIndex verb, bool with_passive, std::vector<TokenIndex>& found) const;
    void add_subject_of_participle(TokenIndex verb, std::vector<TokenIndex>& found) const;
    [[nodiscard]] bool is_set_off_participle(TokenIndex from) const;
    [[nodiscard]] TokenIndex controlling_object(TokenIndex from) const;
    [[nodiscard]] bool is_led_by_thing(TokenIndex verb, TokenIndex object) const;
    [[nodiscard]] TokenIndex reporting_clause(TokenIndex from) const;
    void add_shared_subject(TokenIndex from, std::uint32_t depth, std::vector<TokenIndex>& found) const;
    void add_surface_subject(TokenIndex from, std::uint32_t depth, std::vector<TokenIndex>& found) const;
    void add_what_of_entry(TokenIndex from, const CueEntry& cue, std::vector<TokenIndex>& found) const;
    void add_passive_what(TokenIndex from, std::vector<TokenIndex>& found) const;
    void add_object(TokenIndex from, std::vector<TokenIndex>& found) const;
    [[nodiscard]] TokenIndex after_preposition(TokenIndex from, const CueEntry& cue) const;

    const TextView* text_;
};

}  // namespace stancegraph
