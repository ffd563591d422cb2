#pragma once

#include <vector>

#include "match/text_view.hpp"

namespace stancegraph {

/// The words of an attribution that its statement must not contain.
struct OwnWords {
    const std::vector<TokenIndex>* cue = nullptr;
    TokenIndex speaker = kNoToken;  ///< The speaker's head, or kNoToken.
};

/// What is said, from the word that heads it: the whole clause or noun phrase without the attribution's own
/// words (the branch of the tree that holds cue or speaker), widened to whole quotations, in text order.
/// `that` and infinitive `to` stay inside.
[[nodiscard]] std::vector<TokenSpan> statement_from(const TextView& text, TokenIndex head,
                                                    const OwnWords& own);

/// Widens the pieces to the quotations that they overlap, unless cue or speaker stand inside.
void widen_to_quotations(const TextView& text, const OwnWords& own, std::vector<TokenSpan>& pieces);

/// Adds the quotations that go on right after the attribution's sentence, in the same paragraph, and that end
/// with a sentence: “…,” he said. “…” “…”.
void add_continuations(const TextView& text, TokenIndex cue, std::vector<TokenSpan>& pieces);

/// Who speaks inside a quotation says nothing outside of it: cuts the pieces at the marks around the cue.
void stay_in_quotation(const TextView& text, TokenIndex cue, std::vector<TokenSpan>& pieces);

/// Sorts the pieces and joins those that touch or overlap.
void merge_pieces(std::vector<TokenSpan>& pieces);

/// True if a piece contains the token.
[[nodiscard]] bool contains_token(const std::vector<TokenSpan>& pieces, TokenIndex token);

}  // namespace stancegraph
