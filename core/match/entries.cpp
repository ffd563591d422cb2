#include "match/entries.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

constexpr DeprelSet kParticleLabels =
    set_of(Deprel::compound_prt, Deprel::advmod, Deprel::xcomp, Deprel::obj, Deprel::obl, Deprel::compound,
           Deprel::case_, Deprel::fixed, Deprel::obl_unmarked, Deprel::iobj);

constexpr DeprelSet kLikeAdjective =
    set_of(Deprel::amod, Deprel::acl, Deprel::xcomp, Deprel::advcl, Deprel::conj);

bool is_participle_like_adjective(const TextView& text, TokenIndex token) {
    if (text.upos(token) != Upos::verb || (text.xpos(token) != Xpos::vbn && text.xpos(token) != Xpos::vbg)) {
        return false;
    }
    return contains(kLikeAdjective, text.tree().label(token)) ||
           text.tree().has_child(token, set_of(Deprel::cop, Deprel::aux_pass, Deprel::nsubj_pass));
}

TokenIndex find_particle(const TextView& text, TokenIndex head, std::string_view particle) {
    for (const TokenIndex child : text.tree().children(head)) {
        if (child > head && contains(kParticleLabels, text.tree().label(child)) &&
            text.lower(child) == particle) {
            return child;
        }
    }
    return kNoToken;
}

constexpr DeprelSet kElsewhere =
    set_of(Deprel::conj, Deprel::ccomp, Deprel::parataxis, Deprel::nsubj, Deprel::csubj, Deprel::acl_relcl);

/// Whether one of the words stands under the head, at most so many steps down.
bool has_word_below(const TextView& text, TokenIndex head, const std::vector<std::string>& words, int steps) {
    return std::ranges::any_of(text.tree().children(head), [&](TokenIndex child) {
        return !contains(kElsewhere, text.tree().label(child)) &&
               (std::ranges::find(words, text.lower(child)) != words.end() ||
                (steps > 1 && has_word_below(text, child, words, steps - 1)));
    });
}

/// How far below a verb its preposition can be: accuse -> Washington -> bullying -> of.
constexpr int kStepsToPreposition = 3;

/// "The World's Most Critical Technology" judges nothing.
bool is_part_of_name(const TextView& text, TokenIndex token) {
    return text.xpos(token) == Xpos::nnp && text.name_of_token(token) != Name::kNone;
}

}  // namespace

bool is_of_class(const TextView& text, WordClass word_class, TokenIndex token) {
    const Upos tag = text.upos(token);
    if (tag == Upos::none) {
        return true;
    }
    switch (word_class) {
        case WordClass::any:
            return true;
        case WordClass::verb:
            return tag == Upos::verb;
        case WordClass::noun:
            return tag == Upos::noun || tag == Upos::propn;
        case WordClass::adjective:
            return (tag == Upos::adj && !is_part_of_name(text, token)) ||
                   is_participle_like_adjective(text, token);
        case WordClass::adverb:
            return tag == Upos::adv;
    }
    return false;
}

std::optional<EntryFit> fit_entry(const TextView& text, const EntryRef& reference, TokenIndex token) {
    const Lexicon& list = text.rules().lexicons[reference.lexicon];
    const LexiconEntry& entry = list.entries[reference.entry];
    if (!is_of_class(text, list.word_class, token)) {
        return std::nullopt;
    }
    const TokenIndex last = text.sentence_at(token).tokens.end;
    EntryFit fit{reference, token + 1, token + 1, {}};
    for (const std::string& particle : entry.particles) {
        if (fit.end < last && text.lower(fit.end) == particle) {
            fit.particles.push_back(fit.end);
            ++fit.end;
            continue;
        }
        const TokenIndex apart = find_particle(text, token, particle);
        if (apart == kNoToken) {
            return std::nullopt;
        }
        fit.particles.push_back(apart);
    }
    fit.end_of_phrase = fit.end;
    if (!entry.has_person && fit.end < last &&
        std::ranges::find(entry.prepositions, text.lower(fit.end)) != entry.prepositions.end()) {
        ++fit.end_of_phrase;
    }
    // "went well" is no "go on"; but "he is optimistic" is "optimistic about" something said before.
    const bool needs_preposition = list.word_class == WordClass::verb && !entry.prepositions.empty() &&
                                   fit.end_of_phrase == fit.end && text.has_tree(token);
    if (needs_preposition && !has_word_below(text, token, entry.prepositions, kStepsToPreposition)) {
        return std::nullopt;
    }
    return fit;
}

void add_fits(TextView& text, TokenIndex token, LexiconId only, std::vector<EntryFit>& fits) {
    const auto [of_form, of_lemma] = text.uses_of(token);
    for (const WordUse* use : {of_form, of_lemma}) {
        if (use == nullptr) {
            continue;
        }
        for (const EntryRef& reference : use->entries) {
            if (only != kNoId && reference.lexicon != only) {
                continue;
            }
            if (auto fit = fit_entry(text, reference, token)) {
                fits.push_back(std::move(*fit));
            }
        }
    }
}

}  // namespace stancegraph
