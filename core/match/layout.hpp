#pragma once

#include <algorithm>
#include <functional>
#include <vector>

#include "match/text_view.hpp"

/// Where people draw the bounds of a statement. A greedy parser often cuts a long clause short, but the order
/// of the words tells: what follows "X said" goes on to the end of the sentence (81 % of PolNeAR's training
/// part), what stands before ", X said." begins with it (96 %).
namespace stancegraph {

/// A question about one word.
using WordTest = std::function<bool(TokenIndex)>;

/// The words of an attribution in one piece: speaker and cue, with what belongs to the cue behind it.
struct AttributionBlock {
    TokenSpan words;
    TokenSpan region;  ///< What it can speak of: its sentence, or the inside of the quotation or bracket.
    bool is_set_off = false;   ///< A comma, dash or quotation mark stands right before it.
    bool goes_on = false;      ///< A comma or dash stands right behind it, and words with a verb after that.
    bool is_followed = false;  ///< Words with a verb follow.
    bool is_parted = false;    ///< It parts a sentence: "The nominee, he said, will come."
    TokenIndex bare_end = 0;   ///< The end without objects: "told reporters on Monday" ends with "told".

    /// What stands before and behind it in its region.
    [[nodiscard]] TokenSpan before() const { return {region.begin, std::max(region.begin, words.begin)}; }

    [[nodiscard]] TokenSpan behind() const { return {words.end, std::max(words.end, region.end)}; }
};

/// `cue` and `speaker` (empty for none) must stand in one sentence.
[[nodiscard]] AttributionBlock block_of(const TextView& text, const std::vector<TokenIndex>& cue,
                                        TokenSpan speaker);

/// The same for a phrase, with all of "according to a poll that was held in May".
[[nodiscard]] AttributionBlock block_of_phrase(const TextView& text, const std::vector<TokenIndex>& cue,
                                               TokenSpan speaker);

/// What the order of the words alone tells: the rest of the sentence around a block that is set off; nothing
/// where the block stands in the middle of a clause or nothing with a verb is left.
[[nodiscard]] std::vector<TokenSpan> statement_beside(const TextView& text, const AttributionBlock& block,
                                                      TokenIndex cue);

/// The same, and else what follows a finite verb, from `that` on: "Officials say the name was left off."
/// `says_more` tells whether a word is a cue like `cue`.
[[nodiscard]] std::vector<TokenSpan> statement_beside_cue(const TextView& text, const AttributionBlock& block,
                                                          TokenIndex cue, const WordTest& says_more);

/// The same for a phrase that can end a clause without a comma: "Sales fell according to Reuters."
[[nodiscard]] std::vector<TokenSpan> statement_beside_phrase(const TextView& text,
                                                             const AttributionBlock& block, TokenIndex cue);

/// Widens the pieces that the tree gave under `head` to the bounds that the order of the words tells. `cue`
/// is the verb; `says_more` tells whether a word is a cue like it.
void widen_to_layout(const TextView& text, const AttributionBlock& block, TokenIndex cue, TokenIndex head,
                     const WordTest& says_more, std::vector<TokenSpan>& pieces);

/// From `begin`, behind the cue, to where the sentence turns to something else: "called for [a prosecutor to
/// look into it]". Empty where the cue stands inside a noun phrase.
[[nodiscard]] TokenSpan reach_of(const TextView& text, TokenIndex cue, TokenIndex begin,
                                 const WordTest& says_more);

}  // namespace stancegraph
