#include "match/phrases.hpp"

#include <algorithm>

namespace stancegraph {
namespace {

constexpr DeprelSet kClauseMarks =
    set_of(Deprel::cop, Deprel::nsubj, Deprel::nsubj_outer, Deprel::nsubj_pass, Deprel::csubj,
           Deprel::csubj_pass, Deprel::aux, Deprel::aux_pass, Deprel::expl);

constexpr DeprelSet kPartsOfNoun =
    set_of(Deprel::det, Deprel::det_predet, Deprel::amod, Deprel::nummod, Deprel::nmod, Deprel::nmod_poss,
           Deprel::nmod_desc, Deprel::nmod_unmarked, Deprel::compound, Deprel::flat, Deprel::fixed,
           Deprel::goeswith, Deprel::acl, Deprel::advmod);

constexpr DeprelSet kNotInNounPhrase = set_of(Deprel::acl_relcl, Deprel::appos, Deprel::parataxis);

constexpr DeprelSet kPartsOfName =
    set_of(Deprel::flat, Deprel::compound, Deprel::fixed, Deprel::goeswith, Deprel::compound_prt);

constexpr DeprelSet kInsideOther =
    set_of(Deprel::compound, Deprel::flat, Deprel::fixed, Deprel::goeswith, Deprel::nmod_desc, Deprel::punct,
           Deprel::case_, Deprel::det, Deprel::mark, Deprel::cc);

bool is_nominal_tag(Upos tag) {
    return tag == Upos::noun || tag == Upos::propn || tag == Upos::pron || tag == Upos::num ||
           tag == Upos::sym || tag == Upos::x;
}

bool is_punctuation(const TextView& text, TokenIndex token) {
    return text.upos(token) == Upos::punct;
}

/// Quotations inside a noun phrase are short; a longer one is what somebody says.
constexpr std::uint32_t kLongestQuotedPart = 8;

/// True if the token stands in a speech that the head does not stand in, or the other way round.
bool is_across_speech(const TextView& text, TokenIndex token, TokenIndex head) {
    const std::uint32_t there = text.quotation_of(token);
    const std::uint32_t here = text.quotation_of(head);
    if (there == here) {
        return false;
    }
    const auto& quotations = text.annotation().quotations;
    return here != TextView::kNone || quotations[there].tokens.size() > kLongestQuotedPart;
}

/// The words around `head` of a sorted list that stand together, closing gaps of punctuation.
TokenSpan run_around(const TextView& text, std::vector<TokenIndex>& tokens, TokenIndex head) {
    std::erase_if(tokens, [&](TokenIndex token) { return is_across_speech(text, token, head); });
    std::ranges::sort(tokens);
    const auto at = std::ranges::lower_bound(tokens, head);
    TokenSpan span{head, head + 1};
    const auto is_gap = [&](TokenIndex begin, TokenIndex end) {
        for (TokenIndex token = begin; token < end; ++token) {
            if (!is_punctuation(text, token)) {
                return false;
            }
        }
        return true;
    };
    for (auto next = at; next != tokens.end(); ++next) {
        if (*next >= span.end) {
            if (!is_gap(span.end, *next)) {
                break;
            }
            span.end = *next + 1;
        }
    }
    for (auto before = at; before != tokens.begin();) {
        --before;
        if (!is_gap(*before + 1, span.begin)) {
            break;
        }
        span.begin = *before;
    }
    return span;
}

void add_phrase(const TextView& text, TokenIndex head, bool with_appositions,
                std::vector<TokenIndex>& tokens) {
    const Tree& tree = text.tree();
    const bool is_predicate = tree.has_child(head, set_of(Deprel::cop));
    tokens.push_back(head);
    for (const TokenIndex child : tree.children(head)) {
        const Deprel label = tree.label(child);
        if (label == Deprel::appos && with_appositions) {
            tree.add_subtree(child, set_of(Deprel::acl_relcl, Deprel::parataxis), tokens);
            continue;
        }
        if (!contains(kPartsOfNoun, label) || (label == Deprel::advmod && (is_predicate || child > head)) ||
            (label == Deprel::acl && child < head)) {
            continue;
        }
        tree.add_subtree(child, kNotInNounPhrase, tokens);
    }
}

bool opens(std::string_view form) {
    return form == "(" || form == "[";
}

bool closes(std::string_view form) {
    return form == ")" || form == "]";
}

/// True if the bracket or quotation mark at an end has its partner inside the span.
bool has_partner(const TextView& text, TokenIndex mark, TokenSpan span) {
    const std::uint32_t quotation = text.quotation_of(mark);
    if (text.is_quotation_mark(mark) && quotation != TextView::kNone) {
        const TokenSpan quoted = text.annotation().quotations[quotation].tokens;
        const bool is_outer_mark = mark == quoted.begin || mark + 1 == quoted.end;
        return !is_outer_mark || span.contains(quoted);
    }
    const bool is_opening = opens(text.form(mark));
    if (!is_opening && !closes(text.form(mark))) {
        return false;
    }
    for (TokenIndex token = span.begin; token < span.end; ++token) {
        if (is_opening ? closes(text.form(token)) : opens(text.form(token))) {
            return true;
        }
    }
    return false;
}

}  // namespace

bool is_clause(const TextView& text, TokenIndex head) {
    const Upos tag = text.upos(head);
    return tag == Upos::verb || tag == Upos::aux || text.tree().has_child(head, kClauseMarks);
}

bool is_nominal_head(const TextView& text, TokenIndex token) {
    if (!is_nominal_tag(text.upos(token))) {
        return false;
    }
    const Deprel label = text.tree().label(token);
    return !contains(kInsideOther, label) || (label == Deprel::det && text.upos(token) == Upos::pron);
}

bool can_speak(const TextView& text, TokenIndex head) {
    const Xpos tag = text.xpos(head);
    if (text.upos(head) == Upos::pron) {
        return tag == Xpos::prp || tag == Xpos::wp;
    }
    const std::uint32_t name = text.name_of_token(head);
    if (name != Name::kNone && text.annotation().names[name].kind != NameKind::place) {
        return true;
    }
    // A name that nobody recognised can speak as well: "Sun", "the Florida Department of State".
    const bool is_unknown_name = name == Name::kNone && text.upos(head) == Upos::propn &&
                                 !text.compiled().is_date_word(text.lower(head));
    return is_unknown_name || text.compiled().is_role_noun(text.lower(head)) ||
           (text.has_tree(head) && text.compiled().is_role_noun(text.lemma(head)));
}

TokenSpan noun_phrase(const TextView& text, TokenIndex head) {
    std::vector<TokenIndex> tokens;
    add_phrase(text, head, false, tokens);
    return trimmed(text, run_around(text, tokens, head));
}

TokenSpan speaker_phrase(const TextView& text, TokenIndex head) {
    std::vector<TokenIndex> tokens;
    add_phrase(text, head, true, tokens);
    return trimmed(text, run_around(text, tokens, head));
}

TokenSpan core_phrase(const TextView& text, TokenIndex head) {
    std::vector<TokenIndex> tokens{head};
    for (const TokenIndex child : text.tree().children(head)) {
        if (contains(kPartsOfName, text.tree().label(child))) {
            text.tree().add_subtree(child, kNotInNounPhrase, tokens);
        }
    }
    return trimmed(text, run_around(text, tokens, head));
}

std::vector<TokenIndex> clause_tokens(const TextView& text, TokenIndex head) {
    std::vector<TokenIndex> tokens{head};
    for (const TokenIndex child : text.tree().children(head)) {
        const bool joins_left = text.tree().label(child) == Deprel::cc && child < head;
        if (child != head && !joins_left) {
            text.tree().add_subtree(child, 0, tokens);
        }
    }
    std::ranges::sort(tokens);
    return tokens;
}

std::vector<TokenSpan> pieces_of(const TextView& text, const std::vector<TokenIndex>& sorted) {
    std::vector<TokenSpan> pieces;
    for (const TokenIndex token : sorted) {
        if (pieces.empty()) {
            pieces.push_back({token, token + 1});
            continue;
        }
        TokenIndex end = pieces.back().end;
        while (end < token && is_punctuation(text, end)) {
            ++end;
        }
        if (end >= token) {
            pieces.back().end = std::max(pieces.back().end, token + 1);
        } else {
            pieces.push_back({token, token + 1});
        }
    }
    return pieces;
}

TokenSpan trimmed(const TextView& text, TokenSpan span) {
    const TokenSpan whole = span;
    while (span.begin < span.end && is_punctuation(text, span.begin) &&
           !has_partner(text, span.begin, whole)) {
        ++span.begin;
    }
    while (span.begin < span.end && is_punctuation(text, span.end - 1) &&
           !has_partner(text, span.end - 1, whole)) {
        --span.end;
    }
    return span.is_empty() ? whole : span;
}

TokenIndex head_of(const TextView& text, TokenSpan span) {
    TokenIndex best = kNoToken;
    for (TokenIndex token = span.begin; token < span.end; ++token) {
        if (is_punctuation(text, token) || span.contains(text.tree().head(token))) {
            continue;
        }
        if (best == kNoToken || (!is_nominal_tag(text.upos(best)) && !is_clause(text, best))) {
            best = token;
        }
    }
    return best == kNoToken ? span.begin : best;
}

}  // namespace stancegraph
