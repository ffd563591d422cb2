#include "resolve/effects.hpp"

#include <algorithm>
#include <array>

#include "text/tree.hpp"

namespace stancegraph {
namespace {

/// "to stop trying to bring about an end to the …": nobody says more than this.
constexpr int kLongestChain = 5;
constexpr int kDeepest = 32;

constexpr std::array kObjectRelations{Deprel::obj,   Deprel::nsubj_pass, Deprel::xcomp, Deprel::ccomp,
                                      Deprel::advcl, Deprel::nmod,       Deprel::obl,   Deprel::compound};

bool acts_through(Deprel relation) {
    return std::ranges::find(kObjectRelations, relation) != kObjectRelations.end();
}

bool is_verb(const ReadView& view, TokenIndex token) {
    return view.annotation.upos[token] == Upos::verb;
}

/// "an end to the controls", wherever the tree hangs them; a "tax cut" has a name of its own, and so has a
/// ban.
TokenIndex complement_of_noun(const ReadView& view, TokenIndex noun) {
    const Annotation& annotation = view.annotation;
    if (view.lists.curb_nouns.contains(view.lemma(noun))) {
        return kNoToken;
    }
    if (const TokenIndex phrase = find_child(annotation, noun, Deprel::nmod); phrase != kNoToken) {
        return phrase;
    }
    const TokenIndex next = noun + 1;
    const bool is_preposition = next < annotation.token_count() && annotation.upos[next] == Upos::adp &&
                                annotation.deprel[next] == Deprel::case_;
    return is_preposition && annotation.head[next] > next ? annotation.head[next] : kNoToken;
}

/// "the plan to scrap the fee": scrap.
TokenIndex infinitive_of(const ReadView& view, TokenIndex noun) {
    const TokenIndex verb = find_child(view.annotation, noun, Deprel::acl);
    return verb != kNoToken && view.annotation.xpos[verb] == Xpos::vb ? verb : kNoToken;
}

TokenIndex complement_of_verb(const ReadView& view, TokenIndex verb, int effect) {
    const TokenIndex object = find_child(view.annotation, verb, Deprel::obj);
    const TokenIndex deed = find_child(view.annotation, verb, Deprel::xcomp);
    // "allow Nvidia to sell the chips", "stop the town from building": what is done counts.
    return deed != kNoToken && (effect != 0 || object == kNoToken) ? deed : object;
}

/// "the lifting of the ban on the chip": where the tree hangs the chip on the lifting, the ban between them
/// still acts on it.
bool passes_curb(const ReadView& view, TokenIndex above, TokenIndex below) {
    bool found = false;
    for_each_child(view.annotation, above, [&](TokenIndex child) {
        found = found || (child > above && child < below && view.annotation.deprel[child] == Deprel::nmod &&
                          effect_of(view, child) < 0);
    });
    return found && view.annotation.deprel[below] == Deprel::nmod;
}

/// "not only a failure": that much at least.
bool is_limited(const ReadView& view, TokenIndex negator) {
    return negator + 1 < view.annotation.token_count() &&
           view.lists.only_words.contains(view.lower(negator + 1));
}

}  // namespace

bool has_negator(const ReadView& view, TokenIndex token) {
    bool found = false;
    for_each_child(view.annotation, token, [&](TokenIndex child) {
        const Deprel relation = universal(view.annotation.deprel[child]);
        const bool modifies = relation == Deprel::advmod || relation == Deprel::det ||
                              relation == Deprel::amod || relation == Deprel::cc;
        found = found ||
                (modifies && view.lists.negators.contains(view.lower(child)) && !is_limited(view, child));
    });
    return found;
}

int effect_of(const ReadView& view, TokenIndex token) {
    const std::string_view lemma = view.lemma(token);
    const auto& effects = is_verb(view, token) ? view.lists.verb_effects : view.lists.noun_effects;
    auto known = effects.find(std::string(lemma));
    for_each_child(view.annotation, token, [&](TokenIndex child) {
        const Deprel relation = view.annotation.deprel[child];
        if (relation == Deprel::compound_prt || relation == Deprel::advmod) {
            const auto phrase = effects.find(std::string(lemma).append(" ").append(view.lower(child)));
            known = phrase == effects.end() ? known : phrase;
        }
    });
    if (known != effects.end()) {
        return known->second;
    }
    return is_verb(view, token) && view.lists.negating_verbs.contains(lemma) ? -1 : 0;
}

Patient acted_on(const ReadView& view, TokenIndex token) {
    Patient patient{.token = token, .effect = 1};
    for (int step = 0; step < kLongestChain; ++step) {
        const int effect = effect_of(view, patient.token);
        const TokenIndex next = is_verb(view, patient.token) ? complement_of_verb(view, patient.token, effect)
                                : effect != 0                ? complement_of_noun(view, patient.token)
                                : view.lists.anaphors.contains(view.lemma(patient.token))
                                    ? infinitive_of(view, patient.token)
                                    : kNoToken;
        if (next == kNoToken) {
            break;
        }
        const bool is_turned = (effect < 0) != has_negator(view, patient.token);
        patient = {.token = next, .effect = is_turned ? -patient.effect : patient.effect};
    }
    return patient;
}

int effect_between(const ReadView& view, TokenIndex top, TokenIndex part) {
    if (const Patient patient = acted_on(view, top); patient.token == part) {
        return patient.effect;
    }
    int product = 1;
    TokenIndex below = part;
    for (int step = 0; step < kDeepest && below != top; ++step) {
        const TokenIndex above = view.annotation.head[below];
        if (above == kNoToken) {
            return 1;
        }
        if (acts_through(view.annotation.deprel[below]) && effect_of(view, above) < 0) {
            product = -product;
        }
        if (has_negator(view, above) != passes_curb(view, above, below)) {
            product = -product;
        }
        below = above;
    }
    return below == top ? product : 1;
}

}  // namespace stancegraph
