#include "workbench/suggest.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "pipeline/result_lines.hpp"
#include "workbench/claim_changes.hpp"
#include "workbench/cue_entries.hpp"
#include "workbench/goal_edits.hpp"
#include "workbench/rule_draft.hpp"
#include "workbench/rule_edits.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kMostEntries = 3;

class Suggesting {
public:
    Suggesting(const Trial& trial, const MarkedSentence& sentence, std::string stance)
        : trial_(trial), sentence_(sentence), stance_(std::move(stance)) {
        goal_.stance = stance_;
        goal_.speaker_at = sentence.find("speaker");
        goal_.cue_at = sentence.find("cue");
        goal_.subject_at = sentence.find("subject");
        goal_.statement_at = sentence.find("statement");
        part_ = {0, static_cast<std::uint32_t>(trial.document().text.size())};
        wanted_ = {.speaker = located("speaker"), .subject = located("subject")};
    }

    [[nodiscard]] Suggestions run() {
        Suggestions suggestions;
        suggestions.gives = results_in(trial_, part_);
        suggestions.is_found = distance(goal_, trial_.processed().resolved, part_) == 0;
        if (suggestions.is_found) {
            return suggestions;
        }
        for (const TokenIndex cue : cues()) {
            add_entries(cue, suggestions);
            add_rule(cue, suggestions);
            if (!suggestions.all.empty()) {
                break;
            }
        }
        return suggestions;
    }

private:
    [[nodiscard]] Located located(std::string_view name) const {
        const ByteSpan bytes = sentence_.find(name);
        return bytes.is_empty() ? Located() : locate(trial_, bytes);
    }

    /// The one that was marked, or those that are likely.
    [[nodiscard]] std::vector<TokenIndex> cues() const {
        const Located marked = located("cue");
        if (marked.is_found()) {
            return {marked.head};
        }
        const Located content = wanted_.subject.is_found() ? wanted_.subject : located("statement");
        return likely_cues(trial_, part_, {.speaker = wanted_.speaker, .subject = content});
    }

    void add_entries(TokenIndex cue, Suggestions& suggestions) {
        const StanceId stance = stance_.empty() ? kNoId : trial_.rules().find_stance(stance_);
        for (const EntryIdea& idea : find_entries(trial_, goal_, part_, cue, wanted_.subject.head, stance)) {
            if (idea.distance > 0 || suggestions.all.size() == kMostEntries) {
                return;
            }
            if (const auto edit =
                    add_entry(trial_.book(), trial_.rules(), idea.list, idea.entry, idea.stance)) {
                keep(*edit, reason_of(idea, trial_.rules()) + guess(), suggestions);
            }
        }
    }

    [[nodiscard]] std::string guess() const {
        return stance_.empty() ? "; the stance is a guess: say --stance" : "";
    }

    void add_rule(TokenIndex cue, Suggestions& suggestions) {
        const auto edit = draft_rule(trial_, goal_, part_,
                                     {.speaker = wanted_.speaker,
                                      .subject = wanted_.subject,
                                      .statement = located("statement"),
                                      .target = located("target"),
                                      .cue = cue,
                                      .stance = rule_stance(suggestions)});
        if (edit) {
            keep(*edit, "for this word alone: where a list entry does it, that is better" + guess(),
                 suggestions);
        }
    }

    /// The stance of a rule: as asked for, else that of the best list entry, else what is said.
    [[nodiscard]] std::string rule_stance(const Suggestions& suggestions) const {
        if (!stance_.empty()) {
            return stance_;
        }
        for (const Suggestion& suggestion : suggestions.all) {
            const std::string& line = suggestion.gives.front();
            const std::size_t begin = line.find(" -> ");
            const std::size_t end = line.find(" -> ", begin + 1);
            if (begin != std::string::npos && end != std::string::npos &&
                trial_.rules().find_stance(line.substr(begin + 4, end - begin - 4)) != kNoId) {
                return line.substr(begin + 4, end - begin - 4);
            }
        }
        return "states";
    }

    void keep(const RuleEdit& edit, std::string reason, Suggestions& suggestions) {
        const Trial after(trial_.book().with(edit), trial_.document());
        if (after.is_sound() && distance(goal_, after.processed().resolved, part_) == 0) {
            suggestions.all.push_back({edit, std::move(reason), results_in(after, part_)});
        }
    }

    const Trial& trial_;
    const MarkedSentence& sentence_;
    std::string stance_;
    Goal goal_;
    ByteSpan part_;
    WantedWords wanted_;
};

std::string sample_of(char sign, const Claim& claim) {
    return fmt::format("{} {}:{}  {}: “{}”", sign, claim.doc, claim.line, line_of(claim),
                       on_one_line(claim.quote));
}

/// Counts what differs between two runs over one article, and keeps the first of it.
void add_changes(const Processed& before, const Processed& now, std::size_t most, Elsewhere& elsewhere) {
    const std::vector<ComparedClaim> had = compared_claims(before);
    const std::vector<ComparedClaim> has = compared_claims(now);
    const auto show = [&](char sign, const ComparedClaim* claim, const Processed& of) {
        if (claim != nullptr && elsewhere.samples.size() < most) {
            elsewhere.samples.push_back(sample_of(sign, of.resolved.claims[claim->place]));
        }
    };
    for (const ClaimPair& pair : changes_between(had, has).pairs) {
        elsewhere.lost += pair.before != nullptr ? 1U : 0U;
        elsewhere.gained += pair.now != nullptr ? 1U : 0U;
        show('-', pair.before, before);
        show('+', pair.now, now);
    }
}

}  // namespace

Suggestions suggest(const Trial& trial, const MarkedSentence& sentence, const std::string& stance) {
    return Suggesting(trial, sentence, stance).run();
}

std::vector<Elsewhere> changes_elsewhere(const Engine& before, std::span<const std::unique_ptr<Engine>> after,
                                         std::span<const Document> articles, std::size_t most_samples) {
    std::vector<Elsewhere> all(after.size());
    Processor processor(before);
    for (const Document& article : articles) {
        Vocabulary& words = processor.open_vocabulary();
        const Processed processed = processor.process(article);
        for (std::size_t at = 0; at < after.size(); ++at) {
            Matcher matcher(after[at]->compiled(), words);
            Processed now{.annotation = processed.annotation, .matches = {}, .resolved = {}};
            now.matches = matcher.find_mentions(article, now.annotation);
            now.resolved = after[at]->resolver().resolve(article, now.annotation, words, now.matches);
            ++all[at].articles;
            add_changes(processed, now, most_samples, all[at]);
        }
    }
    return all;
}

}  // namespace stancegraph
