#include "match/word_order.hpp"

#include <algorithm>

#include "match/phrases.hpp"

namespace stancegraph {
namespace {

constexpr DeprelSet kMainLine = set_of(Deprel::root, Deprel::parataxis, Deprel::conj, Deprel::ccomp,
                                       Deprel::advcl, Deprel::xcomp, Deprel::none);

constexpr DeprelSet kNextPart = set_of(Deprel::conj, Deprel::advcl, Deprel::parataxis);

/// True if the clause under `child` is no part of what the cue reports: another report, the speaker's next
/// deed, ", adding that".
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

/// True if another report of the same speaker begins here, wherever the parser put it: ", adding", "and
/// said".
bool reports_next(const TextView& text, TokenIndex cue, TokenIndex token, const WordTest& says_more) {
    const TokenIndex end = text.sentence_at(cue).tokens.end;
    TokenIndex verb = token + 1;
    if (verb >= end || text.quotation_of(verb) != text.quotation_of(cue)) {
        return false;
    }
    if (is_separator(text, token)) {
        return text.xpos(verb) == Xpos::vbg && says_more(verb);
    }
    while (verb < end && text.upos(verb) == Upos::adv) {
        ++verb;
    }
    return text.upos(token) == Upos::cconj && verb < end && text.xpos(verb) == text.xpos(cue) &&
           says_more(verb);
}

}  // namespace

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

bool has_separator(const TextView& text, TokenSpan span) {
    for (TokenIndex token = span.begin; token < span.end; ++token) {
        if (is_separator(text, token)) {
            return true;
        }
    }
    return false;
}

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

bool is_bare(const TextView& text, TokenIndex head) {
    return !text.tree().has_child(head, kSubjects) && !is_finite(text, head) &&
           text.quotation_of(head) == TextView::kNone;
}

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
        if (text.form(token) == ";" || (token > from && reports_next(text, cue, token, says_more))) {
            return token;
        }
    }
    return end;
}

TokenSpan without_next_report(const TextView& text, TokenIndex cue, TokenSpan piece,
                              const WordTest& says_more) {
    for (TokenIndex token = piece.begin + 1; token + 1 < piece.end; ++token) {
        if (is_pause(text, token) && reports_next(text, cue, token, says_more)) {
            return trimmed(text, {piece.begin, token});
        }
    }
    return piece;
}

}  // namespace stancegraph
