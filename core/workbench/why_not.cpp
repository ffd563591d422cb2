#include "workbench/why_not.hpp"

#include <algorithm>
#include <iterator>
#include <memory>

#include <fmt/format.h>

#include "base/utf8.hpp"
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

    /// Makes each edit that could help on top of those made already; follows those that came nearer.
    void go_on(const Trial& trial, const std::vector<EditIdea>& made) {
        const WantedWords wanted = words_in(trial);
        try_all(trial, made, edits_of_nearest(trial, goal_, part_, wanted));
        if (!made.empty()) {
            return;
        }
        for (const TokenIndex cue : likely_cues(trial, part_, wanted)) {
            if (!has_reached()) {
                try_all(trial, made, edits_of_lists(trial, goal_, part_, cue, wanted));
            }
        }
        if (!has_reached()) {
            try_all(trial, made, edits_of_misses(trial, goal_, part_, wanted));
            try_all(trial, made, edits_of_losers(trial, part_));
        }
    }

    void try_all(const Trial& trial, const std::vector<EditIdea>& made, const std::vector<EditIdea>& ideas) {
        for (const EditIdea& idea : ideas) {
            const Trial after(trial.book().with(idea.edit), trial.document());
            if (!after.is_sound() || left(after) >= left(trial)) {
                continue;
            }
            std::vector<EditIdea> all = made;
            all.push_back(idea);
            keep(after, all);
            if (left(after) > 0 && all.size() < kMostEdits) {
                go_on(after, all);
            }
        }
    }

    void keep(const Trial& after, const std::vector<EditIdea>& made) {
        Proposal proposal;
        for (const EditIdea& idea : made) {
            proposal.edits.push_back(idea.edit);
        }
        proposal.reason = made.back().reason;
        proposal.gives = claims_of(after);
        proposal.reaches_goal = left(after) == 0;
        if (!is_known(proposal)) {
            proposals_.push_back(std::move(proposal));
        }
    }

    /// The same edits in another order.
    [[nodiscard]] bool is_known(const Proposal& proposal) const {
        const auto purposes = [](const Proposal& of) {
            std::vector<std::string> sorted;
            std::ranges::transform(of.edits, std::back_inserter(sorted), &RuleEdit::purpose);
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
        constexpr std::size_t kMostDrafts = 3;
        const bool can_be_found = wanted.subject.is_found() && is_there(wanted.speaker, goal_.speaker);
        std::size_t tried = 0;
        for (const TokenIndex cue : likely_cues(base_, part_, wanted)) {
            if (!can_be_found || has_reached() || tried++ == kMostDrafts) {
                return;
            }
            const auto edit = draft_rule(base_, goal_, part_,
                                         {.speaker = wanted.speaker,
                                          .subject = wanted.subject,
                                          .statement = {},
                                          .target = {},
                                          .cue = cue,
                                          .stance = goal_.stance});
            if (edit) {
                try_all(base_, {}, {{*edit, "no list takes the word as it stands here"}});
            }
        }
    }

    /// The best of what was kept; nothing that only comes near where something reaches the goal.
    void choose(const WantedWords& wanted, WhyNot& answer) {
        const bool is_reached = has_reached();
        const bool can_be_reached = is_there(wanted.speaker, goal_.speaker) && wanted.subject.is_found();
        std::erase_if(proposals_, [&](const Proposal& proposal) {
            return is_reached != proposal.reaches_goal || !(is_reached || can_be_reached);
        });
        std::ranges::stable_sort(proposals_, {},
                                 [](const Proposal& proposal) { return proposal.edits.size(); });
        proposals_.resize(std::min(proposals_.size(), kMostProposals));
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
    std::vector<Proposal> proposals_;
};

void add_line(std::string& text, std::string_view label, std::string_view content) {
    text += fmt::format("{:<10}{}\n", label, utf8::visible(content));
}

std::string proposal_text(const Proposal& proposal, std::size_t number) {
    std::string text = fmt::format("\nedit {}", number);
    std::string_view separator = "    ";
    for (const RuleEdit& edit : proposal.edits) {
        text += fmt::format("{}{}", separator, to_text(edit));
        separator = "and       ";
    }
    if (!proposal.reason.empty()) {
        add_line(text, "", proposal.reason);
    }
    add_line(text, "",
             proposal.reaches_goal ? "tried: with this the claim is found"
                                   : "tried: with this you get nearer; it gives");
    for (const std::string& line : proposal.gives) {
        add_line(text, "", "  " + line);
    }
    if (!proposal.failing.empty()) {
        add_line(text, "",
                 fmt::format("but examples of these rules fail then: {}", fmt::join(proposal.failing, ", ")));
    }
    return text;
}

}  // namespace

WhyNot why_not(const Trial& trial, const Goal& goal, ByteSpan part) {
    return Search(trial, goal, part).run();
}

std::string to_text(const WhyNot& answer, const Goal& goal) {
    std::string text;
    add_line(text, "wanted", to_text(goal));
    std::string_view label = answer.is_there ? "found" : "not found";
    for (const std::string& finding : answer.findings) {
        add_line(text, label, finding);
        label = "";
    }
    label = answer.is_there ? "found" : "instead";
    for (const std::string& line : answer.gives) {
        add_line(text, label, line);
        label = "";
    }
    if (answer.is_there) {
        add_line(text, "", answer.found_by);
    }
    for (std::size_t at = 0; at < answer.proposals.size(); ++at) {
        text += proposal_text(answer.proposals[at], at + 1);
    }
    if (!answer.is_there && answer.proposals.empty()) {
        add_line(text, "no edit",
                 "of a list, a name or a rule that was tried brings it about; look at the tree: explain "
                 "without --want");
    }
    return text;
}

}  // namespace stancegraph
