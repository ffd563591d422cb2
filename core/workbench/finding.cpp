#include "workbench/finding.hpp"

#include <algorithm>
#include <cmath>

#include "base/utf8.hpp"
#include "pipeline/result_lines.hpp"

namespace stancegraph {
namespace {

/// Certainties that people would read as the same.
constexpr double kSameCertainty = 0.005;

std::uint32_t sentence_at(const Annotation& annotation, ByteSpan cue) {
    const TokenSpan tokens = annotation.tokens_in(cue);
    return tokens.is_empty() ? 0 : annotation.sentence_of(tokens.begin);
}

/// The sentence of a statement, for people; of a very long one its beginning.
std::string quote_of(const Document& document, const Sentence& sentence) {
    constexpr std::uint32_t kMostBytes = 600;
    const std::uint32_t size = std::min(sentence.span.size(), kMostBytes);
    const std::string line = on_one_line(std::string_view(document.text).substr(sentence.span.begin, size));
    return size < sentence.span.size() ? utf8::repair(line).text + "…" : line;
}

void tell_origin(const Mention& mention, Finding& finding) {
    finding.rule = mention.rule;
    finding.lexicon = mention.lexicon;
    finding.entry = mention.entry;
    finding.modifiers = mention.modifiers;
}

Finding finding_of(const Claim& claim) {
    return {.line = line_of(claim),
            .stance = claim.stance.label,
            .polarity = claim.stance.polarity,
            .certainty = claim.certainty,
            .speaker_by = claim.speaker.resolved_by,
            .subject_from = claim.subject.from,
            .cue = claim.cue,
            .speaker = claim.speaker.span,
            .subject = claim.subject.span,
            .statement = claim.statement,
            .quote = claim.quote,
            .rule_name = claim.rule,
            .entry_text = claim.entry};
}

Finding finding_of(const Attribution& attribution, const Document& document) {
    return {.is_claim = false,
            .line = line_of(attribution, document),
            .stance = attribution.stance,
            .certainty = attribution.certainty,
            .speaker_by = attribution.speaker.resolved_by,
            .cue = attribution.cue,
            .speaker = attribution.speaker.span,
            .statement = attribution.statement,
            .rule_name = attribution.rule_name,
            .entry_text = attribution.entry};
}

bool is_same(const Finding& left, const Finding& right) {
    return left.cue == right.cue && left.is_claim == right.is_claim && left.line == right.line;
}

bool is_told_alike(const Finding& left, const Finding& right) {
    return left.rule_name == right.rule_name && left.entry_text == right.entry_text &&
           std::abs(left.certainty - right.certainty) < kSameCertainty &&
           std::abs(left.polarity - right.polarity) < kSameCertainty;
}

/// The end of the findings with the cue of the one at `from`.
std::size_t end_of_cue(const std::vector<Finding>& findings, std::size_t from, ByteSpan cue) {
    while (from < findings.size() && findings[from].cue == cue) {
        ++from;
    }
    return from;
}

using Kind = FindingChange::Kind;

/// The changes on one cue.
void compare_cue(const std::vector<Finding>& before, std::size_t first, std::size_t last,
                 const std::vector<Finding>& after, std::size_t begin, std::size_t end,
                 std::vector<FindingChange>& changes) {
    std::vector<FindingChange> kept;
    std::vector<bool> is_paired(end - begin, false);
    for (std::size_t old = first; old < last; ++old) {
        std::size_t same = begin;
        while (same < end && (is_paired[same - begin] || !is_same(before[old], after[same]))) {
            ++same;
        }
        const auto index = static_cast<std::uint32_t>(old);
        if (same == end) {
            changes.push_back({.kind = Kind::lost, .before = index, .after = {}});
            continue;
        }
        is_paired[same - begin] = true;
        kept.push_back({.kind = is_told_alike(before[old], after[same]) ? Kind::none : Kind::changed,
                        .before = index,
                        .after = static_cast<std::uint32_t>(same)});
    }
    for (std::size_t now = begin; now < end; ++now) {
        if (!is_paired[now - begin]) {
            changes.push_back({.kind = Kind::gained, .before = {}, .after = static_cast<std::uint32_t>(now)});
        }
    }
    changes.insert(changes.end(), kept.begin(), kept.end());
}

}  // namespace

std::vector<Finding> findings_of(const Document& document, const Processed& processed) {
    const Resolved& resolved = processed.resolved;
    const std::vector<Mention>& mentions = processed.matches.mentions;
    std::vector<Finding> findings;
    for (std::size_t at = 0; at < resolved.claims.size(); ++at) {
        findings.push_back(finding_of(resolved.claims[at]));
        tell_origin(mentions[resolved.claim_mentions[at]], findings.back());
    }
    for (const Attribution& attribution : resolved.attributions) {
        if (std::ranges::find(resolved.claim_mentions, attribution.mention) ==
            resolved.claim_mentions.end()) {
            findings.push_back(finding_of(attribution, document));
            tell_origin(mentions[attribution.mention], findings.back());
        }
    }
    for (Finding& finding : findings) {
        finding.sentence = sentence_at(processed.annotation, finding.cue);
        if (finding.quote.empty() && finding.sentence < processed.annotation.sentences.size()) {
            finding.quote = quote_of(document, processed.annotation.sentences[finding.sentence]);
        }
    }
    std::ranges::stable_sort(findings, {}, &Finding::cue);
    return findings;
}

std::vector<FindingChange> compare(const std::vector<Finding>& before, const std::vector<Finding>& after) {
    std::vector<FindingChange> changes;
    std::size_t old = 0;
    std::size_t now = 0;
    while (old < before.size() || now < after.size()) {
        const bool takes_old =
            now == after.size() || (old < before.size() && before[old].cue <= after[now].cue);
        const ByteSpan cue = takes_old ? before[old].cue : after[now].cue;
        const std::size_t old_end = end_of_cue(before, old, cue);
        const std::size_t now_end = end_of_cue(after, now, cue);
        compare_cue(before, old, old_end, after, now, now_end, changes);
        old = old_end;
        now = now_end;
    }
    return changes;
}

}  // namespace stancegraph
