#include "resolve/subjects.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "resolve/effects.hpp"
#include "text/tree.hpp"

namespace stancegraph {
namespace {

constexpr double kSubjectWeight = 3;
constexpr double kObjectWeight = 2;
constexpr double kOtherWeight = 1;
constexpr int kLeadWeight = 3;
/// "This" does not reach back over more sentences of its paragraph.
constexpr std::uint32_t kTopicReach = 12;
/// An article is about what its lead names, or what it names so often.
constexpr int kFocusCount = 3;
/// Nor over more places where the taxonomy speaks.
constexpr std::size_t kMostPlaces = 128;

/// A node's name, not a sentence.
constexpr TokenIndex kMostWordsOfDeed = 6;

bool is_nominal(Upos tag) {
    return tag == Upos::noun || tag == Upos::propn || tag == Upos::pron || tag == Upos::num;
}

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

SubjectResolver::SubjectResolver(const ReadView& view, const RuleSet& rules, const Matches& matches,
                                 const EntityTable& entities)
    : view_(&view), rules_(&rules), entities_(&entities), names_(view, entities) {
    std::map<SubjectId, int> counts;
    int most = 0;
    TokenIndex lead_end = 0;
    for (std::size_t index = 0; index < view.annotation.paragraphs.size() && index < 2; ++index) {
        lead_end = view.annotation.paragraphs[index].tokens.end;
    }
    for (const SubjectMention& mention : matches.subjects) {
        if (!is_in_person_name(mention.tokens)) {
            mentions_.push_back(mention);
        }
    }
    for (const SubjectMention& mention : mentions_) {
        int& count = counts[mention.subject];
        count += mention.tokens.begin < lead_end ? kLeadWeight : 1;
        if (count > most) {
            most = count;
            focus_ = count >= kFocusCount ? &mention : nullptr;
        }
    }
}

ClaimSubject SubjectResolver::of_words(std::span<const TokenSpan> pieces, TokenIndex head,
                                       Deeds deeds) const {
    if (pieces.empty()) {
        return {};
    }
    // "not | buy the chips": the piece that the head stands in.
    const auto around = std::ranges::find_if(pieces, [&](TokenSpan piece) { return piece.contains(head); });
    const TokenSpan piece = around == pieces.end() ? pieces.front() : *around;
    if (!piece.contains(head)) {
        head = head_of(view_->annotation, piece);
    }
    for (const SubjectMention& mention : mentions_in(piece)) {
        if (mention.tokens.contains(head)) {
            return of_mention(mention, "taxonomy");
        }
    }
    if (deeds == Deeds::named && names_end(head)) {
        return of_noun(head);
    }
    if (const SubjectMention* mention = weightiest_in(piece)) {
        return of_mention(*mention, "taxonomy");
    }
    // "to build the bridge", "an end to the night ferry": what is acted on names it best.
    if (const TokenIndex object = acted_on(*view_, head).token; object != head) {
        if (names_.names_something(object)) {
            return of_noun(object);
        }
        if (points_back(object)) {
            return topic_before(piece.begin);
        }
    }
    if (!is_nominal(view_->annotation.upos[head])) {
        // "to concur with the assessment"
        const TokenIndex other = find_child(view_->annotation, head, Deprel::obl);
        const bool is_named = other != kNoToken && piece.contains(other) && names_.names_something(other);
        return is_named ? of_noun(other) : of_deed(piece, head);
    }
    if (names_.names_something(head)) {
        return of_noun(head);
    }
    if (points_back(head)) {
        return topic_before(piece.begin);
    }
    return view_->annotation.upos[head] == Upos::noun ? of_complement(head) : ClaimSubject{};
}

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

std::span<const SubjectMention> SubjectResolver::mentions_in(TokenSpan tokens) const {
    const auto& all = mentions_;
    const auto begin = [](const SubjectMention& mention) { return mention.tokens.begin; };
    const auto first = std::ranges::lower_bound(all, tokens.begin, {}, begin);
    const auto last = std::ranges::lower_bound(first, all.end(), tokens.end, {}, begin);
    return {first, last};
}

/// "Ida Quay" is nobody's quay.
bool SubjectResolver::is_in_person_name(TokenSpan tokens) const {
    const EntityMention* name = entities_->at(tokens.begin);
    return name != nullptr && tokens.end <= name->tokens.end &&
           entities_->entities()[name->entity].kind == "person";
}

const SubjectMention* SubjectResolver::weightiest_in(TokenSpan tokens) const {
    const SubjectMention* best = nullptr;
    double best_weight = 0;
    const std::span<const SubjectMention> all = mentions_in(tokens);
    for (const SubjectMention& mention : all.last(std::min(all.size(), kMostPlaces))) {
        const double weight = weight_of(mention, tokens);
        if (weight >= best_weight) {
            best_weight = weight;
            best = &mention;
        }
    }
    return best;
}

double SubjectResolver::weight_of(const SubjectMention& mention, TokenSpan within) const {
    const Annotation& annotation = view_->annotation;
    double weight = kOtherWeight;
    const TokenSpan sentence = annotation.sentences[annotation.sentence_of(mention.tokens.begin)].tokens;
    const TokenSpan clause{std::max(within.begin, sentence.begin), std::min(within.end, sentence.end)};
    const TokenIndex main = head_of(annotation, clause);
    for (TokenIndex token = mention.tokens.begin; token < mention.tokens.end; ++token) {
        // Up from the mention to the phrase that hangs on the main verb: "the sale of H20 chips" counts as
        // subject.
        TokenIndex at = token;
        for (std::uint32_t step = 0; step < clause.size() && at != kNoToken && annotation.head[at] != main;
             ++step) {
            at = annotation.head[at];
        }
        if (at != kNoToken && annotation.head[at] == main) {
            const Deprel relation = universal(annotation.deprel[at]);
            const bool is_subject = relation == Deprel::nsubj || relation == Deprel::csubj;
            weight = std::max(weight, is_subject                ? kSubjectWeight
                                      : relation == Deprel::obj ? kObjectWeight
                                                                : kOtherWeight);
        }
    }
    return weight + rules_->subjects[mention.subject].depth;
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

/// "the scrapping of the embargo": a noun for the end of something, and a name of its own.
bool SubjectResolver::names_end(TokenIndex noun) const {
    return is_nominal(view_->annotation.upos[noun]) && effect_of(*view_, noun) < 0 &&
           names_.tokens_of(noun).size() > 1;
}

/// "to resume the sales by spring" without an object that names it: its first words, from the verb on.
ClaimSubject SubjectResolver::of_deed(TokenSpan piece, TokenIndex verb) const {
    const TokenSpan words{verb, std::min(piece.end, verb + kMostWordsOfDeed)};
    if (view_->annotation.upos[verb] != Upos::verb || words.size() < 2) {
        return {};
    }
    const ByteSpan span = view_->annotation.bytes_of(words);
    return {.name = text_of(*view_, span), .text = text_of(*view_, span), .span = span, .from = "phrase"};
}

/// "an end to the controls": the next noun of the clause says of what, wherever the tree hangs it.
ClaimSubject SubjectResolver::of_complement(TokenIndex noun) const {
    const Annotation& annotation = view_->annotation;
    const TokenSpan sentence = annotation.sentences[annotation.sentence_of(noun)].tokens;
    if (noun + 1 >= sentence.end || annotation.upos[noun + 1] != Upos::adp) {
        return {};
    }
    TokenSpan phrase{noun + 1, noun + 1};
    const auto goes_on = [&](TokenIndex token) {
        const Upos tag = annotation.upos[token];
        return tag != Upos::verb && tag != Upos::aux && tag != Upos::punct;
    };
    while (phrase.end < sentence.end && goes_on(phrase.end)) {
        ++phrase.end;
    }
    if (const SubjectMention* mention = weightiest_in(phrase)) {
        return of_mention(*mention, "taxonomy");
    }
    for (TokenIndex token = phrase.begin; token < phrase.end; ++token) {
        const bool is_modifier = universal(annotation.deprel[token]) == Deprel::compound;
        if (is_nominal(annotation.upos[token]) && !is_modifier && names_.names_something(token)) {
            return of_noun(token);
        }
    }
    return {};
}

/// "it", "this", "the move" point to what is talked about; "us", "whom" and "him" do not.
bool SubjectResolver::points_back(TokenIndex noun) const {
    return view_->lists.anaphors.contains(view_->lemma(noun)) ||
           view_->lists.it_pronouns.contains(view_->lower(noun)) ||
           view_->lists.they_pronouns.contains(view_->lower(noun));
}

ClaimSubject SubjectResolver::of_mention(const SubjectMention& mention, std::string_view from) const {
    const ByteSpan span = view_->annotation.bytes_of(mention.tokens);
    return {.name = rules_->subjects[mention.subject].name,
            .text = text_of(*view_, span),
            .span = span,
            .from = std::string(from)};
}

/// "start-up iFlytek", "President Rohde": the name right behind the noun.
const EntityMention* SubjectResolver::named_by(TokenIndex noun) const {
    if (const EntityMention* mention = entities_->at(noun)) {
        return mention;
    }
    const Annotation& annotation = view_->annotation;
    const EntityMention* behind = noun + 1 < annotation.token_count() ? entities_->at(noun + 1) : nullptr;
    if (behind == nullptr || behind->tokens.begin != noun + 1) {
        return nullptr;
    }
    const TokenIndex name = head_of(annotation, behind->tokens);
    return annotation.head[name] == noun || annotation.head[noun] == name ? behind : nullptr;
}

ClaimSubject SubjectResolver::of_noun(TokenIndex noun) const {
    if (const EntityMention* mention = named_by(noun)) {
        const ByteSpan span = view_->annotation.bytes_of(mention->tokens);
        return {.name = entities_->entities()[mention->entity].name,
                .text = text_of(*view_, span),
                .span = span,
                .from = "phrase"};
    }
    const std::vector<TokenIndex> tokens = names_.tokens_of(noun);
    const ByteSpan span{view_->annotation.span[tokens.front()].begin,
                        view_->annotation.span[tokens.back()].end};
    return {
        .name = names_.name_of(tokens, noun), .text = text_of(*view_, span), .span = span, .from = "phrase"};
}

}  // namespace stancegraph
