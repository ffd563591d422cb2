#include "match/layout.hpp"

#include <algorithm>

#include "match/phrases.hpp"
#include "match/word_order.hpp"

namespace stancegraph {
namespace {

/// What stands behind a verb and is no part of what it speaks of: the next verb, "on Tuesday", "again".
constexpr DeprelSet kBesideSubject = set_of(Deprel::conj, Deprel::advcl, Deprel::parataxis, Deprel::punct,
                                            Deprel::advmod, Deprel::obl_unmarked, Deprel::nsubj);

/// Where a clause begins whose subject the parser gave to the cue: "said [the vote in May] would fail". Else
/// where the piece begins.
TokenIndex begin_with_subject(const TextView& text, const AttributionBlock& block, TokenIndex head,
                              TokenSpan piece) {
    const Tree& tree = text.tree();
    if (!piece.contains(head) || piece.begin <= block.bare_end ||
        tree.has_child(head, kSubjects | set_of(Deprel::mark)) ||
        !has_finite_verb(text, {piece.begin, head + 1})) {
        return piece.begin;
    }
    const TokenSpan gap{block.bare_end, piece.begin};
    return has_finite_verb(text, gap) || has_separator(text, gap) ? piece.begin : gap.begin;
}

/// "in June", "after the vote"
bool tells_when(const TextView& text, TokenIndex child) {
    const Tree& tree = text.tree();
    if (!contains(kObliques, tree.label(child))) {
        return false;
    }
    const TokenIndex preposition = tree.child(child, set_of(Deprel::case_));
    return text.compiled().is_date_word(text.lower(child)) ||
           (preposition != kNoToken && text.compiled().is_circumstance(text.lower(preposition)));
}

/// True if an infinitive begins here: "to act", "not to publicly act".
bool opens_infinitive(const TextView& text, TokenIndex token, TokenIndex end) {
    const bool is_negated = text.upos(token) == Upos::part && text.xpos(token) == Xpos::rb;
    token += is_negated ? 1 : 0;
    if (token >= end || text.xpos(token) != Xpos::to) {
        return false;
    }
    do {
        ++token;
    } while (token < end && text.upos(token) == Upos::adv);
    return token < end && text.xpos(token) == Xpos::vb;
}

/// Where a phrase ends whose complement the parser gave to the cue: "called for [the board] to act", "mocked
/// [the idea] that it would".
TokenIndex end_of_complement(const TextView& text, TokenIndex from, TokenIndex end) {
    if (from + 1 >= end) {
        return from;
    }
    const bool opens =
        text.xpos(from) == Xpos::md || text.compiled().opens_clause(text.lower(from)) ||
        opens_infinitive(text, from, end) ||
        (text.xpos(from + 1) == Xpos::vbg && text.compiled().opens_complement(text.lower(from)));
    while (opens && from < end && !is_separator(text, from)) {
        ++from;
    }
    return from;
}

bool is_relative(Xpos tag) {
    return tag == Xpos::wdt || tag == Xpos::wp || tag == Xpos::wp_poss || tag == Xpos::wrb;
}

/// True if a clause of its own, with a subject and nothing that joins it, has this head and begins behind the
/// pause.
bool begins_clause_at(const TextView& text, TokenIndex head, TokenIndex pause) {
    const Tree& tree = text.tree();
    const TokenIndex first = tree.leftmost(head);
    return (first == pause || first == pause + 1) && tree.has_child(head, kSubjects) &&
           has_finite_verb(text, {pause, head + 1}) &&
           !tree.has_child(head, set_of(Deprel::cc, Deprel::mark));
}

}  // namespace

void widen_to_layout(const TextView& text, const AttributionBlock& block, TokenIndex cue, TokenIndex head,
                     const WordTest& says_more, std::vector<TokenSpan>& pieces) {
    if (pieces.empty()) {
        return;
    }
    // "Asked whether it will come, she nodded": what follows is no longer said.
    const Tree& tree = text.tree();
    if (tree.label(cue) == Deprel::advcl && tree.head(cue) != kNoToken && tree.head(cue) > cue &&
        !block.is_parted) {
        return;
    }
    const bool is_before = pieces.front().begin < block.words.begin;
    const bool is_behind = pieces.back().begin >= block.words.begin;
    if (is_before && block.is_set_off && (!block.is_followed || block.goes_on) &&
        block.region.begin < pieces.front().begin) {
        pieces.front() = trimmed(text, {block.region.begin, pieces.front().end});
    }
    if (is_behind && block.region.contains(pieces.back().begin)) {
        TokenSpan& last = pieces.back();
        last.begin = begin_with_subject(text, block, head, last);
        if ((!is_before || block.goes_on) && last.end < block.region.end && is_on_main_line(tree, cue)) {
            const TokenIndex end =
                next_part(text, cue, last.end, block.region.end, is_bare(text, head), says_more);
            last = end > last.end ? trimmed(text, {last.begin, end}) : last;
        }
    }
    if (block.is_parted && is_behind && !is_before) {
        pieces.insert(pieces.begin(), trimmed(text, block.before()));
    } else if (block.is_parted && !is_behind && !text.is_quotation_mark(block.words.begin - 1) &&
               goes_on_speaking(text, block.behind())) {
        const TokenSpan behind = block.behind();
        add_trimmed(text, {behind.begin, next_part(text, cue, behind.begin, behind.end, false, says_more)},
                    pieces);
    }
}

TokenSpan reach_of(const TextView& text, TokenIndex cue, TokenIndex begin, const WordTest& says_more) {
    const TokenSpan region = region_of(text, cue);
    if (begin >= region.end) {
        return {};
    }
    TokenIndex end = next_part(text, cue, begin + 1, region.end, true, says_more);
    if (!is_on_main_line(text.tree(), cue)) {
        for (TokenIndex token = begin; token < end; ++token) {
            end = is_separator(text, token) ? token : end;
        }
    }
    TokenIndex last = begin;
    for (const TokenIndex child : text.tree().children(cue)) {
        if (child >= begin && !contains(kBesideSubject, text.tree().label(child)) &&
            !tells_when(text, child)) {
            last = std::max(last, std::min(text.tree().rightmost(child), end - 1));
        }
    }
    return trimmed(text, {begin, end_of_complement(text, last + 1, end)});
}

TokenSpan without_main_clause(const TextView& text, TokenIndex cue, TokenSpan piece) {
    const Tree& tree = text.tree();
    const Xpos tag = text.xpos(cue);
    const TokenIndex start = text.sentence_at(cue).tokens.begin;
    const bool is_fronted = (tag == Xpos::vbn || tag == Xpos::vbd) && cue < start + 2 &&
                            (cue == start || text.xpos(start) == Xpos::wrb) &&
                            !tree.has_child(cue, kSubjects);
    for (TokenIndex token = piece.begin + 1; is_fronted && token + 2 < piece.end; ++token) {
        if (!is_pause(text, token)) {
            continue;
        }
        for (TokenIndex verb = token + 2; verb < piece.end; ++verb) {
            if (begins_clause_at(text, verb, token)) {
                return trimmed(text, {piece.begin, token});
            }
        }
    }
    return piece;
}

TokenSpan without_aside(const TextView& text, TokenSpan piece) {
    const Tree& tree = text.tree();
    for (TokenIndex token = piece.begin + 1; token + 1 < piece.end; ++token) {
        if (!is_pause(text, token) || !is_relative(text.xpos(token + 1)) ||
            text.quotation_of(token) != TextView::kNone) {
            continue;
        }
        TokenIndex top = token + 1;
        while (top != kNoToken && top > token && tree.label(top) != Deprel::acl_relcl) {
            top = tree.head(top);
        }
        if (top != kNoToken && top > token && tree.rightmost(top) + 1 >= piece.end) {
            return trimmed(text, {piece.begin, token});
        }
    }
    return piece;
}

}  // namespace stancegraph
