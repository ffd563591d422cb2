#include "resolve/resolver.hpp"

#include <algorithm>

#include "resolve/contents.hpp"
#include "resolve/cue.hpp"
#include "resolve/judgement.hpp"
#include "resolve/result_id.hpp"
#include "resolve/selection.hpp"
#include "resolve/speakers.hpp"
#include "resolve/stances.hpp"
#include "resolve/subjects.hpp"
#include "resolve/weighing.hpp"

namespace stancegraph {
namespace {

/// Resolves the mentions of one document.
class DocumentResolver {
public:
    DocumentResolver(const ReadView& view, const RuleSet& rules, const Matches& matches)
        : view_(view),
          rules_(&rules),
          matches_(&matches),
          entities_(view, rules, matches),
          speakers_(view, rules, matches, entities_),
          subjects_(view, rules, matches, entities_),
          stances_(view, rules, matches),
          is_quoted_(view.annotation.quoted_tokens()),
          lines_(line_begins(view.document.text)),
          contents_(view, matches) {}

    [[nodiscard]] Resolved run() {
        Resolved resolved;
        const std::vector<MentionId> order = mentions_in_text_order();
        for (const Content& content : contents_.by_cue(order)) {
            resolved.attributions.push_back(attribution_of(content));
        }
        for (const MentionId id : order) {
            if (std::optional<Claim> claim = claim_of(id)) {
                resolved.claims.push_back(std::move(*claim));
                resolved.claim_mentions.push_back(id);
            }
        }
        mark_outermost(resolved.attributions, *matches_, view_.annotation, is_quoted_);
        drop_retold(resolved, *matches_);
        weigh(resolved, *matches_, *rules_, view_.document.name);
        return resolved;
    }

private:
    static std::vector<std::uint32_t> line_begins(std::string_view text) {
        std::vector<std::uint32_t> begins{0};
        for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
            begins.push_back(static_cast<std::uint32_t>(at + 1));
        }
        return begins;
    }

    [[nodiscard]] std::vector<MentionId> mentions_in_text_order() const {
        std::vector<MentionId> order;
        for (MentionId id = 0; id < matches_->mentions.size(); ++id) {
            if (matches_->mentions[id].stage != Stage::modifier) {
                order.push_back(id);
            }
        }
        std::ranges::stable_sort(order, {}, [&](MentionId id) { return matches_->mentions[id].cue.front(); });
        return order;
    }

    /// Who reports the speaker; nobody where people speak of what they say themselves ("I think", he said).
    [[nodiscard]] std::string via_of(MentionId id) {
        const std::string& reporter = speakers_.resolve(id, "via").name;
        return reporter == speakers_.resolve(id, "speaker").name ? std::string() : reporter;
    }

    /// The words that name the speaker; with the relative pronoun that the claim's speaker leaves out.
    [[nodiscard]] ByteSpan speaker_span(MentionId id) {
        ByteSpan span = speakers_.resolve(id, "speaker").span;
        const SlotValue* speaker = matches_->mentions[id].find("speaker");
        if (speaker != nullptr && !speaker->pieces.empty()) {
            span.end = view_.annotation.bytes_of(speaker->pieces.back()).end;
        }
        return span;
    }

    /// Adds the speakers who are named beside the first: "Kim, Lee and Park said".
    void add_conjoined(const Content& content, Attribution& attribution) {
        for (const MentionId id : content.mentions) {
            const ByteSpan span = speaker_span(id);
            const ByteSpan both{std::min(attribution.speaker.span.begin, span.begin),
                                std::max(attribution.speaker.span.end, span.end)};
            const std::string& name = speakers_.resolve(id, "speaker").name;
            if (matches_->mentions[id].rule == attribution.rule && !span.is_empty() &&
                !attribution.speaker.span.contains(span) && !both.overlaps(attribution.cue)) {
                attribution.speaker.span = both;
                attribution.further_speakers.push_back(name);
            }
        }
    }

    [[nodiscard]] Attribution attribution_of(const Content& content) {
        const MentionId id = content.mentions.front();
        const Mention& mention = matches_->mentions[id];
        Attribution attribution{
            .mention = id, .speaker = speakers_.resolve(id, "speaker"), .rule = mention.rule};
        attribution.stance = stances_.label_of(mention);
        attribution.cue = view_.annotation.bytes_of(cue_extent(view_, mention));
        for (const TokenSpan piece : content.pieces) {
            attribution.statement.push_back(view_.annotation.bytes_of(piece));
        }
        attribution.speaker.span = speaker_span(id);
        add_conjoined(content, attribution);
        for (const MentionId other : contents_.joining(id)) {
            attribution.continued_by.push_back(matches_->mentions[other].rule);
        }
        attribution.via = via_of(id);
        if (mention.find("statement") != nullptr) {
            attribution.statement_kind =
                statement_kind(view_.annotation, is_quoted_, contents_.statement_of(id));
        }
        return attribution;
    }

