#pragma once

#include <vector>

#include "match/text_view.hpp"

/// What belongs to a word: the phrase or the clause that it heads, in a tree of Universal Dependencies v2.
/// Without a tree a word is its own phrase.
namespace stancegraph {

/// True if the word heads a clause: a verb, or a predicate with a copula or a subject of its own.
[[nodiscard]] bool is_clause(const TextView& text, TokenIndex head);

/// True if the word is a noun, name, pronoun or the like that heads a phrase of its own (no first part of a
/// compound, no later part of a name, no title before one).
[[nodiscard]] bool is_nominal_head(const TextView& text, TokenIndex token);

/// True if a phrase with this head may be who says something: a person or organisation by name, by a pronoun
/// or by a noun of the list `role_noun`.
[[nodiscard]] bool can_speak(const TextView& text, TokenIndex head);

/// The noun with determiners, modifiers, of-phrases and other complements; without relative clause,
/// apposition, conjuncts, leading preposition. Titles before a name belong to it.
[[nodiscard]] TokenSpan noun_phrase(const TextView& text, TokenIndex head);

/// The noun phrase and its appositions, as people mark a speaker.
[[nodiscard]] TokenSpan speaker_phrase(const TextView& text, TokenIndex head);

/// The bare name or noun: compounds and parts of a name, no determiner, no modifiers.
[[nodiscard]] TokenSpan core_phrase(const TextView& text, TokenIndex head);

/// All words of the clause, sorted; without its own conjunction's words (cc) and the punctuation around it.
[[nodiscard]] std::vector<TokenIndex> clause_tokens(const TextView& text, TokenIndex head);

/// Sorted tokens as ranges; gaps that hold nothing but punctuation are closed.
[[nodiscard]] std::vector<TokenSpan> pieces_of(const TextView& text, const std::vector<TokenIndex>& sorted);

/// The span without commas, dashes, colons and final stops at its ends; quotation marks and brackets stay
/// unless their partner is outside.
[[nodiscard]] TokenSpan trimmed(const TextView& text, TokenSpan span);

/// The token of a span that the others hang under: the first whose head lies outside.
[[nodiscard]] TokenIndex head_of(const TextView& text, TokenSpan span);

}  // namespace stancegraph
