#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "pattern/tree.hpp"
#include "ruleset/rule_parts.hpp"

namespace stancegraph {
namespace {

using pattern::FillerChoice;

constexpr std::array<std::string_view, 6> kKnownSlots{"speaker", "subject", "statement",
                                                      "target",  "via",     "cue"};

bool contains(const std::vector<std::string>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

class RuleChecker {
public:
    RuleChecker(Context& context, const NodeReader& reader, const yaml::Node& node, const Rule& rule)
        : context_(context), reader_(reader), node_(node), rule_(rule) {
        if (rule.match != nullptr) {
            parts_ = pattern::capture_names(*rule.match);
        }
        for (const Given& given : rule.given) {
            results_.push_back(given.name);
        }
    }

    void check() {
        if (node_.find("match") == nullptr && node_.find("given") == nullptr) {
            reader_.error("SG1030", fmt::format("rule {} has neither 'match' nor 'given'", rule_.name),
                          rule_.location.span, "add 'match:' with a pattern");
        }
        // Names cannot be judged where the text that defines them has a mistake of its own.
        const yaml::Node* given = node_.find("given");
        const bool has_all_given =
            given == nullptr || rule_.given.size() == std::max<std::size_t>(given->items.size(), 1);
        has_all_parts_ = has_all_given && (node_.find("match") == nullptr || rule_.match != nullptr);
        check_gaps();
        check_given();
        check_slots();
        check_emit();
        check_where();
        check_modifier();
        check_result();
    }

private:
    void check_gaps() {
        if (rule_.match == nullptr) {
            return;
        }
        const std::uint32_t most = context_.rules.settings.max_gap;
        pattern::for_each_node(*rule_.match, [this, most](const pattern::Node& part) {
            const auto* gap = std::get_if<pattern::Gap>(&part.form);
            if (gap != nullptr && gap->most > most) {
                reader_.error("SG1116",
                              fmt::format("this gap is {} words wide, the limit is {}", gap->most, most),
                              part.span, "make it smaller, or raise 'max_gap' under 'settings:'");
            }
        });
    }

    void check_given() {
        for (std::size_t index = 0; index < rule_.given.size(); ++index) {
            const Given& given = rule_.given[index];
            if (given.kind == pattern::Kind::claim && rule_.stage == Stage::attribution) {
                reader_.error(
                    "SG1107",
                    fmt::format("a rule of stage attribution cannot use claims ('{}'), they are made later",
                                given.name),
                    given.location.span, "use ATTRIBUTION, or move the rule to stage stance or discourse");
            }
            const bool is_repeated =
                std::find(results_.begin(), results_.begin() + static_cast<std::ptrdiff_t>(index),
                          given.name) != results_.begin() + static_cast<std::ptrdiff_t>(index);
            if (is_repeated || contains(parts_, given.name)) {
                reader_.error("SG1123", fmt::format("the name '{}' is taken", given.name),
                              given.location.span,
                              "results of 'given' and parts of 'match' need different names");
            }
        }
    }

    void check_slots() {
        for (const Slot& slot : rule_.slots) {
            if (contains(parts_, slot.name)) {
                reader_.error("SG1123", fmt::format("slot '{}' is filled by 'match' already", slot.name),
                              slot.location.span, "remove it here, or the name in 'match'");
            }
            check_filler(slot.filler);
            check_spelling(slot);
        }
    }

    /// A slot may be there only to be required; but a name that nearly is a known one is a slip.
    void check_spelling(const Slot& slot) {
        const bool is_known = std::ranges::find(kKnownSlots, slot.name) != kKnownSlots.end() ||
                              slot.name == rule_.emit.stance_of;
        const std::string guess = did_you_mean(slot.name, {kKnownSlots.begin(), kKnownSlots.end()});
        if (!is_known && !guess.empty()) {
            reader_.warning("SG1208", fmt::format("slot '{}' is not used for anything", slot.name),
                            slot.location.span, guess);
        }
    }

    void check_filler(const pattern::Filler& filler) {
        for (const FillerChoice& choice : filler.choices) {
            if (const auto* path = std::get_if<pattern::Path>(&choice.form)) {
                check_path(*path, choice.span);
            } else if (const auto* reference = std::get_if<pattern::SlotReference>(&choice.form)) {
                check_name(reference->result, choice.span, true);
            } else if (const auto* topic = std::get_if<pattern::Topic>(&choice.form)) {
                if (!topic->result.empty()) {
                    check_name(topic->result, choice.span, true);
                }
            }
        }
    }

    void check_path(const pattern::Path& path, ByteSpan span) {
        check_name(path.start, {span.begin, span.begin + static_cast<std::uint32_t>(path.start.size())},
                   false);
        for (const pattern::NameUse& use : pattern::lists_used(path)) {
            context_.check_list(reader_, use.name, use.span);
        }
    }

    /// Reports a name that is no part of the match and, where results count, no result either.
    void check_name(const std::string& name, ByteSpan span, bool may_be_result) {
        std::vector<std::string> known = parts_;
        if (may_be_result) {
            known.insert(known.end(), results_.begin(), results_.end());
        }
        if (contains(known, name) || !has_all_parts_) {
            return;
        }
        std::string hint = did_you_mean(name, known);
        if (hint.empty() && !known.empty()) {
            hint = fmt::format("names in this rule: {}", fmt::join(known, ", "));
        } else if (hint.empty()) {
            hint = fmt::format("name it in 'match', for example {}:@say", name);
        }
        reader_.error("SG1122", fmt::format("nothing in rule {} is called '{}'", rule_.name, name), span,
                      hint);
    }

    void check_emit() {
        const yaml::Node* emit = node_.find("emit");
        if (emit == nullptr) {
            return;
        }
        for (const Slot& slot : rule_.emit.slots) {
            check_filler(slot.filler);
        }
        for (const std::string_view key : {"joins", "replaces"}) {
            const std::string& result = key == "joins" ? rule_.emit.joins : rule_.emit.replaces;
            if (!result.empty() && !contains(results_, result)) {
                reader_.error("SG1122", fmt::format("'{}' names no result of 'given'", result),
                              emit->find(key)->span, did_you_mean(result, results_));
            }
        }
        const std::string& slot = rule_.emit.stance_of;
        const bool is_slot = std::ranges::find(rule_.slots, slot, &Slot::name) != rule_.slots.end();
        if (!slot.empty() && !is_slot && has_all_parts_ && !contains(parts_, slot)) {
            reader_.error("SG1122", fmt::format("rule {} has no slot '{}'", rule_.name, slot),
                          emit->find("stance")->span,
                          "'stance: label.stance' is the stance of the word in slot 'label'");
        }
    }

    void check_where() {
        for (const Predicate& predicate : rule_.where) {
            for (const pattern::SlotReference& argument : predicate.arguments) {
                const bool is_slot =
                    std::ranges::find(rule_.slots, argument.result, &Slot::name) != rule_.slots.end();
                if (!is_slot) {
                    check_name(argument.result, predicate.location.span, true);
                }
            }
        }
    }

    void check_modifier() {
        const bool attaches = node_.find("attach") != nullptr;
        if (rule_.stage != Stage::modifier) {
            for (const std::string_view key : {"attach", "effect"}) {
                if (const yaml::Node* found = node_.find(key)) {
                    reader_.error("SG1124", fmt::format("only modifiers have '{}'", key), found->span,
                                  "write 'stage: modifier' at the top of the file");
                }
            }
            return;
        }
        if (!attaches || node_.find("effect") == nullptr) {
            reader_.error(
                "SG1124", fmt::format("modifier {} needs 'attach' and 'effect'", rule_.name),
                rule_.location.span,
                "attach: a path from the match to the claim's cue; effect: what it does to the claim");
        }
        for (const pattern::Path& path : rule_.attach) {
            const ByteSpan span = node_.find("attach")->span;
            check_path(path, span);
            if (path.end != "cue") {
                reader_.error("SG1122", fmt::format("a modifier attaches to 'cue', not to '{}'", path.end),
                              span, "end the path with cue, the claim's own cue");
            }
        }
    }

    [[nodiscard]] bool gives(std::string_view slot) const {
        return contains(parts_, slot) ||
               std::ranges::find(rule_.slots, slot, &Slot::name) != rule_.slots.end() ||
               std::ranges::find(rule_.emit.slots, slot, &Slot::name) != rule_.emit.slots.end();
    }

    /// Warns of rules whose results could never be used.
    void check_result() {
        if (rule_.stage == Stage::modifier || rule_.emit.is_nothing || !has_all_parts_) {
            return;
        }
        const yaml::Node* slots = node_.find("slots");
        const auto is_written = [slots](const std::string& slot) {  // one with a mistake is reported as that
            return slots != nullptr && (slots->find(slot) != nullptr || slots->find(slot + "?") != nullptr);
        };
        if (!gives("statement") && !gives("subject") && !is_written("statement") && !is_written("subject")) {
            reader_.warning(
                "SG1210", fmt::format("rule {} gives neither a statement nor a subject", rule_.name),
                rule_.location.span, "name one in 'match' or under 'slots:', or write 'emit: nothing'");
        }
        check_stance();
    }

    /// Without `emit`, the stance comes from the list entry that matched the cue.
    void check_stance() {
        if (rule_.stage == Stage::attribution || rule_.emit.stance != kNoId ||
            !rule_.emit.stance_of.empty() || rule_.match == nullptr ||
            (node_.find("emit") != nullptr && node_.find("emit")->find("stance") != nullptr)) {
            return;
        }
        for (const pattern::NameUse& use : pattern::lists_in_capture(*rule_.match, "cue")) {
            const LexiconId id = context_.rules.find_lexicon(use.name);
            if (id == kNoId) {
                continue;
            }
            const auto& entries = context_.rules.lexicons[id].entries;
            const auto without = std::ranges::find(entries, kNoId, &LexiconEntry::stance);
            if (without != entries.end()) {
                reader_.warning("SG1209",
                                fmt::format("'{}' in @{} has no stance, so this rule gives none for it",
                                            without->text, use.name),
                                use.span,
                                "give the entry or the list a stance, or the rule 'emit: {stance: …}'");
            }
        }
    }

    Context& context_;
    const NodeReader& reader_;
    const yaml::Node& node_;
    const Rule& rule_;
    std::vector<std::string> parts_;
    std::vector<std::string> results_;
    bool has_all_parts_ = true;
};

}  // namespace

void check_rule(Context& context, const NodeReader& reader, const yaml::Node& node, const Rule& rule) {
    RuleChecker(context, reader, node, rule).check();
}

}  // namespace stancegraph
