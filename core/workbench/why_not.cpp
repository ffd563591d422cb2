#include "workbench/why_not.hpp"

#include <algorithm>
#include <iterator>
#include <memory>

#include <fmt/format.h>

#include "pipeline/rule_examples.hpp"
#include "workbench/findings.hpp"
#include "workbench/goal_edits.hpp"
#include "workbench/places.hpp"
#include "workbench/rule_draft.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kMostProposals = 3;
constexpr std::size_t kMostEdits = 3;  ///< One after the other.

/// The rules of which an example fails, by name.
std::vector<std::string> failing_rules(const Engine& engine) {
    Diagnostics diagnostics;
    run_examples(engine, all_rules(engine.rules()), diagnostics);
    std::vector<std::string> rules;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        const std::size_t begin = diagnostic.message.find('\'');
        const std::size_t end = diagnostic.message.find('\'', begin + 1);
        if (diagnostic.code == "SG1401" && end != std::string::npos) {
            rules.push_back(diagnostic.message.substr(begin + 1, end - begin - 1));
        }
    }
    std::ranges::sort(rules);
    return rules;
}

class Search {
public:
    Search(const Trial& base, const Goal& goal, ByteSpan part) : base_(base), goal_(goal), part_(part) {}

    [[nodiscard]] WhyNot run() {
        WhyNot answer;
        answer.gives = claims_of(base_);
        answer.is_there = left(base_) == 0;
        if (answer.is_there) {
            answer.found_by = finder_of(*nearest_claim(goal_, base_.processed().resolved, part_));
            return answer;
        }
        part_ = focus();
        before_ = claims_of(base_);
        answer.gives = before_;
        const WantedWords wanted = words_in(base_);
        answer.findings = findings_of(base_, goal_, part_, wanted);
        go_on(base_, {});
        if (!has_reached()) {
            try_drafts(wanted);
        }
        choose(wanted, answer);
        return answer;
    }

private:
    [[nodiscard]] int left(const Trial& trial) const {
        return distance(goal_, trial.processed().resolved, part_);
    }

    [[nodiscard]] std::vector<std::string> claims_of(const Trial& trial) const {
        return results_in(trial, part_);
    }

    /// Of several sentences the one to look at: with a claim that lacks one thing; with the words of speaker
    /// and subject; with a claim that lacks two; with the words of one of them. Else all.
    [[nodiscard]] ByteSpan focus() const {
        std::optional<ByteSpan> best;
        int best_rank = 5;
        for (const Sentence& sentence : base_.annotation().sentences) {
            if (!sentence.span.overlaps(part_)) {
                continue;
            }
            const int away = distance(goal_, base_.processed().resolved, sentence.span);
            const bool has_speaker = locate_speaker(base_, sentence.span, goal_.speaker).is_found();
            const bool has_subject = locate_subject(base_, sentence.span, goal_.subject).is_found();
            const int rank = away <= 1                    ? 0
                             : has_speaker && has_subject ? 1
                             : away <= 2                  ? 2
                             : has_subject                ? 3
                             : has_speaker                ? 4
                                                          : 5;
            if (rank < best_rank) {
                best_rank = rank;
                best = sentence.span;
            }
        }
        return best.value_or(part_);
    }

    [[nodiscard]] WantedWords words_in(const Trial& trial) const {
        return {.speaker = locate_speaker(trial, part_, goal_.speaker),
                .subject = locate_subject(trial, part_, goal_.subject)};
    }

    /// "by rule stance_verb (50-stance.yaml:9), entry “reject”"
    [[nodiscard]] std::string finder_of(const Claim& claim) const {
        const RuleId rule = base_.rules().find_rule(claim.rule);
        return fmt::format("by rule {} ({}){}", claim.rule, place_of(base_.rules().rules[rule].location),
                           claim.entry.empty() ? "" : ", list entry “" + claim.entry + "”");
    }

