#include "match/attribution_block.hpp"

#include <algorithm>

#include "match/phrases.hpp"
#include "match/word_order.hpp"

namespace stancegraph {
namespace {

constexpr DeprelSet kBehindCue =
    kObliques | set_of(Deprel::obj, Deprel::iobj, Deprel::advmod, Deprel::nsubj, Deprel::compound_prt,
                       Deprel::nmod_unmarked, Deprel::xcomp);

/// Those of them that no object can be taken for.
constexpr DeprelSet kBesideCue =
    kObliques | set_of(Deprel::advmod, Deprel::compound_prt, Deprel::nmod_unmarked);

/// The end of what hangs on the cue right behind it: "he said on Monday in an interview".
TokenIndex end_of_cue(const TextView& text, TokenIndex cue, TokenIndex end, DeprelSet labels) {
    for (const TokenIndex child : text.tree().children(cue)) {
        if (child < end || !contains(labels, text.tree().label(child)) || is_clause(text, child)) {
            continue;
        }
        const TokenIndex first = text.tree().leftmost(child);
        const TokenIndex last = text.tree().rightmost(child);
        if (first != end || has_verb(text, {first, last + 1})) {
            break;
        }
        end = last + 1;
    }
    return end;
}

/// Where the clause behind a cue begins that a confused tree does not give: at `that` before any finite verb,
/// else at once.
TokenIndex begin_of_clause(const TextView& text, TokenSpan behind) {
    for (TokenIndex token = behind.begin; token < behind.end; ++token) {
        if (text.compiled().opens_clause(text.lower(token)) && text.xpos(token) != Xpos::dt) {
            return token;
        }
        if (has_finite_verb(text, {token, token + 1})) {
            break;
        }
    }
    return behind.begin;
}

/// True if the cue has a thing as its object: "proposed [sweeping changes]", but not "told [the board]" or
/// "said [Monday]".
bool has_object(const TextView& text, TokenIndex cue) {
    const Tree& tree = text.tree();
    return !text.compiled().is_addressing(text.lemma(cue)) &&
           std::ranges::any_of(tree.children(cue), [&](TokenIndex child) {
               return child > cue && tree.label(child) == Deprel::obj &&
                      !text.compiled().is_date_word(text.lower(child));
           });
}

/// True if a clause begins here: "that", or something that can be its subject.
bool begins_clause(const TextView& text, TokenIndex token) {
    const Upos tag = text.upos(token);
    return text.compiled().opens_clause(text.lower(token)) || tag == Upos::pron || tag == Upos::det ||
           tag == Upos::noun || tag == Upos::propn || tag == Upos::num || tag == Upos::adj;
}

/// True if the words before the block open with "in", "after", "when", and others follow it: "After the vote,
/// he asked the board for a plan."
bool tells_when(const TextView& text, const AttributionBlock& block) {
    const TokenSpan before = block.before();
    const TokenSpan behind = {block.bare_end, block.region.end};
    if (before.is_empty() || behind.size() < 2 || is_separator(text, behind.begin)) {
        return false;
    }
    const Xpos tag = text.xpos(before.begin);
    TokenIndex pause = before.begin;
    while (pause < before.end && !is_separator(text, pause)) {
        ++pause;
    }
    return (tag == Xpos::in || tag == Xpos::wrb || tag == Xpos::to) &&
           !has_finite_verb(text, {pause, before.end});
}

/// True if no clause in the span stands by itself: "Later in the show, after the talk ended", "But even as
/// they count the votes".
bool is_adjunct(const TextView& text, TokenSpan span) {
    const Tree& tree = text.tree();
    bool has_clause = false;
    for (TokenIndex token = span.begin; token < span.end; ++token) {
        if (text.quotation_of(token) != TextView::kNone) {
            return false;
        }
        if (!tree.has_child(token, kSubjects)) {
            continue;
        }
        if (tree.label(token) != Deprel::acl_relcl && !tree.has_child(token, set_of(Deprel::mark)) &&
            text.xpos(tree.leftmost(token)) != Xpos::wrb) {
            return false;
        }
        has_clause = true;
    }
    const Xpos tag = text.xpos(span.begin);
    return tag == Xpos::in || tag == Xpos::wrb || (has_clause && (tag == Xpos::rb || tag == Xpos::cc));
}

/// True if what is said follows the block, so that the words before it only tell when or why: "In the coming
/// weeks, he vowed to go."
bool speaks_behind(const TextView& text, const AttributionBlock& block, TokenIndex cue) {
    const Tree& tree = text.tree();
    const TokenSpan behind = block.behind();
    const bool has_clause = !behind.is_empty() && !is_separator(text, behind.begin) &&
                            begins_clause(text, behind.begin) && has_finite_verb(text, behind);
    return has_clause || has_object(text, cue) || tells_when(text, block) ||
           std::ranges::any_of(tree.children(cue), [&](TokenIndex child) {
               return child > cue && contains(set_of(Deprel::ccomp, Deprel::xcomp), tree.label(child));
           });
}

/// "Informed of the vote, he nodded."
bool is_participle_phrase(const TextView& text, TokenSpan span) {
    const Xpos tag = text.xpos(span.begin);
    return (tag == Xpos::vbn || tag == Xpos::vbg) && !has_finite_verb(text, span);
}

/// Notes what stands around the words of a block.
void settle(const TextView& text, AttributionBlock& block) {
    const TokenSpan behind = block.behind();
    block.is_set_off = block.words.begin > block.region.begin && is_separator(text, block.words.begin - 1);
    block.is_followed = has_verb(text, behind);
    block.goes_on = !behind.is_empty() && is_separator(text, behind.begin) && block.is_followed;
    block.is_parted = block.is_set_off && block.goes_on && is_pause(text, behind.begin) &&
                      !text.is_quotation_mark(behind.begin + 1);
}

}  // namespace

bool goes_on_speaking(const TextView& text, TokenSpan behind) {
    const Xpos tag = text.xpos(std::min(behind.begin + 1, behind.end - 1));
    return tag != Xpos::vbg && tag != Xpos::wp && tag != Xpos::wdt && tag != Xpos::wp_poss &&
           tag != Xpos::wrb;
}

void add_trimmed(const TextView& text, TokenSpan span, std::vector<TokenSpan>& pieces) {
    if (!span.is_empty() && has_verb(text, span)) {
        pieces.push_back(trimmed(text, span));
    }
}

AttributionBlock block_of(const TextView& text, const std::vector<TokenIndex>& cue, TokenSpan speaker) {
    AttributionBlock block;
    block.region = region_of(text, cue.front());
    block.words = {cue.front(), cue.front() + 1};
    for (const TokenIndex token : cue) {
        if (token == block.words.end) {
            ++block.words.end;
        }
    }
    if (!speaker.is_empty()) {
        const TokenSpan both{std::min(speaker.begin, block.words.begin),
                             std::max(speaker.end, block.words.end)};
        const TokenSpan between{std::min(speaker.end, block.words.end),
                                std::max(speaker.begin, block.words.begin)};
        constexpr TokenIndex kMostBetween = 4;
        if (between.begin >= between.end ||
            (between.size() <= kMostBetween && !has_verb(text, between) && block.region.contains(both))) {
            block.words = both;
        }
    }
    block.bare_end = end_of_cue(text, cue.front(), block.words.end, kBesideCue);
    block.words.end = end_of_cue(text, cue.front(), block.words.end, kBehindCue);
    while (block.words.begin > block.region.begin && text.upos(block.words.begin - 1) == Upos::aux) {
        --block.words.begin;
    }
    settle(text, block);
    return block;
}

AttributionBlock block_of_phrase(const TextView& text, const std::vector<TokenIndex>& cue,
                                 TokenSpan speaker) {
    AttributionBlock block = block_of(text, cue, speaker);
    const TokenSpan behind = block.behind();
    if (behind.is_empty() || !has_finite_verb(text, block.before()) || is_separator(text, behind.begin)) {
        return block;
    }
    const Xpos tag = text.xpos(behind.begin);
    if (text.upos(behind.begin) == Upos::verb || tag == Xpos::in || tag == Xpos::wdt || tag == Xpos::wp) {
        while (block.words.end < block.region.end && !is_separator(text, block.words.end)) {
            ++block.words.end;
        }
        settle(text, block);
    }
    return block;
}

std::vector<TokenSpan> statement_beside(const TextView& text, const AttributionBlock& block, TokenIndex cue) {
    std::vector<TokenSpan> pieces;
    const TokenSpan before = block.before();
    if (before.is_empty() && block.goes_on && !has_object(text, cue)) {
        add_trimmed(text, block.behind(), pieces);
    } else if (block.is_parted && !has_finite_verb(text, before)) {
        pieces.push_back(trimmed(text, before));
        add_trimmed(text, block.behind(), pieces);
    } else if (block.is_set_off && has_verb(text, before) && !is_participle_phrase(text, before) &&
               (block.is_parted || text.is_quotation_mark(block.words.begin - 1) ||
                !(speaks_behind(text, block, cue) || is_adjunct(text, before)))) {
        add_trimmed(text, before, pieces);
        if (block.goes_on && (!block.is_parted || goes_on_speaking(text, block.behind()))) {
            add_trimmed(text, block.behind(), pieces);
        }
    }
    return pieces;
}

std::vector<TokenSpan> statement_beside_phrase(const TextView& text, const AttributionBlock& block,
                                               TokenIndex cue) {
    std::vector<TokenSpan> pieces = statement_beside(text, block, cue);
    if (pieces.empty() && !block.is_followed) {
        add_trimmed(text, block.before(), pieces);
    }
    return pieces;
}

std::vector<TokenSpan> statement_beside_cue(const TextView& text, const AttributionBlock& block,
                                            TokenIndex cue, const WordTest& says_more) {
    std::vector<TokenSpan> pieces = statement_beside(text, block, cue);
    if (!pieces.empty() || !is_finite(text, cue) || block.words.end >= block.region.end ||
        is_separator(text, block.words.end)) {
        return pieces;
    }
    const TokenIndex begin =
        begin_of_clause(text, {has_object(text, cue) ? block.bare_end : block.words.end, block.region.end});
    TokenIndex end = next_part(text, cue, begin, block.region.end, false, says_more);
    if (!is_on_main_line(text.tree(), cue)) {
        for (TokenIndex token = begin; token < end; ++token) {
            end = text.form(token) == "," ? token : end;
        }
    }
    if (has_finite_verb(text, {begin, end})) {
        add_trimmed(text, {begin, end}, pieces);
    }
    return pieces;
}

}  // namespace stancegraph
