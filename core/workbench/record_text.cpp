#include "workbench/record_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "pipeline/result_lines.hpp"
#include "resolve/certainty.hpp"
#include "workbench/places.hpp"

namespace stancegraph {
namespace {

/// What the kinds of evidence are called in a sentence, in the order of EvidenceKind.
constexpr std::array<std::string_view, kEvidenceKinds> kEvidencePhrases{
    "the rule is",    "the list entry is", "the speaker is found by", "the subject is from",
    "the subject is", "the statement is",  "the stance is",           "the claim is"};

class RecordText {
public:
    explicit RecordText(const RuleSet& rules) : rules_(rules) {}

    void add(std::string_view label, std::string_view content) {
        text_ += fmt::format("{:<10}{}\n", label, utf8::visible(content));
    }

    void add_words(std::string_view label, std::string_view words, ByteSpan span) {
        add(label, words.empty() ? bytes(span) : fmt::format("“{}”, {}", on_one_line(words), bytes(span)));
    }

    [[nodiscard]] static std::string bytes(ByteSpan span) {
        return fmt::format("bytes {} to {}", span.begin, span.end);
    }

    void add_speaker(const ClaimSpeaker& speaker, std::string_view words) {
        if (speaker.span.is_empty()) {
            add("speaker",
                fmt::format("{}: the text names nobody", speaker.name.empty() ? "?" : speaker.name));
            return;
        }
        add("speaker", fmt::format("{}{}, found by: {}{}", speaker.name,
                                   speaker.kind.empty() ? "" : " (" + speaker.kind + ")", speaker.resolved_by,
                                   speaker.is_guess ? "; a guess: the nearest, the tree names none" : ""));
        add_words("", words, speaker.span);
    }

    void add_rule(const std::string& name, const std::string& entry, const std::string& stance) {
        const RuleId rule = rules_.find_rule(name);
        if (rule == kNoId) {
            add("rule", name + " (not in these rules)");
        } else {
            const std::string& title = rules_.rules[rule].title;
            add("rule", fmt::format("{} ({}){}{}", name, place_of(rules_.rules[rule].location),
                                    title.empty() ? "" : ": ", title));
        }
        if (entry.empty()) {
            return;
        }
        std::vector<std::string> places = places_of(entry, stance);
        add("entry", places.empty() ? fmt::format("“{}” (not in these rules)", entry)
                                    : fmt::format("“{}” in {}", entry, fmt::join(places, ", ")));
    }

    void add_certainty(double certainty) {
        const bool is_counted = rules_.certainty.attribution.odds != 0 || rules_.certainty.claim.odds != 0;
        add("certainty", fmt::format("{:.2f}, {}", certainty,
                                     is_counted ? "from counts of results that people judged"
                                                : "as the rules say: nobody has counted with these"));
    }

    /// How many of the judged results like this one were right, kind by kind.
    void add_evidence(std::string_view of, const CertaintyModel& model, const Evidence& evidence) {
        std::string_view before = of;
        for (std::size_t kind = 0; kind < kEvidenceKinds && model.odds != 0; ++kind) {
            const auto measured = model.evidence[kind].find(evidence[kind]);
            if (measured == model.evidence[kind].end()) {
                continue;
            }
            add("", fmt::format("{:<22} {:>4} of {:>4} right where {} {}", before, measured->second.right,
                                measured->second.of, kEvidencePhrases[kind], evidence[kind]));
            before = "";
        }
    }

    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    /// The lists in which the entry stands; those where it has the stance, if there are any.
    [[nodiscard]] std::vector<std::string> places_of(const std::string& entry,
                                                     const std::string& stance) const {
        std::vector<std::string> with_stance;
        std::vector<std::string> all;
        for (const Lexicon& list : rules_.lexicons) {
            const auto at = std::ranges::find(list.entries, entry, &LexiconEntry::text);
            if (at == list.entries.end()) {
                continue;
            }
            all.push_back(fmt::format("@{} ({})", list.name, place_of(at->location)));
            if (at->stance != kNoId && rules_.stances[at->stance].label == stance) {
                with_stance.push_back(all.back());
            }
        }
        return with_stance.empty() ? all : with_stance;
    }