    [[nodiscard]] bool has_reached() const {
        return std::ranges::any_of(proposals_, &Proposal::reaches_goal);
    }

    /// Makes each edit that could help; names are given on top of those that came nearer.
    void go_on(const Trial& trial, const std::vector<EditIdea>& made) {
        const WantedWords wanted = words_in(trial);
        try_all(trial, made, edits_of_nearest(trial, goal_, part_, wanted, !made.empty()), Then::names);
        if (!made.empty()) {
            return;
        }
        for (const TokenIndex cue : likely_cues(trial, part_, wanted)) {
            if (!has_reached() && !only_reports(cue)) {
                try_all(trial, made, edits_of_lists(trial, goal_, part_, cue, wanted), Then::names);
            }
        }
        if (!has_reached()) {
            try_all(trial, made, edits_of_misses(trial, goal_, part_, wanted), Then::nothing);
            try_all(trial, made, edits_of_losers(trial, part_), Then::nothing);
        }
    }

    enum class Then : std::uint8_t { names, nothing };

    void try_all(const Trial& trial, const std::vector<EditIdea>& made, const std::vector<EditIdea>& ideas,
                 Then then) {
        for (const EditIdea& idea : ideas) {
            const Trial after(trial.book().with(idea.edit), trial.document());
            if (!after.is_sound() || left(after) >= left(trial)) {
                continue;
            }
            std::vector<EditIdea> all = made;
            all.push_back(idea);
            keep(after, all);
            if (left(after) > 0 && all.size() < kMostEdits && then == Then::names) {
                go_on(after, all);
            }
        }
    }

    /// True for a verb of saying: it takes no side, in whatever list it is put.
    [[nodiscard]] bool only_reports(TokenIndex cue) const {
        const ByteSpan bytes = base_.annotation().span[cue];
        return goal_.stance != "states" &&
               std::ranges::any_of(base_.processed().resolved.attributions,
                                   [&](const Attribution& attribution) {
                                       const StanceId stance = base_.rules().find_stance(attribution.stance);
                                       return attribution.cue.overlaps(bytes) && stance != kNoId &&
                                              base_.rules().stances[stance].polarity == 0;
                                   });
    }

    void keep(const Trial& after, const std::vector<EditIdea>& made) {
        Proposal proposal;
        for (const EditIdea& idea : made) {
            proposal.edits.push_back(idea.edit);
        }
        proposal.reason = made.back().reason;
        const std::vector<std::string> now = claims_of(after);
        std::ranges::set_difference(now, before_, std::back_inserter(proposal.gains));
        std::ranges::set_difference(before_, now, std::back_inserter(proposal.loses));
        proposal.reaches_goal = left(after) == 0;
        if (!is_known(proposal) && (proposal.reaches_goal || differs_in_words_only(after))) {
            proposals_.push_back(std::move(proposal));
        }
    }

    /// What comes near has the parts where they were meant, under whatever names and with whatever stance.
    [[nodiscard]] bool differs_in_words_only(const Trial& after) const {
        const Claim* const claim = nearest_claim(goal_, after.processed().resolved, part_);
        const Located subject = locate_subject(after, part_, goal_.subject);
        return claim != nullptr && !difference(goal_, *claim).speaker &&
               (!subject.is_found() ||
                after.annotation().tokens_in(claim->subject.span).overlaps(subject.tokens));
    }

    /// The same edits in another order.
    [[nodiscard]] bool is_known(const Proposal& proposal) const {
        const auto purposes = [](const Proposal& of) {
            std::vector<std::string> sorted;
            std::ranges::transform(of.edits, std::back_inserter(sorted), [](const RuleEdit& edit) {
                return edit.form == RuleEdit::Form::add_file ? edit.text : edit.purpose;
            });
            std::ranges::sort(sorted);
            return sorted;
        };
        return std::ranges::any_of(
            proposals_, [&](const Proposal& known) { return purposes(known) == purposes(proposal); });
    }

