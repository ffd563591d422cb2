#pragma once

#include <algorithm>
#include <vector>

#include "match/word_order.hpp"

/// The words of an attribution in one piece, and what stands before and behind them.
namespace stancegraph {

/// Speaker and cue, with what belongs to the cue behind it.
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

/// False for what stands behind ", he said," and no longer tells what he said: ", referring to", ", who".
[[nodiscard]] bool goes_on_speaking(const TextView& text, TokenSpan behind);

/// Adds the span, trimmed, if a verb is in it.
void add_trimmed(const TextView& text, TokenSpan span, std::vector<TokenSpan>& pieces);

}  // namespace stancegraph
