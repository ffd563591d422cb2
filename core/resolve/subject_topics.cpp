#include <algorithm>

#include "resolve/subjects.hpp"
#include "text/tree.hpp"

/// The part of SubjectResolver that finds what a statement is about where no rule says it.
namespace stancegraph {
namespace {

/// "This" does not reach back over more sentences of its paragraph.
constexpr std::uint32_t kTopicReach = 12;

/// "a disaster" in "he is a disaster": what is said, not what it is said of.
bool is_predicate(const Annotation& annotation, TokenIndex noun) {
    return find_child(annotation, noun, Deprel::cop) != kNoToken &&
           find_child(annotation, noun, Deprel::nsubj) != kNoToken;
}

/// The part of `tokens` that lies in one sentence, so that the walk through the tree stays in it.
TokenSpan first_sentence_of(const Annotation& annotation, TokenSpan tokens) {
    const TokenSpan sentence = annotation.sentences[annotation.sentence_of(tokens.begin)].tokens;
    return {tokens.begin, std::min(tokens.end, sentence.end)};
}

}  // namespace

ClaimSubject SubjectResolver::topic_of(std::span<const TokenSpan> pieces,
                                       const Persons& person_behind) const {
    for (const TokenSpan piece : pieces) {
        if (const SubjectMention* mention = weightiest_in(piece)) {
            return of_mention(*mention, "statement");
        }
    }
    for (const TokenSpan piece : pieces) {
        ClaimSubject subject = of_clausal_subject(piece);
        if (subject.name.empty()) {
            subject = of_referring_subject(piece, person_behind);
        }
        if (!subject.name.empty() && subject.from != "phrase") {
            return subject;
        }
        if (const TokenIndex noun = main_noun(piece); subject.name.empty() && noun != kNoToken) {
            subject = of_noun(noun);
        }
        if (!subject.name.empty()) {
            subject.from = "statement";
            return subject;
        }
    }
    return pieces.empty() ? ClaimSubject{} : topic_before(pieces.front().begin);
}

ClaimSubject SubjectResolver::of_clausal_subject(TokenSpan piece) const {
    const Annotation& annotation = view_->annotation;
    const TokenSpan clause = first_sentence_of(annotation, piece);
    const TokenIndex main = head_of(annotation, clause);
    const TokenIndex verb = main == kNoToken ? kNoToken : find_child(annotation, main, Deprel::csubj);
    if (verb == kNoToken || verb > main || !clause.contains(verb)) {
        return {};
    }
    TokenSpan phrase{verb, verb + 1};
    while (phrase.end < main && is_below(annotation, phrase.end, verb)) {
        ++phrase.end;
    }
    return of_words({&phrase, 1}, verb);
}

/// "He is a disaster", "the mayor is a disaster" are about a person; "it is a start", about what was talked
/// of before.
ClaimSubject SubjectResolver::of_referring_subject(TokenSpan piece, const Persons& person_behind) const {
    const Annotation& annotation = view_->annotation;
    const TokenSpan clause = first_sentence_of(annotation, piece);
    const TokenIndex main = head_of(annotation, clause);
    const TokenIndex subject = main == kNoToken ? kNoToken : find_child(annotation, main, Deprel::nsubj);
    if (subject == kNoToken || !clause.contains(subject)) {
        return {};
    }
    if (std::string person = person_behind(subject); !person.empty()) {
        const ByteSpan span = annotation.span[subject];
        return {.name = std::move(person), .text = text_of(*view_, span), .span = span, .from = "pronoun"};
    }
    if (names_.names_something(subject) || !points_back(subject)) {
        return {};
    }
    // "It is clear that …" looks ahead.
    const bool is_explained = find_child(annotation, main, Deprel::ccomp) != kNoToken ||
                              find_child(annotation, main, Deprel::csubj) != kNoToken ||
                              find_child(annotation, main, Deprel::xcomp) != kNoToken;
    return is_explained ? ClaimSubject{} : topic_before(clause.begin);
}

ClaimSubject SubjectResolver::topic_before(TokenIndex token) const {
    const Annotation& annotation = view_->annotation;
    const std::uint32_t here = annotation.sentence_of(token);
    const Sentence& sentence = annotation.sentences[here];
    const TokenSpan paragraph = annotation.paragraphs[sentence.paragraph].tokens;
    const std::uint32_t earliest = here - std::min(here, kTopicReach);
    const TokenSpan before{std::max(paragraph.begin, annotation.sentences[earliest].tokens.begin), token};
    if (const SubjectMention* mention = weightiest_in({sentence.tokens.begin, token})) {
        return of_mention(*mention, "statement");
    }
    // The sentences right before say more of what "this" is than the rest of the paragraph does.
    for (std::uint32_t back = 1; back <= rules_->settings.topic_window && back <= here; ++back) {
        const Sentence& previous = annotation.sentences[here - back];
        const SubjectMention* mention =
            previous.paragraph == sentence.paragraph ? weightiest_in(previous.tokens) : nullptr;
        if (mention != nullptr) {
            return of_mention(*mention, "paragraph");
        }
    }
    if (const SubjectMention* mention = weightiest_in(before)) {
        return of_mention(*mention, "paragraph");
    }
    if (focus_ != nullptr) {
        return of_mention(*focus_, "document");
    }
    return {};
}

TokenIndex SubjectResolver::main_noun(TokenSpan piece) const {
    const Annotation& annotation = view_->annotation;
    const TokenSpan clause = first_sentence_of(annotation, piece);
    if (clause.is_empty() || !annotation.sentences[annotation.sentence_of(clause.begin)].has_tree) {
        return kNoToken;
    }
    // A bare noun that the clause is not about ("united in our convictions") says nothing of its subject.
    const auto is_specific = [&](TokenIndex noun) {
        return view_->is_proper(noun) || names_.tokens_of(noun).size() > 1;
    };
    TokenIndex main = head_of(annotation, clause);
    for (int depth = 0; depth < 3 && main != kNoToken; ++depth) {
        for (const Deprel label : {Deprel::nsubj, Deprel::obj, Deprel::obl}) {
            const TokenIndex noun = find_child(annotation, main, label);
            if (noun != kNoToken && clause.contains(noun) && names_.names_something(noun) &&
                (label == Deprel::nsubj || is_specific(noun))) {
                return noun;
            }
        }
        if (is_nominal(annotation.upos[main]) && names_.names_something(main) &&
            !is_predicate(annotation, main)) {
            return main;
        }
        // "He said he expected the US to …": one clause further in.
        TokenIndex inner = find_child(annotation, main, Deprel::ccomp);
        if (inner == kNoToken) {
            inner = find_child(annotation, main, Deprel::xcomp);
        }
        main = inner != kNoToken && clause.contains(inner) ? inner : kNoToken;
    }
    for (TokenIndex token = clause.begin; token < clause.end; ++token) {
        const Upos tag = annotation.upos[token];
        const Deprel relation = annotation.deprel[token];
        const bool is_modifier = relation == Deprel::compound || relation == Deprel::flat;
        if ((tag == Upos::noun || tag == Upos::propn) && !is_modifier && names_.names_something(token) &&
            is_specific(token) && !is_predicate(annotation, token)) {
            return token;
        }
    }
    return kNoToken;
}

}  // namespace stancegraph