    const RuleSet& rules_;
    std::string text_;
};

/// What is left of the certainty when the counts are taken out of it: the factors of rule, entry, modifiers.
void add_factor(RecordText& text, double certainty, double counted) {
    const double factor = certainty / counted;
    constexpr double kRounding = 0.02;
    if (std::abs(factor - 1.0) > kRounding) {
        text.add("", fmt::format("times {:.2f}, written in the rules (certainty: x…)", factor));
    }
}

std::string stance_text(const std::string& label, bool is_negated, const std::string& modality) {
    std::string text = label;
    if (is_negated) {
        text += ", negated";
    }
    return modality == "asserted" ? text : text + ", " + modality;
}

std::string source_text(const Source& source) {
    std::string text;
    for (const std::string& part : {source.outlet, source.title, source.date, source.url}) {
        if (!part.empty()) {
            text += (text.empty() ? "" : ", ") + on_one_line(part);
        }
    }
    return text;
}

std::string_view words_at(const Document* document, ByteSpan span) {
    const bool is_inside = document != nullptr && span.begin <= span.end && span.end <= document->text.size();
    return is_inside ? std::string_view(document->text).substr(span.begin, span.size()) : std::string_view();
}

}  // namespace

std::string describe(const Claim& claim, const RuleSet& rules) {
    RecordText text(rules);
    text.add("claim", line_of(claim));
    text.add("", claim.id);
    text.add("document", fmt::format("{}:{}", claim.doc, claim.line));
    if (const std::string source = source_text(claim.source); !source.empty()) {
        text.add("", source);
    }
    text.add_words("sentence", claim.quote, claim.sentence);
    text.add_speaker(claim.speaker, claim.speaker.text);
    text.add("stance",
             fmt::format("{}, polarity {:.1f}",
                         stance_text(claim.stance.label, claim.stance.is_negated, claim.stance.modality),
                         claim.stance.polarity));
    text.add("subject", fmt::format("{}, from {}", claim.subject.name, claim.subject.from));
    text.add_words("", claim.subject.text, claim.subject.span);
    text.add_words("cue", claim.cue_text, claim.cue);
    for (const ByteSpan piece : claim.statement) {
        text.add("statement", fmt::format("{}, {}", claim.statement_kind, RecordText::bytes(piece)));
    }
    text.add_rule(claim.rule, claim.entry, claim.stance.label);
    text.add_certainty(claim.certainty);
    const Evidence evidence = evidence_of(claim);
    text.add_evidence("speaker and statement:", rules.certainty.attribution, evidence);
    text.add_evidence("a claim at all:", rules.certainty.claim, evidence);
    text.add_evidence("stance and subject:", rules.certainty.subject, evidence);
    add_factor(text, claim.certainty, certainty_of_claim(rules.certainty, evidence, 1.0));
    return text.take();
}

std::string describe(const Attribution& attribution, const std::string& doc, const RuleSet& rules,
                     const Document* document) {
    RecordText text(rules);
    const std::string stance = stance_text(attribution.stance, attribution.is_negated, attribution.modality);
    const std::string& name = attribution.speaker.name;
    text.add("statement", fmt::format("{} -> {}", name.empty() ? "?" : name, stance));
    text.add("", attribution.id);
    text.add("document", doc);
    text.add_speaker(attribution.speaker, words_at(document, attribution.speaker.span));
    text.add_words("cue", words_at(document, attribution.cue), attribution.cue);
    for (const ByteSpan piece : attribution.statement) {
        text.add_words(attribution.statement_kind, words_at(document, piece), piece);
    }
    text.add_rule(attribution.rule_name, attribution.entry, attribution.stance);
    text.add_certainty(attribution.certainty);
    const Evidence evidence = evidence_of(attribution);
    text.add_evidence("speaker and statement:", rules.certainty.attribution, evidence);
    add_factor(text, attribution.certainty, certainty_of_attribution(rules.certainty, evidence, 1.0));
    return text.take();
}

}  // namespace stancegraph
