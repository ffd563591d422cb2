#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "pattern/tree.hpp"
#include "workbench/lint_parts.hpp"

namespace stancegraph {
namespace {

/// A part of a pattern that nothing can be, and why.
struct Obstacle {
    std::string reason;
    ByteSpan span;
};

using Found = std::optional<Obstacle>;

/// Looks for a part that every match needs and that no text has.
class ObstacleFinder {
public:
    explicit ObstacleFinder(const LintContext& context) : context_(context) {}

    [[nodiscard]] Found find(const pattern::Node& node) const {
        Found found = std::visit([this](const auto& form) { return in(form); }, node.form);
        if (found && found->span.is_empty()) {
            found->span = node.span;
        }
        return found;
    }

private:
    [[nodiscard]] Found in(const pattern::Word& word) const {
        const bool has_several = word.text.find(' ') != std::string::npos;
        return has_several || context_.forms.can_be_word(word.text)
                   ? std::nullopt
                   : Found({fmt::format("'{}' is never one word", word.text), {}});
    }

    [[nodiscard]] Found in(const pattern::ListReference& reference) const {
        const Lexicon* const list = context_.list(reference.list);
        if (list == nullptr) {
            return std::nullopt;
        }
        if (list->entries.empty()) {
            return Obstacle{fmt::format("@{} has no entries", reference.list), {}};
        }
        const bool is_impossible = std::ranges::none_of(list->entries, [this](const LexiconEntry& entry) {
            return context_.forms.can_be_word(entry.head);
        });
        return is_impossible ? Found({fmt::format("no entry of @{} is ever one word", reference.list), {}})
                             : std::nullopt;
    }

    [[nodiscard]] Found in(const pattern::TokenTest& test) const { return in_test(test.test); }

    [[nodiscard]] Found in_test(const pattern::Test& test) const {
        if (const auto* all = std::get_if<pattern::All>(&test.form)) {
            for (const pattern::Test& part : all->tests) {
                if (Found found = in_test(part)) {
                    return found;
                }
            }
        }
        const auto* const list = std::get_if<pattern::InList>(&test.form);
        return list == nullptr ? std::nullopt : in(pattern::ListReference{list->list});
    }

    [[nodiscard]] Found in(const pattern::Capture& capture) const { return find(*capture.inner); }

