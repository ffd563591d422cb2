#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "pattern/printer.hpp"
#include "ruleset/lint_parts.hpp"

namespace stancegraph {
namespace {

/// The slots that must be filled, as text: what a rule demands beside its pattern.
std::set<std::string> demands_of(const Rule& rule) {
    std::set<std::string> demands;
    for (const Slot& slot : rule.slots) {
        if (!slot.is_optional) {
            demands.insert(fmt::format("{}: {}", slot.name, pattern::print(slot.filler)));
        }
    }
    return demands;
}

/// True if the rule can only be kept from matching by its pattern and its slots.
bool is_unconditional(const Rule& rule) {
    return rule.given.empty() && rule.where.empty() && rule.unless.empty() && rule.attach.empty() &&
           rule.status == RuleStatus::on && !rule.also;
}

/// True if every match of `loser` is a match of `winner` too, which goes first.
bool always_beats(const Rule& winner, const Rule& loser) {
    if (!is_unconditional(winner) || loser.also || winner.priority <= loser.priority) {
        return false;
    }
    const auto few = demands_of(winner);
    const auto many = demands_of(loser);
    return std::ranges::includes(many, few);
}

class RuleLinter {
public:
    RuleLinter(const RuleSet& rules, Diagnostics& diagnostics) : rules_(rules), diagnostics_(diagnostics) {
        for (const Rule& rule : rules.rules) {
            if (rule.match != nullptr && rule.status != RuleStatus::off && rule.stage != Stage::modifier) {
                by_pattern_[{rule.stage, pattern::print(*rule.match)}].push_back(&rule);
            }
        }
    }

    void check_pairs() {
        for (const auto& [pattern, rules] : by_pattern_) {
            for (const Rule* loser : rules) {
                for (const Rule* winner : rules) {
                    if (winner != loser) {
                        check_pair(*winner, *loser);
                    }
                }
            }
        }
    }

    void check_examples() {
        for (const Rule& rule : rules_.rules) {
            if (rule.status == RuleStatus::off) {
                continue;
            }
            const auto gives_nothing = [](const Example& example) { return example.gives.empty(); };
            if (rule.examples.empty()) {
                add_finding(diagnostics_, Severity::warning, "SG1212",
                            fmt::format("rule {} has no examples", rule.name), rule.location,
                            "add 'examples:' with a 'text:' and what it 'gives:'; 'rules test' runs them");
            } else if (std::ranges::none_of(rule.examples, gives_nothing)) {
                add_finding(diagnostics_, Severity::note, "SG1213",
                            fmt::format("rule {} has no example that gives nothing", rule.name),
                            rule.location,
                            "add a sentence that looks alike and must not match, with 'gives: nothing'");
            }
        }
    }

private:
    void check_pair(const Rule& winner, const Rule& loser) {
        const bool is_same = winner.priority == loser.priority && is_unconditional(winner) &&
                             is_unconditional(loser) && demands_of(winner) == demands_of(loser);
        if (is_same && winner.location.span.begin != loser.location.span.begin && &winner < &loser) {
            add_finding(diagnostics_, Severity::warning, "SG1211",
                        fmt::format("rule {} repeats rule {}", loser.name, winner.name), loser.location,
                        "both have the same pattern, slots and priority: remove one",
                        {{.message = "the first", .location = winner.location}});
        } else if (always_beats(winner, loser)) {
            add_finding(
                diagnostics_, Severity::warning, "SG1205",
                fmt::format("rule {} can never win: {} has the same pattern, no other demands and higher "
                            "priority ({} > {})",
                            loser.name, winner.name, winner.priority, loser.priority),
                loser.location, "raise its priority, or remove it",
                {{.message = "the other one", .location = winner.location}});
        }
    }

    const RuleSet& rules_;
    Diagnostics& diagnostics_;
    std::map<std::pair<Stage, std::string>, std::vector<const Rule*>> by_pattern_;
};

}  // namespace

void lint_rules(const RuleSet& rules, Diagnostics& diagnostics) {
    RuleLinter linter(rules, diagnostics);
    linter.check_pairs();
    linter.check_examples();
}

}  // namespace stancegraph
