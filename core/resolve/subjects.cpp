#include "resolve/subjects.hpp"

#include <algorithm>
#include <map>

#include "resolve/effects.hpp"
#include "text/tree.hpp"

namespace stancegraph {
namespace {

constexpr double kSubjectWeight = 3;
constexpr double kObjectWeight = 2;
constexpr double kOtherWeight = 1;
constexpr int kLeadWeight = 3;
/// An article is about what its lead names, or what it names so often.
constexpr int kFocusCount = 3;
/// Of a long statement only so many of the last places where the taxonomy speaks are weighed.
constexpr std::size_t kMostPlaces = 128;

/// A node's name, not a sentence.
constexpr TokenIndex kMostWordsOfDeed = 6;

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

/// "the scrapping of the embargo": a noun for the end of something, and a name of its own.
bool SubjectResolver::names_end(TokenIndex noun) const {
    return is_nominal(view_->annotation.upos[noun]) && effect_of(*view_, noun) < 0 &&
           names_.tokens_of(noun).size() > 1;
}

/// "to resume the sales by spring" without an object that names it: its first words, from the verb on.
ClaimSubject SubjectResolver::of_deed(TokenSpan piece, TokenIndex verb) const {
    TokenSpan words{verb, std::min(piece.end, verb + kMostWordsOfDeed)};
    while (words.end < piece.end && (joins_words(*view_, words.end) || joins_words(*view_, words.end - 1))) {
        ++words.end;
    }
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
