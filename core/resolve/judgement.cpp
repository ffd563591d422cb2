#include "resolve/judgement.hpp"

#include <algorithm>

#include "resolve/effects.hpp"
#include "text/tree.hpp"

namespace stancegraph {
namespace {

/// A judging word is not further below the verb whose subject it judges.
constexpr int kFurthest = 6;

/// The verb or adjective above turns round what it governs: "failed to help", "unlikely to hurt", "averts a
/// disaster".
bool is_turned_by(const ReadView& view, TokenIndex head, Deprel relation) {
    const bool governs = relation == Deprel::xcomp || relation == Deprel::ccomp || relation == Deprel::obj ||
                         relation == Deprel::csubj || relation == Deprel::advcl;
    return governs && (view.lists.negating_adjectives.contains(view.lemma(head)) ||
                       (view.annotation.upos[head] == Upos::verb && effect_of(view, head) < 0));
}

/// Negations of the word itself and of the words that it completes or modifies, up to the verb of its clause.
bool is_negated(const ReadView& view, TokenIndex token) {
    bool negated = false;
    for (int step = 0; step < 4 && token != kNoToken; ++step) {
        negated = negated != has_negator(view, token);
        const TokenIndex head = view.annotation.head[token];
        const Deprel relation = universal(view.annotation.deprel[token]);
        if (head != kNoToken && is_turned_by(view, head, relation)) {
            negated = !negated;
        }
        const bool carries_on = relation == Deprel::amod || relation == Deprel::obj ||
                                relation == Deprel::xcomp || relation == Deprel::obl ||
                                relation == Deprel::advmod || relation == Deprel::nmod;
        token = carries_on ? head : kNoToken;
    }
    return negated;
}

/// The word stands in a clause that is only granted: "although they are expensive".
bool is_conceded(const ReadView& view, TokenIndex token) {
    for (int step = 0; step < kFurthest && token != kNoToken; ++step) {
        const TokenIndex mark = find_child(view.annotation, token, Deprel::mark);
        if (view.annotation.deprel[token] == Deprel::advcl && mark != kNoToken) {
            return view.lists.concessions.contains(view.lower(mark));
        }
        token = view.annotation.head[token];
    }
    return false;
}

/// What the judging word says it of: the subject of the verb or predicate that it is or belongs to, the
/// object that is made so ("make policy uncertain"), the noun before a relative clause, else the noun that it
/// stands with. kNoToken where it is said of nothing.
TokenIndex judged_by(const ReadView& view, TokenIndex word) {
    const Annotation& annotation = view.annotation;
    TokenIndex noun = kNoToken;
    TokenIndex at = word;
    for (int step = 0; step < kFurthest && at != kNoToken; ++step) {
        for (const Deprel label : {Deprel::nsubj, Deprel::csubj}) {
            if (const TokenIndex subject = find_child(annotation, at, label); subject != kNoToken) {
                return subject;
            }
        }
        const TokenIndex head = annotation.head[at];
        const Deprel relation = annotation.deprel[at];
        if (head == kNoToken || relation == Deprel::ccomp || relation == Deprel::parataxis) {
            return noun == kNoToken ? at : noun;  // "A disaster": of whatever is talked about.
        }
        if (relation == Deprel::acl || relation == Deprel::acl_relcl) {
            return head;
        }
        if (relation == Deprel::xcomp) {
            if (const TokenIndex object = find_child(annotation, head, Deprel::obj); object != kNoToken) {
                return object;
            }
        }
        if (relation == Deprel::amod && noun == kNoToken) {
            noun = head;
        }
        const bool is_told_of_subject =
            relation == Deprel::obj &&
            (view.lists.light_verbs.contains(view.lemma(head)) || effect_of(view, head) != 0);
        const bool carries_on = relation == Deprel::amod || relation == Deprel::xcomp || is_told_of_subject ||
                                relation == Deprel::obl || relation == Deprel::nmod ||
                                relation == Deprel::conj || relation == Deprel::advcl ||
                                relation == Deprel::advmod;
        at = carries_on ? head : kNoToken;
    }
    return noun;
}

/// The sign with which a verdict on `judged` falls on the subject: 0 if it is about something else, -1 if
/// `judged` ends the subject ("lifting the controls").
int bearing_on(const ReadView& view, TokenIndex judged, TokenSpan subject) {
    const bool is_whole_clause = view.annotation.head[judged] == kNoToken ||
                                 view.annotation.deprel[judged] == Deprel::ccomp ||
                                 view.annotation.deprel[judged] == Deprel::parataxis;
    if (subject.contains(judged) || is_whole_clause) {
        return 1;
    }
    const bool stands_for_it = view.annotation.upos[judged] == Upos::pron &&
                               (view.lists.it_pronouns.contains(view.lower(judged)) ||
                                view.lists.they_pronouns.contains(view.lower(judged)) ||
                                view.lists.anaphors.contains(view.lemma(judged)));
    if (stands_for_it) {
        return 1;
    }
    const TokenIndex part = head_of(view.annotation, subject);
    return is_below(view.annotation, part, judged) ? effect_between(view, judged, part) : 0;
}

}  // namespace

double polarity_of(const ReadView& view, std::span<const TokenSpan> pieces, TokenSpan subject) {
    double sum = 0;
    int count = 0;
    for (const TokenSpan piece : pieces) {
        for (TokenIndex token = piece.begin; token < piece.end; ++token) {
            const auto found = view.lists.judging.find(std::string(view.lemma(token)));
            if (found == view.lists.judging.end() || is_conceded(view, token)) {
                continue;
            }
            const TokenIndex judged = subject.is_empty() ? kNoToken : judged_by(view, token);
            const int bearing = subject.is_empty()   ? 1
                                : judged == kNoToken ? 0
                                                     : bearing_on(view, judged, subject);
            if (bearing != 0) {
                sum += bearing * (is_negated(view, token) ? -found->second : found->second);
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
