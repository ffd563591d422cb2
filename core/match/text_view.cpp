#include "match/text_view.hpp"

#include <algorithm>

#include "match/entries.hpp"

namespace stancegraph {
namespace {

std::string_view ner_of(NameKind kind) {
    switch (kind) {
        case NameKind::person:
            return "person";
        case NameKind::organisation:
            return "organisation";
        case NameKind::place:
            return "place";
        case NameKind::unknown:
            break;
    }
    return "name";
}

}  // namespace

void TextView::open(const Document& document, const Annotation& annotation) {
    document_ = &document;
    annotation_ = &annotation;
    tree_.build(annotation);
    forget_words();
    index_sentences();
    index_quotations();
    signatures_.assign(size(), kNone);
}

void TextView::forget_words() {
    if (generation_ != vocabulary_->generation()) {
        generation_ = vocabulary_->generation();
        uses_.clear();
        known_.clear();
        signature_numbers_.clear();
        answers_.clear();
    }
}

void TextView::index_sentences() {
    sentence_of_.assign(size(), 0);
    for (std::uint32_t at = 0; at < annotation_->sentences.size(); ++at) {
        const TokenSpan tokens = annotation_->sentences[at].tokens;
        std::fill(sentence_of_.begin() + tokens.begin, sentence_of_.begin() + tokens.end, at);
    }
}

void TextView::index_quotations() {
    quotation_of_.assign(size(), kNone);
    marks_.assign(size(), 0);
    for (std::uint32_t at = 0; at < annotation_->quotations.size(); ++at) {
        const Quotation& quotation = annotation_->quotations[at];
        if (quotation.tokens.is_empty()) {
            continue;
        }
        marks_[quotation.tokens.begin] = 1;
        if (!quotation.is_open) {
            marks_[quotation.tokens.end - 1] = 1;
        }
        if (quotation.depth == 0) {
            std::fill(quotation_of_.begin() + quotation.tokens.begin,
                      quotation_of_.begin() + quotation.tokens.end, at);
        }
    }
    name_of_ = annotation_->names_of_tokens(annotation_->names);
}

const WordUse* TextView::use_of(Symbol word) {
    forget_words();
    if (word >= known_.size()) {
        known_.resize(std::max<std::size_t>(vocabulary_->size(), word + std::size_t{1}), 0);
        uses_.resize(known_.size(), nullptr);
    }
    if (known_[word] == 0) {
        known_[word] = 1;
        uses_[word] = rules_->use_of(vocabulary_->text(word));
    }
    return uses_[word];
}

std::pair<const WordUse*, const WordUse*> TextView::uses_of(TokenIndex token) {
    const Symbol lower = annotation_->lower[token];
    const Symbol lemma = annotation_->lemma[token];
    const WordUse* const of_form = use_of(lower);
    if (lemma == 0 || lemma == lower) {
        return {of_form, nullptr};
    }
    const Symbol lower_lemma = vocabulary_->lower(lemma);
    return {of_form, lower_lemma == lower ? nullptr : use_of(lower_lemma)};
}

TokenFacts TextView::facts_of(TokenIndex token) const {
    TokenFacts facts;
    facts.form = form(token);
    facts.lower = lower(token);
    facts.lemma = lemma(token);
    facts.upos = upos(token);
    facts.xpos = xpos(token);
    facts.deprel = annotation_->deprel[token];
    if (name_of_[token] != Name::kNone) {
        facts.ner = ner_of(annotation_->names[name_of_[token]].kind);
    }
    return facts;
}

std::uint32_t TextView::signature_of(TokenIndex token) {
    if (signatures_[token] == kNone) {
        const std::uint32_t name =
            name_of_[token] == Name::kNone
                ? 0
                : 1 + static_cast<std::uint32_t>(annotation_->names[name_of_[token]].kind);
        const std::uint32_t tags = static_cast<std::uint32_t>(upos(token)) << 16 |
                                   static_cast<std::uint32_t>(xpos(token)) << 8 | name;
        const Signature signature{annotation_->form[token], annotation_->lemma[token], tags};
        const auto next = static_cast<std::uint32_t>(signature_numbers_.size());
        const auto [at, is_new] = signature_numbers_.try_emplace(signature, next);
        if (is_new) {
            answers_.resize(answers_.size() + rules_->tests().size(), 0);
        }
        signatures_[token] = at->second;
    }
    return signatures_[token];
}

bool TextView::passes(pattern::TestId test, TokenIndex token) {
    const TokenTests& tests = rules_->tests();
    if (tests.is_contextual(test)) {
        return evaluate(test, token);
    }
    std::uint8_t& answer = answers_[std::size_t{signature_of(token)} * tests.size() + test];
    if (answer == 0) {
        answer = evaluate(test, token) ? 2 : 1;
    }
    return answer == 2;
}

bool TextView::evaluate(pattern::TestId test, TokenIndex token) {
    return rules_->tests().passes(test, facts_of(token),
                                  [&](LexiconId list) { return fits_list(list, token); });
}

bool TextView::fits_list(LexiconId list, TokenIndex token) {
    const auto [of_form, of_lemma] = uses_of(token);
    for (const WordUse* use : {of_form, of_lemma}) {
        if (use == nullptr) {
            continue;
        }
        for (const EntryRef& reference : use->entries) {
            if (reference.lexicon == list && fit_entry(*this, reference, token)) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace stancegraph
