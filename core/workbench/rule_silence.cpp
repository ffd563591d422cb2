#include "workbench/rule_silence.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "match/entries.hpp"
#include "pipeline/rule_examples.hpp"
#include "workbench/miss_edits.hpp"
#include "workbench/places.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kMostWords = 8;

class Silence {
public:
    Silence(const Trial& trial, RuleId rule, ByteSpan part) : trial_(trial), id_(rule), part_(part) {}

    [[nodiscard]] RuleSilence run() {
        answer_.gives = results(trial_);
        if (!answer_.gives.empty()) {
            return answer_;
        }
        if (rule().status == RuleStatus::off) {
            add("its status is off: it never runs");
        } else if (!trial_.engine().compiled()->rule(id_).is_active) {
            add("it cannot be run: rules lint tells why");
        } else if (rule().emit.is_nothing) {
            add("it never gives anything (emit: nothing): it takes words from other rules");
            add_victims();
        } else if (finds_trigger()) {
            find_obstacle();
        }
        return answer_;
    }

private:
    [[nodiscard]] const Rule& rule() const { return trial_.rules().rules[id_]; }

    void add(std::string reason) { answer_.reasons.push_back(std::move(reason)); }

    [[nodiscard]] std::vector<std::string> results(const Trial& trial) const {
        return results_of(id_, trial.engine(), trial.document(), trial.processed());
    }

    /// True if a word that the rule can start from stands in the passage.
    [[nodiscard]] bool finds_trigger() {
        const CompiledRules& compiled = *trial_.engine().compiled();
        const std::uint32_t pattern = compiled.rule(id_).pattern;
        if (pattern == kNoId ||
            compiled.patterns()[pattern].code.anchors.front().form == pattern::Anchor::Form::none) {
            return true;
        }
        std::set<std::string> words;
        for (const pattern::Anchor& anchor : compiled.patterns()[pattern].code.anchors) {
            const bool is_list = anchor.form == pattern::Anchor::Form::list;
            const std::vector<std::string> own = is_list ? compiled.heads(anchor.argument) : anchor.words;
            words.insert(own.begin(), own.end());
        }
        const TokenSpan tokens = trial_.annotation().tokens_in(part_);
        for (TokenIndex token = tokens.begin; token < tokens.end; ++token) {
            if (words.contains(std::string(trial_.text().lower(token))) ||
                words.contains(std::string(trial_.text().lemma(token)))) {
                return true;
            }
        }
        std::string shown;
        for (const std::string& word : words) {
            if (static_cast<std::size_t>(std::ranges::count(shown, ',')) + 1 < kMostWords) {
                shown += (shown.empty() ? "" : ", ") + word;
            }
        }
        add(fmt::format("none of the {} words that it starts from is in the passage: {}{}", words.size(),
                        shown, words.size() > kMostWords ? ", …" : ""));
        return false;
    }

    /// The rules with all others off, but for those whose results it builds on; changed by `change`.
    [[nodiscard]] RuleSet alone(const std::function<void(Rule&)>& change) const {
        RuleSet rules = trial_.rules();
        for (RuleId other = 0; other < rules.rules.size(); ++other) {
            const bool is_needed = rules.rules[other].stage < rule().stage || other == id_;
            rules.rules[other].status = is_needed ? rules.rules[other].status : RuleStatus::off;
        }
        change(rules.rules[id_]);
        return rules;
    }

    void find_obstacle() {
        const Trial by_itself(alone([](Rule&) {}), trial_.document());
        if (!results(by_itself).empty()) {
            add_losses();
            return;
        }
        const auto gives_without = [&](const std::function<void(Rule&)>& change) {
            return !results(Trial(alone(change), trial_.document())).empty();
        };
        if (!rule().unless.empty() && gives_without([](Rule& changed) { changed.unless.clear(); })) {
            add("it fits, but its `unless` calls it off");
        }
        if (!rule().where.empty() && gives_without([](Rule& changed) { changed.where.clear(); })) {
            add("it fits, but its `where` does not hold");
        }
        add_misses(by_itself);
        add_entries();
        if (answer_.reasons.empty()) {
            add(rule().given.empty()
                    ? "a word that it starts from is there, but more than one thing around it is missing"
                    : "a word that it starts from is there, but not the earlier result in `given`, or "
                      "more than one thing around it");
        }
    }

