#pragma once

#include <optional>
#include <vector>

#include "match/text_view.hpp"

namespace stancegraph {

/// How a list entry lies in the text.
struct EntryFit {
    EntryRef entry;
    TokenIndex end = 0;                 ///< After the head and the particles that stand right behind it.
    TokenIndex end_of_phrase = 0;       ///< The same, and after a preposition of the entry that comes next.
    std::vector<TokenIndex> particles;  ///< Wherever they stand.
};

/// The entry with its head at `token`: the word's class is the list's, and its particles hang under it or
/// stand right behind it; a verb's preposition is there, other words may do without. Nothing if it does not
/// fit. O(children of the token).
[[nodiscard]] std::optional<EntryFit> fit_entry(const TextView& text, const EntryRef& reference,
                                                TokenIndex token);

/// Whether the token can be a word of that class; participles count as adjectives where they stand like one.
/// Without a tree every class is possible.
[[nodiscard]] bool is_of_class(const TextView& text, WordClass word_class, TokenIndex token);

/// The entries of all lists, or of one, that have their head at `token`; those found by its form first.
void add_fits(TextView& text, TokenIndex token, LexiconId only, std::vector<EntryFit>& fits);

}  // namespace stancegraph
