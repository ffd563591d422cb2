#include "resolve/judgement.hpp"

#include <algorithm>

#include "text/tree.hpp"

namespace stancegraph {
namespace {

bool has_negator(const ReadView& view, TokenIndex token) {
    bool found = false;
    for_each_child(view.annotation, token, [&](TokenIndex child) {
        const Deprel relation = universal(view.annotation.deprel[child]);
        found = found || ((relation == Deprel::advmod || relation == Deprel::det || relation == Deprel::cc) &&
                          view.lists.negators.contains(view.lower(child)));
    });
    return found;
}

/// Negations of the word itself and of the words that it completes or modifies, up to the verb of its clause.
bool is_negated(const ReadView& view, TokenIndex token) {
    bool negated = false;
    for (int step = 0; step < 4 && token != kNoToken; ++step) {
        negated = negated != has_negator(view, token);
        const TokenIndex head = view.annotation.head[token];
        const Deprel relation = universal(view.annotation.deprel[token]);
        if (head != kNoToken && relation == Deprel::xcomp &&
            view.lists.negating_verbs.contains(view.lemma(head))) {
            negated = !negated;
        }
        const bool carries_on = relation == Deprel::amod || relation == Deprel::obj ||
                                relation == Deprel::xcomp || relation == Deprel::obl ||
                                relation == Deprel::advmod || relation == Deprel::nmod;
        token = carries_on ? head : kNoToken;
    }
    return negated;
}

}  // namespace

double polarity_of(const ReadView& view, std::span<const TokenSpan> pieces) {
    double sum = 0;
    int count = 0;
    for (const TokenSpan piece : pieces) {
        for (TokenIndex token = piece.begin; token < piece.end; ++token) {
            const auto found = view.lists.judging.find(std::string(view.lemma(token)));
            if (found != view.lists.judging.end()) {
                sum += is_negated(view, token) ? -found->second : found->second;
                ++count;
            }
        }
    }
    return count == 0 ? 0.0 : std::clamp(sum / count, -1.0, 1.0);
}

std::string statement_kind(const Annotation& annotation, const std::vector<bool>& is_quoted,
                           std::span<const TokenSpan> pieces) {
    bool has_quoted = false;
    bool has_plain = false;
    for (const TokenSpan piece : pieces) {
        for (TokenIndex token = piece.begin; token < piece.end; ++token) {
            if (annotation.upos[token] != Upos::punct) {
                has_quoted = has_quoted || is_quoted[token];
                has_plain = has_plain || !is_quoted[token];
            }
        }
    }
    if (has_quoted && has_plain) {
        return "mixed";
    }
    return has_quoted ? "direct" : has_plain ? "indirect" : "";
}

}  // namespace stancegraph