    [[nodiscard]] Found in(const pattern::Sequence& sequence) const {
        for (const pattern::Node& item : sequence.items) {
            if (Found found = find(item)) {
                return found;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] Found in(const pattern::Choice& choice) const {
        Found first;
        for (const pattern::Node& option : choice.options) {
            Found found = find(option);
            if (!found) {
                return std::nullopt;
            }
            first = first ? first : std::move(found);
        }
        return first;
    }

    [[nodiscard]] Found in(const pattern::Repeat& repeat) const {
        return repeat.least == 0 ? std::nullopt : find(*repeat.inner);
    }

    template <typename Form>
    [[nodiscard]] Found in(const Form&) const {
        return std::nullopt;
    }

    const LintContext& context_;
};

/// The slots that results of one kind have: what some rule that makes them gives.
struct Givers {
    bool is_any = false;
    std::set<std::string> slots;
};

class ReachLinter {
public:
    explicit ReachLinter(const LintContext& context) : context_(context), obstacles_(context) {
        for (const Rule& rule : context.rules.rules) {
            if (rule.status != RuleStatus::off && rule.stage != Stage::modifier && !rule.emit.is_nothing) {
                add(rule, rule.stage == Stage::attribution ? attributions_ : claims_);
            }
        }
    }

    void check(const Rule& rule) const {
        if (const Found found = rule.match == nullptr ? std::nullopt : obstacles_.find(*rule.match)) {
            context_.add(Severity::warning, "SG1219",
                         fmt::format("rule {} can never match: {}", rule.name, found->reason),
                         {.file = rule.location.file, .span = found->span},
                         "add words to the list, or write the part otherwise");
        }
        for (const Given& given : rule.given) {
            if (!givers(given).is_any) {
                never(fmt::format("no rule makes what '{}' stands for, so rule {} never gives anything",
                                  given.name, rule.name),
                      given.location,
                      "rules of an earlier stage make it; load them too, or take the rule away");
            }
        }
        for (const std::vector<Slot>* slots : {&rule.slots, &rule.emit.slots}) {
            for (const Slot& slot : *slots) {
                check_slot(rule, slot);
            }
        }
        check_label(rule);
    }

private:
    static void add(const Rule& rule, Givers& givers) {
        givers.is_any = true;
        const std::vector<std::string> names =
            rule.match == nullptr ? std::vector<std::string>() : pattern::capture_names(*rule.match);
        givers.slots.insert(names.begin(), names.end());
        for (const std::vector<Slot>* slots : {&rule.slots, &rule.emit.slots}) {
            for (const Slot& slot : *slots) {
                givers.slots.insert(slot.name);
            }
        }
    }

    [[nodiscard]] const Givers& givers(const Given& given) const {
        return given.kind == pattern::Kind::attribution ? attributions_ : claims_;
    }

    void never(std::string message, const Location& location, std::string hint) const {
        context_.add(Severity::warning, "SG1220", std::move(message), location, std::move(hint));
    }

    void check_slot(const Rule& rule, const Slot& slot) const {
        for (const pattern::FillerChoice& choice : slot.filler.choices) {
            const Location place{.file = slot.location.file, .span = choice.span};
            if (const auto* reference = std::get_if<pattern::SlotReference>(&choice.form)) {
                const auto given = std::ranges::find(rule.given, reference->result, &Given::name);
                if (given != rule.given.end() && givers(*given).is_any &&
                    !givers(*given).slots.contains(reference->slot)) {
                    never(
                        fmt::format("no rule that makes '{}' gives it a '{}'", given->name, reference->slot),
                        place, fmt::format("there are: {}", fmt::join(givers(*given).slots, ", ")));
                }
            }
            const auto* const path = std::get_if<pattern::Path>(&choice.form);
            if (path != nullptr && path->start == "cue" && leads_to_whom(*path) && !has_whom(rule)) {
                never("no entry of the cue's list has somebody for '>whom'", place,
                      "`_` in an entry marks the person: accuse _ of");
            }
        }
    }

    static bool leads_to_whom(const pattern::Path& path) {
        const auto* const move =
            path.steps.empty() ? nullptr : std::get_if<pattern::Step::Move>(&path.steps.front().form);
        return move != nullptr && move->direction == pattern::Direction::down && !move->is_optional &&
               !move->is_repeated && move->edges.size() == 1 &&
               std::holds_alternative<pattern::Role>(move->edges.front().form) &&
               std::get<pattern::Role>(move->edges.front().form) == pattern::Role::whom;
    }

    /// True unless the cue is an entry of lists alone, and all entries have words or prepositions and no `_`.
    [[nodiscard]] bool has_whom(const Rule& rule) const {
        if (rule.match == nullptr) {
            return true;
        }
        const std::vector<pattern::NameUse> uses = pattern::lists_in_capture(*rule.match, "cue");
        const auto is_open = [](const LexiconEntry& entry) {
            return entry.has_person || (entry.particles.empty() && entry.prepositions.empty());
        };
        const bool is_list = is_cue_a_list(*rule.match);
        return !is_list || std::ranges::any_of(uses, [&](const pattern::NameUse& use) {
            const Lexicon* const list = context_.list(use.name);
            return list == nullptr || list->entries.empty() || std::ranges::any_of(list->entries, is_open);
        });
    }

    /// True if every `cue:` is a list or a choice between lists.
    static bool is_cue_a_list(const pattern::Node& match) {
        bool is_list = false;
        bool is_other = false;
        pattern::for_each_node(match, [&](const pattern::Node& node) {
            const auto* const capture = std::get_if<pattern::Capture>(&node.form);
            if (capture == nullptr || capture->name != "cue") {
                return;
            }
            const auto* const choice = std::get_if<pattern::Choice>(&capture->inner->form);
            const auto is_reference = [](const pattern::Node& option) {
                return std::holds_alternative<pattern::ListReference>(option.form);
            };
            const bool is_good = choice == nullptr ? is_reference(*capture->inner)
                                                   : std::ranges::all_of(choice->options, is_reference);
            (is_good ? is_list : is_other) = true;
        });
        return is_list && !is_other;
    }

    /// `stance: label.stance` needs a slot whose words are found in lists with stances.
    void check_label(const Rule& rule) const {
        if (rule.emit.stance_of.empty()) {
            return;
        }
        std::vector<pattern::NameUse> uses;
        if (rule.match != nullptr) {
            uses = pattern::lists_in_capture(*rule.match, rule.emit.stance_of);
        }
        for (const Slot& slot : rule.slots) {
            for (const pattern::FillerChoice& choice : slot.filler.choices) {
                const auto* const path = std::get_if<pattern::Path>(&choice.form);
                if (slot.name == rule.emit.stance_of && path != nullptr) {
                    const auto more = pattern::lists_used(*path);
                    uses.insert(uses.end(), more.begin(), more.end());
                }
            }
        }
        const bool has_stance = std::ranges::any_of(uses, [this](const pattern::NameUse& use) {
            const Lexicon* const list = context_.list(use.name);
            return list != nullptr && std::ranges::any_of(list->entries, [](const LexiconEntry& entry) {
                       return entry.stance != kNoId;
                   });
        });
        if (!has_stance) {
            never(fmt::format("'{}.stance' is never known: no list that '{}' is looked up in has a stance",
                              rule.emit.stance_of, rule.emit.stance_of),
                  rule.location, "test the slot's word with a list that has one: cue >xcomp [@good | @bad]");
        }
    }

    const LintContext& context_;
    ObstacleFinder obstacles_;
    Givers attributions_;
    Givers claims_;
};

}  // namespace

void lint_reach(const LintContext& context) {
    const ReachLinter linter(context);
    for (const Rule& rule : context.rules.rules) {
        if (rule.status != RuleStatus::off) {
            linter.check(rule);
        }
    }
}

}  // namespace stancegraph