    static bool is_there(const Located& speaker, const std::string& name) {
        return speaker.is_found() || name == "AUTHOR";
    }

    void try_drafts(const WantedWords& wanted) {
        constexpr std::size_t kMostDrafts = 4;
        const bool can_be_found = wanted.subject.is_found() && is_there(wanted.speaker, goal_.speaker);
        std::size_t tried = 0;
        for (const TokenIndex cue : likely_cues(base_, part_, wanted)) {
            if (!can_be_found || has_reached() || tried++ == kMostDrafts) {
                return;
            }
            try_draft(cue, wanted);
        }
    }

    /// The word is on the way from speaker to subject, or is what a verb on it has for an object ("poured
    /// scorn").
    [[nodiscard]] bool carries(TokenIndex cue, const WantedWords& wanted) const {
        constexpr DeprelSet kOfVerb = set_of(Deprel::obj, Deprel::xcomp);
        const TextView& text = base_.text();
        const std::size_t to_subject = tree_distance(text, cue, wanted.subject.head);
        const bool is_on_way =
            !wanted.speaker.is_found() || tree_distance(text, wanted.speaker.head, cue) + to_subject ==
                                              tree_distance(text, wanted.speaker.head, wanted.subject.head);
        return is_on_way || contains(kOfVerb, text.tree().label(cue));
    }

    void try_draft(TokenIndex cue, const WantedWords& wanted) {
        if (only_reports(cue) || !carries(cue, wanted)) {
            return;
        }
        for (const StanceId stance : stances_for(base_.rules(), goal_.stance)) {
            const auto edit = draft_rule(base_, goal_, part_,
                                         {.speaker = wanted.speaker,
                                          .subject = wanted.subject,
                                          .statement = {},
                                          .target = {},
                                          .cue = cue,
                                          .stance = base_.rules().stances[stance].label});
            if (edit && !has_reached()) {
                try_all(base_, {}, {{*edit, "no list takes the word as it stands here"}}, Then::nothing);
            }
        }
    }

    /// The best of what was kept; nothing that only comes near where something reaches the goal.
    void choose(const WantedWords& wanted, WhyNot& answer) {
        constexpr std::size_t kMostPartial = 1;
        const bool is_reached = has_reached();
        const bool can_be_reached = is_there(wanted.speaker, goal_.speaker) && wanted.subject.is_found();
        std::erase_if(proposals_, [&](const Proposal& proposal) {
            return is_reached != proposal.reaches_goal || !(is_reached || can_be_reached);
        });
        std::ranges::stable_sort(proposals_, {},
                                 [](const Proposal& proposal) { return proposal.edits.size(); });
        proposals_.resize(std::min(proposals_.size(), is_reached ? kMostProposals : kMostPartial));
        const std::vector<std::string> before =
            proposals_.empty() ? std::vector<std::string>() : failing_rules(base_.engine());
        for (Proposal& proposal : proposals_) {
            RuleBook book = base_.book();
            for (const RuleEdit& edit : proposal.edits) {
                book = book.with(edit);
            }
            Diagnostics ignored;
            const Engine engine(book.load(ignored), ignored);
            std::ranges::set_difference(failing_rules(engine), before, std::back_inserter(proposal.failing));
        }
        std::ranges::stable_sort(proposals_, [](const Proposal& left, const Proposal& right) {
            const auto key = [](const Proposal& proposal) {
                return std::pair(proposal.edits.size(), proposal.failing.size());
            };
            return key(left) < key(right);
        });
        answer.proposals = std::move(proposals_);
    }

    const Trial& base_;
    const Goal& goal_;
    ByteSpan part_;
    std::vector<std::string> before_;
    std::vector<Proposal> proposals_;
};

}  // namespace

WhyNot why_not(const Trial& trial, const Goal& goal, ByteSpan part) {
    return Search(trial, goal, part).run();
}

}  // namespace stancegraph
