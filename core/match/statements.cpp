#include "match/statements.hpp"

#include <algorithm>

#include "match/phrases.hpp"
#include "text/tree.hpp"

namespace stancegraph {
namespace {

constexpr DeprelSet kBranchOfSpeaker =
    kObliques | kNominalModifiers |
    set_of(Deprel::parataxis, Deprel::advcl, Deprel::advmod, Deprel::acl, Deprel::discourse, Deprel::dep,
           Deprel::case_, Deprel::appos, Deprel::acl_relcl, Deprel::amod, Deprel::conj, Deprel::dislocated,
           Deprel::vocative, Deprel::ccomp, Deprel::xcomp, Deprel::mark);

/// The child of `top` on the way down to `token`; kNoToken if the token is not below it.
TokenIndex branch_of(const Tree& tree, TokenIndex top, TokenIndex token) {
    for (std::uint32_t step = 0; token != kNoToken && step < Tree::kDeepest; ++step) {
        const TokenIndex above = tree.head(token);
        if (above == top) {
            return token;
        }
        token = above;
    }
    return kNoToken;
}

void remove_branch(const Tree& tree, TokenIndex branch, std::vector<TokenIndex>& tokens) {
    std::vector<TokenIndex> gone;
    tree.add_subtree(branch, 0, gone);
    std::ranges::sort(gone);
    std::erase_if(tokens, [&](TokenIndex token) { return std::ranges::binary_search(gone, token); });
}

void remove_own_words(const TextView& text, TokenIndex head, const OwnWords& own,
                      std::vector<TokenIndex>& tokens) {
    const Tree& tree = text.tree();
    for (const TokenIndex cue : *own.cue) {
        const TokenIndex branch = cue == head ? kNoToken : branch_of(tree, head, cue);
        if (branch != kNoToken) {
            remove_branch(tree, branch, tokens);
        }
    }
    const TokenIndex branch =
        own.speaker == kNoToken || own.speaker == head ? kNoToken : branch_of(tree, head, own.speaker);
    if (branch != kNoToken && contains(kBranchOfSpeaker, tree.label(branch))) {
        remove_branch(tree, branch, tokens);
    }
}

bool has_words(const TextView& text, TokenSpan piece) {
    for (TokenIndex token = piece.begin; token < piece.end; ++token) {
        if (text.upos(token) != Upos::punct) {
            return true;
        }
    }
    return false;
}

}  // namespace

void merge_pieces(std::vector<TokenSpan>& pieces) {
    std::ranges::sort(pieces);
    std::vector<TokenSpan> merged;
    for (const TokenSpan piece : pieces) {
        if (!merged.empty() && piece.begin <= merged.back().end) {
            merged.back().end = std::max(merged.back().end, piece.end);
        } else {
            merged.push_back(piece);
        }
    }
    pieces = std::move(merged);
}

bool contains_token(const std::vector<TokenSpan>& pieces, TokenIndex token) {
    return std::ranges::any_of(pieces, [&](TokenSpan piece) { return piece.contains(token); });
}

std::vector<TokenSpan> statement_from(const TextView& text, TokenIndex head, const OwnWords& own) {
    std::vector<TokenIndex> tokens = clause_tokens(text, head);
    std::erase_if(tokens, [&](TokenIndex token) {
        return text.tree().head(token) == head && is_preposition(text.annotation(), token);
    });
    remove_own_words(text, head, own, tokens);
    std::vector<TokenSpan> pieces;
    for (const TokenSpan piece : pieces_of(text, tokens)) {
        if (has_words(text, piece)) {
            pieces.push_back(trimmed(text, piece));
        }
    }
    widen_to_quotations(text, own, pieces);
    return pieces;
}

void widen_to_quotations(const TextView& text, const OwnWords& own, std::vector<TokenSpan>& pieces) {
    std::vector<TokenSpan> added;
    for (const TokenSpan piece : pieces) {
        std::uint32_t last = TextView::kNone;
        for (TokenIndex token = piece.begin; token < piece.end; ++token) {
            const std::uint32_t quotation = text.quotation_of(token);
            if (quotation == TextView::kNone || quotation == last) {
                continue;
            }
            last = quotation;
            const TokenSpan quoted = text.annotation().quotations[quotation].tokens;
            const bool has_own =
                std::ranges::any_of(*own.cue, [&](TokenIndex cue) { return quoted.contains(cue); }) ||
                (own.speaker != kNoToken && quoted.contains(own.speaker));
            if (!has_own) {
                added.push_back(quoted);
            }
        }
    }
    if (!added.empty()) {
        pieces.insert(pieces.end(), added.begin(), added.end());
        merge_pieces(pieces);
    }
}

void stay_in_quotation(const TextView& text, TokenIndex cue, std::vector<TokenSpan>& pieces) {
    const std::uint32_t quotation = text.quotation_of(cue);
    if (quotation == TextView::kNone) {
        return;
    }
    const TokenSpan quoted = text.annotation().quotations[quotation].tokens;
    for (TokenSpan& piece : pieces) {
        piece.begin = std::max(piece.begin, quoted.begin);
        piece.end = std::max(piece.begin, std::min(piece.end, quoted.end));
        piece = trimmed(text, piece);
    }
    std::erase_if(pieces, [](TokenSpan piece) { return piece.is_empty(); });
}

namespace {

bool has_quotation(const TextView& text, TokenSpan span) {
    for (TokenIndex token = span.begin; token < span.end; ++token) {
        if (text.quotation_of(token) != TextView::kNone) {
            return true;
        }
    }
    return false;
}

/// True if a quotation behind the sentence goes on with what this cue says, not with what another one does:
/// '"…," he said, referring to the fee. "…"'
bool can_go_on(const TextView& text, TokenIndex cue, const std::vector<TokenSpan>& pieces) {
    if (pieces.empty() || text.quotation_of(cue) != TextView::kNone) {
        return false;
    }
    constexpr DeprelSet kSubordinate = set_of(Deprel::advcl, Deprel::acl, Deprel::acl_relcl);
    const TokenIndex start = text.sentence_at(cue).tokens.begin;
    const bool is_first = pieces.front().begin < cue || !has_quotation(text, {start, cue});
    const bool is_quoted =
        std::ranges::any_of(pieces, [&](TokenSpan piece) { return has_quotation(text, piece); });
    return is_first && (is_quoted || (!contains(kSubordinate, text.tree().label(cue)) &&
                                      !has_quotation(text, text.sentence_at(cue).tokens)));
}

/// The quotation that ends the sentence of '"…," he said of the fee that rose, "…"'; empty for none.
TokenSpan rest_of_quotation(const TextView& text, TokenIndex cue, const std::vector<TokenSpan>& pieces) {
    if (!text.is_quotation_mark(pieces.front().begin) || pieces.back().end > cue) {
        return {};
    }
    const TokenSpan sentence = text.sentence_at(cue).tokens;
    for (TokenIndex token = cue + 2; token < sentence.end; ++token) {
        const std::uint32_t quotation = text.quotation_of(token);
        if (quotation == TextView::kNone) {
            continue;
        }
        const TokenSpan quoted = text.annotation().quotations[quotation].tokens;
        const bool is_apart = text.form(token - 1) == "," && text.upos(token - 2) != Upos::verb;
        return quoted.begin == token && is_apart && quoted.end >= sentence.end ? quoted : TokenSpan{};
    }
    return {};
}

}  // namespace

void add_continuations(const TextView& text, TokenIndex cue, std::vector<TokenSpan>& pieces) {
    if (!can_go_on(text, cue, pieces)) {
        return;
    }
    if (const TokenSpan rest = rest_of_quotation(text, cue, pieces); !rest.is_empty()) {
        pieces.push_back(rest);
    }
    const TokenIndex last = std::max(cue, pieces.back().end - 1);
    const TokenSpan paragraph = text.paragraph_at(last).tokens;
    TokenIndex next = std::max(text.sentence_at(last).tokens.end, pieces.back().end);
    while (next < paragraph.end) {
        const std::uint32_t quotation = text.quotation_of(next);
        if (quotation == TextView::kNone || text.annotation().quotations[quotation].tokens.begin != next) {
            return;
        }
        const TokenIndex end = text.annotation().quotations[quotation].tokens.end;
        if (end != paragraph.end && !text.is_boundary(end)) {
            return;
        }
        pieces.push_back({next, end});
        next = end;
    }
}

}  // namespace stancegraph
