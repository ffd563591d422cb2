#include "workbench/rule_difference.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "workbench/absence.hpp"
#include "workbench/article_places.hpp"
#include "workbench/claim_changes.hpp"

namespace stancegraph {
namespace {

/// One of the two runs over a document.
struct Run {
    const Engine& engine;
    Processed processed;
    Trace trace;
};

bool touches_more_than_matching(const Touched& touched) {
    return std::ranges::any_of(std::span(touched.by_reach).subspan(1), [](const Touched::Words& words) {
        return words.is_everywhere || !words.words.empty();
    });
}

/// Runs both rule sets over one document after the other.
class Comparer {
public:
    Comparer(const Engine& before, const Engine& now, const JudgedClaims& judged, RuleDifference& found)
        : before_(before),
          now_(now),
          touched_(difference(before.footprint(), now.footprint())),
          touches_annotation_(touches_more_than_matching(touched_)),
          old_processor_(before),
          new_processor_(now),
          vocabulary_(old_processor_.open_vocabulary()),
          new_matcher_(now.compiled(), vocabulary_),
          judged_(judged),
          found_(found) {}

    [[nodiscard]] const Touched& touched() const { return touched_; }

    [[nodiscard]] Processor& processor() { return old_processor_; }

    void compare(const Document& document, Annotation annotation);

private:
    [[nodiscard]] bool needs_own_annotation(const Annotation& annotation) const;
    /// The new rules over the annotation of the old ones, in their symbols.
    [[nodiscard]] Processed match_now(const Document& document, Annotation annotation, Trace* trace);
    [[nodiscard]] Processed run_now(const Document& document, const Annotation& annotation, Trace* trace);
    void tell(const ClaimPair& pair, const ArticlePlaces& places, const Run& before, const Run& now);

    const Engine& before_;
    const Engine& now_;
    Touched touched_;
    bool touches_annotation_;
    Processor old_processor_;
    Processor new_processor_;
    Vocabulary& vocabulary_;  ///< Of both, while they share an annotation.
    Matcher new_matcher_;
    const JudgedClaims& judged_;
    RuleDifference& found_;
};

/// What of the judged claims a run finds; each counts once.
void count_reviewed(const std::vector<Claim>& claims, const JudgedClaims& judged, ReviewedFound& found) {
    std::set<const StoredVerdict*> counted;
    for (const Claim& claim : claims) {
        const StoredVerdict* verdict = judged.find(claim);
        if (verdict != nullptr && counted.insert(verdict).second) {
            ++(verdict->is_right ? found.right : found.wrong);
        }
    }
}

bool Comparer::needs_own_annotation(const Annotation& annotation) const {
    if (!touches_annotation_) {
        return false;
    }
    const auto reach = touched_.reach_in(word_keys_of(annotation, vocabulary_));
    return reach.has_value() && *reach >= Reach::annotation;
}

Processed Comparer::match_now(const Document& document, Annotation annotation, Trace* trace) {
    Processed processed{.annotation = std::move(annotation), .matches = {}, .resolved = {}};
    processed.matches = new_matcher_.find_mentions(document, processed.annotation, trace);
    processed.resolved =
        now_.resolver().resolve(document, processed.annotation, vocabulary_, processed.matches);
    return processed;
}

Processed Comparer::run_now(const Document& document, const Annotation& annotation, Trace* trace) {
    return needs_own_annotation(annotation) ? new_processor_.process(document, trace)
                                            : match_now(document, annotation, trace);
}

void Comparer::compare(const Document& document, Annotation annotation) {
    ++found_.compared;
    Run before{.engine = before_, .processed = {}, .trace = {}};
    Run now{.engine = now_, .processed = run_now(document, annotation, nullptr), .trace = {}};
    before.processed = old_processor_.match(document, std::move(annotation));
    const std::vector<ComparedClaim> old_claims = compared_claims(before.processed);
    const std::vector<ComparedClaim> new_claims = compared_claims(now.processed);
    const ClaimChanges changes = changes_between(old_claims, new_claims);
    found_.claims_before += static_cast<std::uint32_t>(old_claims.size());
    found_.claims_now += static_cast<std::uint32_t>(new_claims.size());
    found_.other_rule += changes.other_rule;
    found_.other_certainty += changes.other_certainty;
    count_reviewed(before.processed.resolved.claims, judged_, found_.reviewed_before);
    count_reviewed(now.processed.resolved.claims, judged_, found_.reviewed_now);
    if (changes.pairs.empty()) {
        return;
    }
    // Tracing costs time, so it waits until there is something to explain.
    now.processed = run_now(document, before.processed.annotation, &now.trace);
    before.processed = old_processor_.match(document, std::move(before.processed.annotation), &before.trace);
    const ArticlePlaces places(document, before.processed.annotation);
    for (const ClaimPair& pair : changes.pairs) {
        tell(pair, places, before, now);
    }
}

void Comparer::tell(const ClaimPair& pair, const ArticlePlaces& places, const Run& before, const Run& now) {
    const Run& holder = pair.now != nullptr ? now : before;
    const ComparedClaim& compared = pair.now != nullptr ? *pair.now : *pair.before;
    const Claim& claim = holder.processed.resolved.claims[compared.place];
    ClaimChange change{.kind = pair.before == nullptr ? ClaimChange::Kind::gained
                               : pair.now == nullptr  ? ClaimChange::Kind::lost
                                                      : ClaimChange::Kind::changed,
                       .rule = compared.rule,
                       .doc = claim.doc,
                       .place = places.place_of(compared.cue),
                       .cue = claim.cue_text,
                       .before = pair.before == nullptr ? std::string() : pair.before->words,
                       .now = pair.now == nullptr ? std::string() : pair.now->words,
                       .sentence = claim.quote,
                       .reason = {}};
    const RuleSet& rules = holder.engine.rules();
    if (change.kind != ClaimChange::Kind::changed) {
        const Run& other = pair.now != nullptr ? before : now;
        change.reason = why_absent(origin_of(rules, holder.processed, compared.place), other.engine.rules(),
                                   other.processed, other.trace);
    } else if (pair.before->rule != pair.now->rule) {
        change.reason = "the cue was " + pair.before->rule + "'s";
    }
    found_.changes.push_back(std::move(change));
}

}  // namespace

RuleDifference difference_between(const Engine& before, const Engine& now, Articles& articles,
                                  const JudgedClaims& judged) {
    RuleDifference found;
    found.articles = static_cast<std::uint32_t>(articles.count());
    Comparer comparer(before, now, judged, found);
    if (comparer.touched().is_nothing()) {
        return found;
    }
    ArticleSelection wanted{.touched = &comparer.touched(), .names = {}};
    for (const auto& [id, verdict] : judged.by_id()) {
        wanted.names.insert(verdict.doc);
    }
    std::set<std::string> seen;
    articles.for_each(before, comparer.processor(), wanted,
                      [&](const Document& document, Annotation annotation) {
                          seen.insert(document.name);
                          comparer.compare(document, std::move(annotation));
                      });
    for (const auto& [id, verdict] : judged.by_id()) {
        found.reviewed_right += verdict.is_right && seen.contains(verdict.doc) ? 1U : 0U;
    }
    return found;
}

}  // namespace stancegraph
