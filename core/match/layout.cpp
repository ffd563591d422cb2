#include "match/layout.hpp"

#include <algorithm>

#include "match/phrases.hpp"
#include "match/statements.hpp"

namespace stancegraph {
namespace {

constexpr DeprelSet kMainLine = set_of(Deprel::root, Deprel::parataxis, Deprel::conj, Deprel::ccomp,
                                       Deprel::advcl, Deprel::xcomp, Deprel::none);

constexpr DeprelSet kBehindCue =
    kObliques | set_of(Deprel::obj, Deprel::iobj, Deprel::advmod, Deprel::nsubj, Deprel::compound_prt,
                       Deprel::nmod_unmarked, Deprel::xcomp);

/// Those of them that no object can be taken for.
constexpr DeprelSet kBesideCue =
    kObliques | set_of(Deprel::advmod, Deprel::compound_prt, Deprel::nmod_unmarked);

/// What tells when, where and why before the main clause.
constexpr DeprelSet kFronted = kObliques | set_of(Deprel::advcl, Deprel::advmod);

constexpr DeprelSet kSubjects =
    kNominalSubjects | set_of(Deprel::nsubj_pass, Deprel::csubj, Deprel::csubj_pass, Deprel::expl);

constexpr DeprelSet kNextPart = set_of(Deprel::conj, Deprel::advcl, Deprel::parataxis);

/// What stands behind a verb and is no part of what it speaks of: the next verb, "on Tuesday", "again".
constexpr DeprelSet kBesideSubject =
    kNextPart | set_of(Deprel::punct, Deprel::advmod, Deprel::obl_unmarked, Deprel::nsubj);

bool is_pause(const TextView& text, TokenIndex token) {
    const std::string_view form = text.form(token);
    return form == "," || form == "-" || form == "--" || form == "\u2014" || form == "\u2013";
}

bool is_separator(const TextView& text, TokenIndex token) {
    return is_pause(text, token) || text.is_quotation_mark(token);
}

bool has_verb(const TextView& text, TokenSpan span) {
    for (TokenIndex token = span.begin; token < span.end; ++token) {
        if (text.upos(token) == Upos::verb || text.upos(token) == Upos::aux) {
            return true;
        }
    }
    return false;
}

bool is_finite(const TextView& text, TokenIndex token) {
    const Xpos tag = text.xpos(token);
    return tag == Xpos::vbd || tag == Xpos::vbz || tag == Xpos::vbp || tag == Xpos::md;
}

bool has_finite_verb(const TextView& text, TokenSpan span) {
    for (TokenIndex token = span.begin; token < span.end; ++token) {
        if (is_finite(text, token)) {
            return true;
        }
    }
    return false;
}

bool has_pause(const TextView& text, TokenSpan span) {
    for (TokenIndex token = span.begin; token < span.end; ++token) {
        if (is_separator(text, token)) {
            return true;
        }
    }
    return false;
}

/// The sentence around the token, or the part of it inside the same quotation or brackets; without the final
/// stop.
TokenSpan region_of(const TextView& text, TokenIndex token) {
    TokenSpan region = text.sentence_at(token).tokens;
    const std::uint32_t quotation = text.quotation_of(token);
    if (quotation != TextView::kNone) {
        const TokenSpan quoted = text.annotation().quotations[quotation].tokens;
        region.begin = std::max(region.begin, quoted.begin + 1);
        region.end = std::min(region.end, quoted.end);
    }
    for (TokenIndex at = token; at > region.begin; --at) {
        if (text.form(at - 1) == ")") {
            break;
        }
        if (text.form(at - 1) == "(") {
            region.begin = at;
            break;
        }
    }
    for (TokenIndex at = token + 1; at < region.end; ++at) {
        if (text.form(at) == "(") {
            break;
        }
        if (text.form(at) == ")") {
            region.end = at;
            break;
        }
    }
    const TokenSpan whole = trimmed(text, region);
    return whole.is_empty() ? region : whole;
}

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

/// True if nothing above the cue makes its clause part of a noun phrase or puts it before the main clause.
bool is_on_main_line(const Tree& tree, TokenIndex cue) {
    for (std::uint32_t step = 0; cue != kNoToken && step < Tree::kDeepest; ++step) {
        const TokenIndex head = tree.head(cue);
        const bool is_fronted = tree.label(cue) == Deprel::advcl && head != kNoToken && head > cue;
        if (!contains(kMainLine, tree.label(cue)) || is_fronted) {
            return false;
        }
        cue = head;
    }
    return true;
}

/// True if what is said is no clause of its own: "to do it", "the plan".
bool is_bare(const TextView& text, TokenIndex head) {
    return !text.tree().has_child(head, kSubjects) && !is_finite(text, head) &&
           text.quotation_of(head) == TextView::kNone;
}

/// True if the clause under `child` is no part of what the cue reports: another report, the speaker's next
/// deed,
/// ", adding that".
bool is_next_deed(const TextView& text, TokenIndex cue, TokenIndex child, TokenIndex first, bool is_bare,
                  const WordTest& says_more) {
    const Tree& tree = text.tree();
    if (says_more(child)) {
        return true;
    }
    if (tree.label(child) == Deprel::advcl) {
        const bool has_mark = tree.has_child(child, set_of(Deprel::mark));
        return text.xpos(child) == Xpos::vbg && !has_mark && first > 0 && text.form(first) == ",";
    }
    if (tree.label(child) != Deprel::conj) {
        return false;
    }
    const bool has_subject =
        tree.has_child(child, kNominalSubjects | set_of(Deprel::nsubj_pass, Deprel::mark));
    return has_subject ? is_bare
                       : text.xpos(child) == text.xpos(cue) && !tree.has_child(child, set_of(Deprel::aux));
}

/// Where the next part of the sentence begins that is not said.
TokenIndex next_part(const TextView& text, TokenIndex cue, TokenIndex from, TokenIndex end, bool is_bare,
                     const WordTest& says_more) {
    const Tree& tree = text.tree();
    TokenIndex at = cue;
    for (std::uint32_t step = 0; at != kNoToken && step < Tree::kDeepest; ++step) {
        for (const TokenIndex child : tree.children(at)) {
            if (child < from || !contains(kNextPart, tree.label(child)) || tree.is_under(cue, child)) {
                continue;
            }
            const TokenIndex first = tree.leftmost(child);
            if (first >= from && is_next_deed(text, at, child, first, is_bare, says_more)) {
                end = std::min(end, first);
            }
        }
        at = tree.head(at);
    }
    for (TokenIndex token = from; token < end; ++token) {
        if (text.form(token) == ";") {
            return token;
        }
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

/// True if the words before a cue only tell when or why, and what it says follows: "In May he vowed to go."
bool is_fronted(const TextView& text, TokenIndex cue, TokenSpan before) {
    const Tree& tree = text.tree();
    const DeprelSet objects = set_of(Deprel::ccomp, Deprel::xcomp) |
                              (text.compiled().is_addressing(text.lemma(cue)) ? 0 : set_of(Deprel::obj));
    bool is_adverbial = false;
    bool has_object = false;
    for (const TokenIndex child : tree.children(cue)) {
        if (child >= before.end) {
            has_object = has_object || (child > cue && contains(objects, tree.label(child)));
        } else if (text.upos(child) != Upos::punct && tree.label(child) != Deprel::cc) {
            if (!contains(kFronted, tree.label(child))) {
                return false;
            }
            is_adverbial = true;
        }
    }
    return is_adverbial && has_object;
}

/// "Informed of the vote, he nodded."
bool is_participle_phrase(const TextView& text, TokenSpan span) {
    const Xpos tag = text.xpos(span.begin);
    return (tag == Xpos::vbn || tag == Xpos::vbg) && !has_finite_verb(text, span);
}

/// False for what stands behind ", he said," and no longer tells what he said: ", referring to", ", who".
bool goes_on_speaking(const TextView& text, TokenSpan behind) {
    const Xpos tag = text.xpos(std::min(behind.begin + 1, behind.end - 1));
    return tag != Xpos::vbg && tag != Xpos::wp && tag != Xpos::wdt && tag != Xpos::wp_poss &&
           tag != Xpos::wrb;
}

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
    return has_finite_verb(text, gap) || has_pause(text, gap) ? piece.begin : gap.begin;
}

void add_trimmed(const TextView& text, TokenSpan span, std::vector<TokenSpan>& pieces) {
    if (!span.is_empty() && has_verb(text, span)) {
        pieces.push_back(trimmed(text, span));
    }
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
    if (before.is_empty() && block.goes_on) {
        add_trimmed(text, block.behind(), pieces);
    } else if (block.is_parted && !has_finite_verb(text, before)) {
        pieces.push_back(trimmed(text, before));
        add_trimmed(text, block.behind(), pieces);
    } else if (block.is_set_off && has_verb(text, before) && !is_participle_phrase(text, before) &&
               (block.is_parted || !is_fronted(text, cue, before))) {
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
    const TokenIndex begin = begin_of_clause(text, {block.words.end, block.region.end});
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

void widen_to_layout(const TextView& text, const AttributionBlock& block, TokenIndex cue, TokenIndex head,
                     const WordTest& says_more, std::vector<TokenSpan>& pieces) {
    if (pieces.empty()) {
        return;
    }
    // "Asked whether it will come, she nodded": what follows is no longer said.
    const Tree& tree = text.tree();
    if (tree.label(cue) == Deprel::advcl && tree.head(cue) != kNoToken && tree.head(cue) > cue) {
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
    if (begin >= region.end || !is_on_main_line(text.tree(), cue)) {
        return {};
    }
    const TokenIndex end = next_part(text, cue, begin + 1, region.end, true, says_more);
    TokenIndex last = begin;
    for (const TokenIndex child : text.tree().children(cue)) {
        if (child >= begin && !contains(kBesideSubject, text.tree().label(child))) {
            last = std::max(last, std::min(text.tree().rightmost(child), end - 1));
        }
    }
    return trimmed(text, {begin, last + 1});
}

}  // namespace stancegraph