    [[nodiscard]] ClaimSubject subject_of(MentionId id, std::span<const TokenSpan> statement) {
        const Mention& mention = matches_->mentions[id];
        const SlotValue* subject = mention.find("subject");
        if (subject == nullptr) {
            return topic_of(id, statement);
        }
        if (subject->form == SlotValue::Form::words) {
            const bool has_head = subject->head != kNoToken;
            const std::string& speaker = speakers_.resolve(id, "speaker").name;
            const bool is_speaker =
                has_head && view_.lists.reflexive_pronouns.contains(view_.lower(subject->head));
            std::string person = is_speaker ? speaker
                                 : has_head ? speakers_.person_behind(subject->head, speaker)
                                            : std::string();
            if (!person.empty()) {
                const ByteSpan span = view_.annotation.span[subject->head];
                return {
                    .name = std::move(person), .text = text_of(view_, span), .span = span, .from = "pronoun"};
            }
            // Who calls for the end of the controls takes sides on the controls; who criticises it, on the
            // end.
            const bool passes_on = mention.stance != kNoId && rules_->stances[mention.stance].turned != kNoId;
            return subjects_.of_words(
                subject->pieces, subject->head,
                passes_on ? SubjectResolver::Deeds::seen_through : SubjectResolver::Deeds::named);
        }
        if (subject->of == kNoId) {
            return subjects_.topic_before(mention.cue.front());
        }
        return topic_of(subject->of, contents_.statement_of(subject->of));
    }

    [[nodiscard]] ClaimSubject topic_of(MentionId id, std::span<const TokenSpan> statement) {
        const std::string& speaker = speakers_.resolve(id, "speaker").name;
        return subjects_.topic_of(statement, [&](TokenIndex pronoun) {
            std::string person = speakers_.person_behind(pronoun, {});
            return person == speaker ? std::string() : person;
        });
    }

    [[nodiscard]] std::optional<Claim> claim_of(MentionId id) {
        const Mention& mention = matches_->mentions[id];
        if (mention.joins != kNoId || !stances_.takes_stance(mention)) {
            return std::nullopt;
        }
        const std::vector<TokenSpan> statement = contents_.statement_of(id);
        Claim claim;
        claim.speaker = speakers_.resolve(id, "speaker");
        claim.subject = subject_of(id, statement);
        if (claim.speaker.name.empty() || claim.subject.name.empty() ||
            claim.speaker.name == claim.subject.name ||
            (claim.speaker.resolved_by == "none" && !rules_->settings.keep_unresolved)) {
            return std::nullopt;
        }
        claim.doc = view_.document.name;
        claim.source = view_.document.source;
        claim.stance = stances_.stance_of(mention, statement, claim.subject);
        if (const std::string& target = speakers_.resolve(id, "target").name; target != claim.subject.name) {
            claim.target = target;
        }
        claim.via = via_of(id);
        claim.judged_by = mention.is_judged_by_author ? speakers_.author().name : std::string();
        add_evidence(claim, mention, statement);
        claim.rule = rules_->rules[mention.rule].name;
        if (mention.lexicon != kNoId) {
            claim.entry = rules_->lexicons[mention.lexicon].entries[mention.entry].text;
        }
        claim.id = id_of(claim);
        return claim;
    }

    void add_evidence(Claim& claim, const Mention& mention, std::span<const TokenSpan> statement) const {
        const Annotation& annotation = view_.annotation;
        const TokenIndex cue = mention.cue.front();
        claim.cue = annotation.bytes_of(cue_extent(view_, mention));
        claim.cue_text = text_of(view_, claim.cue);
        if (mention.find("statement") != nullptr) {
            claim.statement_kind = statement_kind(annotation, is_quoted_, statement);
            for (const TokenSpan piece : statement) {
                claim.statement.push_back(annotation.bytes_of(piece));
            }
        }
        claim.sentence = annotation.sentences[annotation.sentence_of(cue)].span;
        claim.quote = text_around(view_, claim.sentence, claim.cue);
        const auto next = std::ranges::upper_bound(lines_, claim.cue.begin);
        claim.line = static_cast<std::uint32_t>(next - lines_.begin());
    }

    ReadView view_;
    const RuleSet* rules_;
    const Matches* matches_;
    EntityTable entities_;
    SpeakerResolver speakers_;
    SubjectResolver subjects_;
    StanceResolver stances_;
    std::vector<bool> is_quoted_;
    std::vector<std::uint32_t> lines_;
    Contents contents_;
};

}  // namespace

struct Resolver::Implementation {
    const RuleSet* rules;
    WordLists lists;
    Offices offices;
};

Resolver::Resolver(const RuleSet& rules)
    : implementation_(
          new Implementation{.rules = &rules, .lists = WordLists(rules), .offices = Offices(rules)}) {}

Resolver::~Resolver() = default;

Resolved Resolver::resolve(const Document& document, const Annotation& annotation, Vocabulary& vocabulary,
                           const Matches& matches) const {
    const ReadView view{.document = document,
                        .annotation = annotation,
                        .vocabulary = vocabulary,
                        .lists = implementation_->lists,
                        .offices = implementation_->offices};
    return DocumentResolver(view, *implementation_->rules, matches).run();
}

}  // namespace stancegraph