    /// What the rule beat, by way of its `emit: nothing`.
    void add_victims() {
        for (const Beaten& beaten : trial_.trace().beaten) {
            const bool is_here = trial_.annotation().span[beaten.loser.cue.front()].overlaps(part_);
            if (is_here && beaten.winner == kNoId && beaten.reason.ends_with(": " + rule().name)) {
                add(fmt::format("here it takes “{}” from {}", trial_.text().form(beaten.loser.cue.front()),
                                trial_.rules().rules[beaten.loser.rule].name));
            }
        }
    }

    /// Entries of which only the head is there: "object to" and a text without "to".
    void add_entries() {
        const CompiledRules& compiled = *trial_.engine().compiled();
        const std::uint32_t pattern = compiled.rule(id_).pattern;
        if (pattern == kNoId) {
            return;
        }
        for (const pattern::Anchor& anchor : compiled.patterns()[pattern].code.anchors) {
            if (anchor.form == pattern::Anchor::Form::list) {
                add_entries_of(anchor.argument);
            }
        }
    }

    void add_entries_of(LexiconId list) {
        const TextView& text = trial_.text();
        const Lexicon& lexicon = trial_.rules().lexicons[list];
        const TokenSpan tokens = trial_.annotation().tokens_in(part_);
        for (TokenIndex token = tokens.begin; token < tokens.end; ++token) {
            std::string unfit;
            bool has_fit = false;
            for (std::uint32_t at = 0; at < lexicon.entries.size(); ++at) {
                const std::string& head = lexicon.entries[at].head;
                if (head == text.lower(token) || head == text.lemma(token)) {
                    has_fit = has_fit || fit_entry(text, {list, at}, token).has_value();
                    unfit += (unfit.empty() ? "“" : ", “") + lexicon.entries[at].text + "”";
                }
            }
            if (!unfit.empty() && !has_fit && is_of_class(text, lexicon.word_class, token)) {
                add(fmt::format("“{}” is in @{} as {}, and what belongs to it is not there", text.form(token),
                                lexicon.name, unfit));
            }
        }
    }

    void add_losses() {
        for (const Beaten& beaten : trial_.trace().beaten) {
            if (beaten.loser.rule == id_ &&
                trial_.annotation().span[beaten.loser.cue.front()].overlaps(part_)) {
                const std::string winner =
                    beaten.winner == kNoId
                        ? std::string()
                        : " by " + trial_.rules()
                                       .rules[trial_.processed().matches.mentions[beaten.winner].rule]
                                       .name;
                add(fmt::format("it fits on “{}”, but is beaten{}: {}",
                                trial_.text().form(beaten.loser.cue.front()), winner, beaten.reason));
            }
        }
        if (answer_.reasons.empty()) {
            add("it fits by itself, but the results of other rules leave no room for its own");
        }
    }

    void add_misses(const Trial& by_itself) {
        for (const NearMiss& miss : by_itself.trace().near_misses) {
            if (miss.rule == id_ && by_itself.annotation().span[miss.cue].overlaps(part_)) {
                add(fmt::format("on “{}”: {}{}{}", by_itself.text().form(miss.cue), miss.wanted,
                                miss.found.empty() ? "" : "; ", miss.found));
            }
        }
    }

    const Trial& trial_;
    RuleId id_;
    ByteSpan part_;
    RuleSilence answer_;
};

}  // namespace

RuleSilence why_silent(const Trial& trial, RuleId rule, ByteSpan part) {
    return Silence(trial, rule, part).run();
}

std::string to_text(const RuleSilence& answer, const Rule& rule) {
    std::string text = fmt::format("{:<10}{} ({})\n", "rule", rule.name, place_of(rule.location));
    std::string_view label = answer.gives.empty() ? "silent" : "gives";
    for (const std::string& line : answer.gives.empty() ? answer.reasons : answer.gives) {
        text += fmt::format("{:<10}{}\n", label, utf8::visible(line));
        label = "";
    }
    return text;
}

}  // namespace stancegraph
