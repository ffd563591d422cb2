#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include <fmt/format.h>

#include "pattern/printer.hpp"
#include "pattern/tree.hpp"
#include "workbench/lint_parts.hpp"
#include "workbench/pattern_cover.hpp"

namespace stancegraph {
namespace {

using Demands = std::set<std::string>;

/// A rule beside which others are held.
struct Competitor {
    const Rule* rule = nullptr;
    std::string pattern;
    Demands demands;  ///< The slots that must be filled, as text: what the rule demands beside its pattern.
    bool is_unconditional = false;
    bool is_about_cue =
        false;  ///< What it demands hangs on the cue alone, wherever its pattern begins and ends.
};

bool is_about_cue(const Slot& slot) {
    return slot.is_optional ||
           std::ranges::all_of(slot.filler.choices, [](const pattern::FillerChoice& choice) {
               const auto* const path = std::get_if<pattern::Path>(&choice.form);
               return path == nullptr ? !std::holds_alternative<pattern::SlotReference>(choice.form)
                                      : path->start == "cue";
           });
}

Competitor competitor_of(const Rule& rule) {
    Competitor result;
    result.rule = &rule;
    result.pattern = pattern::print(*rule.match);
    result.is_about_cue = std::ranges::all_of(rule.slots, is_about_cue);
    for (const Slot& slot : rule.slots) {
        if (!slot.is_optional) {
            result.demands.insert(fmt::format("{}: {}", slot.name, pattern::print(slot.filler)));
        }
        // What is left of a statement when the words around it are taken away depends on the whole match.
        result.is_about_cue = result.is_about_cue && slot.name != "statement";
    }
    for (const std::string& name : pattern::capture_names(*rule.match)) {
        result.is_about_cue = result.is_about_cue && name != "statement";
    }
    result.is_unconditional = rule.given.empty() && rule.where.empty() && rule.unless.empty() &&
                              rule.attach.empty() && rule.status == RuleStatus::on && !rule.also;
    return result;
}

/// The words and lists that a pattern starts from: rules without a common one never meet on a cue.
std::vector<std::string> starts_of(const LintContext& context, RuleId id) {
    std::vector<std::string> starts;
    const std::uint32_t place = context.compiled.rule(id).pattern;
    if (place == kNoId) {
        return starts;
    }
    for (const pattern::Anchor& anchor : context.compiled.patterns()[place].code.anchors) {
        if (anchor.form == pattern::Anchor::Form::list) {
            starts.push_back("@" + context.rules.lexicons[anchor.argument].name);
        }
        if (anchor.form == pattern::Anchor::Form::test) {
            starts.insert(starts.end(), anchor.words.begin(), anchor.words.end());
        }
    }
    return starts;
}

/// Lists that extend others have their entries, with their places.
using Place = std::pair<const InputFile*, std::uint32_t>;

Place place_of(const LexiconEntry& entry) {
    return {entry.location.file.get(), entry.location.span.begin};
}

class RuleLinter {
public:
    explicit RuleLinter(const LintContext& context) : context_(context) {
        for (RuleId id = 0; id < context.rules.rules.size(); ++id) {
            const Rule& rule = context.rules.rules[id];
            if (rule.match != nullptr && rule.status != RuleStatus::off && rule.stage != Stage::modifier) {
                competitors_.push_back(competitor_of(rule));
                ids_.push_back(id);
            }
        }
        index();
    }

    void check_all() {
        for (std::size_t at = 0; at < competitors_.size(); ++at) {
            if (!check_repeated(competitors_[at])) {
                check_shadowed(at);
            }
        }
    }

    void check_examples() const {
        for (const Rule& rule : context_.rules.rules) {
            if (rule.status != RuleStatus::off) {
                check_examples_of(rule);
            }
        }
    }

private:
    void index() {
        for (LexiconId id = 0; id < context_.rules.lexicons.size(); ++id) {
            for (const LexiconEntry& entry : context_.rules.lexicons[id].entries) {
                lists_with_[place_of(entry)].push_back(id);
            }
        }
        for (std::size_t at = 0; at < competitors_.size(); ++at) {
            const Competitor& competitor = competitors_[at];
            first_of_[{competitor.rule->stage, competitor.pattern, competitor.demands}].push_back(
                &competitor);
            for (const std::string& start : starts_of(context_, ids_[at])) {
                std::vector<const Competitor*>& there = by_start_[{competitor.rule->stage, start}];
                if (competitor.is_unconditional && (there.empty() || there.back() != &competitor)) {
                    there.push_back(&competitor);
                }
            }
        }
        for (auto& [start, there] : by_start_) {
            std::ranges::stable_sort(there, std::ranges::greater(),
                                     [](const Competitor* competitor) { return competitor->rule->priority; });
        }
    }

    /// True, with a report, for a rule that says again what another has said.
    bool check_repeated(const Competitor& later) const {
        const auto& alike = first_of_.at({later.rule->stage, later.pattern, later.demands});
        for (const Competitor* const first : alike) {
            if (first == &later) {
                return false;
            }
            if (first->is_unconditional && later.is_unconditional &&
                first->rule->priority == later.rule->priority) {
                context_.add(Severity::warning, "SG1211",
                             fmt::format("rule {} repeats rule {}", later.rule->name, first->rule->name),
                             later.rule->location,
                             "both have the same pattern, slots and priority: remove one",
                             {{.message = "the first", .location = first->rule->location}});
                return true;
            }
        }
        return false;
    }

