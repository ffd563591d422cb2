#pragma once

#include <vector>

#include "match/attribution_block.hpp"

/// Where people draw the bounds of a statement. A greedy parser often cuts a long clause short, but the order
/// of the words tells: what follows "X said" goes on to the end of the sentence (81 % of PolNeAR's training
/// part), what stands before ", X said." begins with it (96 %).
namespace stancegraph {

/// Widens the pieces that the tree gave under `head` to the bounds that the order of the words tells. `cue`
/// is the verb; `says_more` tells whether a word is a cue like it.
void widen_to_layout(const TextView& text, const AttributionBlock& block, TokenIndex cue, TokenIndex head,
                     const WordTest& says_more, std::vector<TokenSpan>& pieces);

/// From `begin`, behind the cue, to where the sentence turns to something else: "called for [a prosecutor to
/// look into it]". Empty where the cue stands inside a noun phrase.
[[nodiscard]] TokenSpan reach_of(const TextView& text, TokenIndex cue, TokenIndex begin,
                                 const WordTest& says_more);

/// "Asked [whether it will come], she nodded": the statement of a participle that opens the sentence, without
/// the clause behind it, which the parser may have joined to it.
[[nodiscard]] TokenSpan without_main_clause(const TextView& text, TokenIndex cue, TokenSpan piece);

/// Ends the piece before what the writer adds about its last noun: "the plan[, which failed in May]". In a
/// quotation the speaker adds it.
[[nodiscard]] TokenSpan without_aside(const TextView& text, TokenSpan piece);

}  // namespace stancegraph