    /// Tells of the first rule that always wins over this one. Only rules with a start in common are held
    /// beside each other, and of very many only those with the highest priority, so that large folders take
    /// no longer.
    void check_shadowed(std::size_t at) const {
        constexpr std::size_t kMostCompared = 100;
        const Competitor& loser = competitors_[at];
        if (loser.rule->also) {
            return;
        }
        for (const std::string& start : starts_with_larger_lists(ids_[at])) {
            const auto found = by_start_.find({loser.rule->stage, start});
            if (found == by_start_.end()) {
                continue;
            }
            const std::size_t most = std::min(found->second.size(), kMostCompared);
            for (std::size_t other = 0; other < most; ++other) {
                const Competitor& winner = *found->second[other];
                if (winner.rule->priority <= loser.rule->priority) {
                    break;
                }
                if (check_pair(winner, loser)) {
                    return;
                }
            }
        }
    }

    [[nodiscard]] std::vector<std::string> starts_with_larger_lists(RuleId id) const {
        std::vector<std::string> starts = starts_of(context_, id);
        const std::size_t own = starts.size();
        for (std::size_t at = 0; at < own; ++at) {
            const Lexicon* const list =
                starts[at].starts_with('@') ? context_.list(std::string_view(starts[at]).substr(1)) : nullptr;
            if (list == nullptr || list->entries.empty()) {
                continue;
            }
            for (const LexiconId other : lists_with_.at(place_of(list->entries.front()))) {
                const std::string& name = context_.rules.lexicons[other].name;
                if (name != list->name && has_list(name, list->name)) {
                    starts.push_back("@" + name);
                }
            }
        }
        return starts;
    }

    /// True if a list has every entry of the other: those that it extends.
    [[nodiscard]] bool has_list(std::string_view all, std::string_view some) const {
        const Lexicon* const wide = context_.list(all);
        const Lexicon* const narrow = context_.list(some);
        if (all == some) {
            return true;
        }
        if (wide == nullptr || narrow == nullptr || wide->word_class != narrow->word_class ||
            narrow->entries.empty() || wide->entries.size() <= narrow->entries.size()) {
            return false;
        }
        std::set<Place> places;
        std::ranges::transform(wide->entries, std::inserter(places, places.end()), place_of);
        return std::ranges::all_of(narrow->entries, [&places](const LexiconEntry& entry) {
            return places.contains(place_of(entry));
        });
    }

    bool check_pair(const Competitor& winner, const Competitor& loser) const {
        if (!std::ranges::includes(loser.demands, winner.demands)) {
            return false;
        }
        const bool is_same = winner.pattern == loser.pattern;
        const auto lists = [this](std::string_view all, std::string_view some) {
            return has_list(all, some);
        };
        if (!is_same && (!winner.is_about_cue || !covers(*winner.rule->match, *loser.rule->match, lists))) {
            return false;
        }
        context_.add(
            Severity::warning, "SG1205",
            fmt::format("rule {} can never win: {} {} no other demands and higher priority ({} > {})",
                        loser.rule->name, winner.rule->name,
                        is_same ? "has the same pattern," : "matches wherever it does, with",
                        winner.rule->priority, loser.rule->priority),
            loser.rule->location, "raise its priority, or remove it",
            {{.message = "the other one", .location = winner.rule->location}});
        return true;
    }

    void check_examples_of(const Rule& rule) const {
        const auto counts = [](const Example& example) { return example.todo.empty(); };
        const auto gives_nothing = [&](const Example& example) {
            return counts(example) && example.gives.empty();
        };
        const auto gives_something = [&](const Example& example) {
            return counts(example) && !example.gives.empty();
        };
        if (rule.examples.empty()) {
            context_.add(Severity::warning, "SG1212", fmt::format("rule {} has no examples", rule.name),
                         rule.location,
                         "add 'examples:' with a 'text:' and what it 'gives:'; 'rules test' runs them");
            return;
        }
        if (!rule.emit.is_nothing && std::ranges::none_of(rule.examples, gives_something)) {
            context_.add(
                Severity::warning, "SG1216",
                fmt::format("rule {} has no example that gives something", rule.name), rule.location,
                "add a sentence that must match, with what it 'gives:'; those marked 'todo' do not count");
        }
        if (std::ranges::none_of(rule.examples, gives_nothing)) {
            context_.add(Severity::note, "SG1213",
                         fmt::format("rule {} has no example that gives nothing", rule.name), rule.location,
                         "add a sentence that looks alike and must not match, with 'gives: nothing'");
        }
    }

    const LintContext& context_;
    std::vector<Competitor> competitors_;
    std::vector<RuleId> ids_;  ///< In step with competitors_.
    std::map<Place, std::vector<LexiconId>> lists_with_;
    std::map<std::tuple<Stage, std::string, Demands>, std::vector<const Competitor*>> first_of_;
    std::map<std::pair<Stage, std::string>, std::vector<const Competitor*>> by_start_;
};

}  // namespace

void lint_rules(const LintContext& context) {
    RuleLinter linter(context);
    linter.check_all();
    linter.check_examples();
}

}  // namespace stancegraph
