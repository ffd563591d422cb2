#include "workbench/rule_edits.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "base/yaml_text.hpp"
#include "workbench/yaml_places.hpp"

namespace stancegraph {
namespace {

/// A scalar that may stand in a line and between brackets.
std::string yaml_scalar(std::string_view text) {
    return yaml::scalar_text(text, yaml::Surroundings::flow);
}

const std::string& label_of(const RuleSet& rules, StanceId stance) {
    return rules.stances[stance].label;
}

/// `gripe about: criticises`, `gripe about`, `pan: {stance: …}`: as it stands behind the dash.
std::string entry_line(const std::string& entry, const std::string& label) {
    return label.empty() ? yaml_scalar(entry) : yaml_scalar(entry) + ": " + yaml_scalar(label);
}

/// The item of the sequence behind which a new one fits best: the last with the same stance, else the last.
std::size_t place_among(const Lexicon& list, const yaml::Node& words, StanceId stance) {
    std::size_t place = words.items.size() - 1;
    for (std::size_t at = 0; at < words.items.size(); ++at) {
        const ByteSpan item = words.items[at].span;
        const bool is_alike = std::ranges::any_of(list.entries, [&](const LexiconEntry& entry) {
            return entry.location.file == list.location.file && item.overlaps(entry.location.span) &&
                   entry.stance == stance;
        });
        place = is_alike ? at : place;
    }
    return place;
}

std::string own_file(const std::string& section, const std::string& content) {
    return fmt::format("stancegraph: 1\n\n{}:\n{}", section, content);
}

}  // namespace

std::optional<RuleEdit> add_entry(const RuleBook& book, const RuleSet& rules, LexiconId list_id,
                                  const std::string& entry, StanceId stance) {
    const Lexicon& list = rules.lexicons[list_id];
    const YamlPlaces places(book, list.location);
    const yaml::Node* section = places.value_of_key(list.location.span);
    const yaml::Node* words = section == nullptr ? nullptr : section->find("words");
    if (words == nullptr || words->items.empty()) {
        return std::nullopt;
    }
    const yaml::Node* own = section->find("stance");
    const std::string label = stance == kNoId ? std::string() : label_of(rules, stance);
    const bool is_own = own != nullptr && own->text == label;
    return places.add_item(*words, place_among(list, *words, stance),
                           entry_line(entry, is_own ? std::string() : label),
                           fmt::format("“{}” in the list {}", entry, list.name));
}

std::optional<RuleEdit> change_entry(const RuleBook& book, const RuleSet& rules, const LexiconEntry& entry,
                                     const std::string& text, StanceId stance) {
    const YamlPlaces places(book, entry.location);
    const yaml::Entry* pair = places.pair_with_key(entry.location.span);
    const std::string purpose =
        fmt::format("“{}” as “{}”", entry.text, entry_line(text, label_of(rules, stance)));
    if (pair == nullptr) {
        return places.replace(entry.location.span, entry_line(text, label_of(rules, stance)), purpose);
    }
    if (pair->value.kind == yaml::Kind::mapping) {
        const yaml::Node* label = pair->value.find("stance");
        return label == nullptr || text != entry.text
                   ? std::nullopt
                   : places.replace(label->span, yaml_scalar(label_of(rules, stance)), purpose);
    }
    return places.replace({pair->key.span.begin, pair->value.span.end},
                          entry_line(text, label_of(rules, stance)), purpose);
}

std::optional<RuleEdit> add_alias(const RuleBook& book, const RuleSet& rules, const std::string& name,
                                  const std::string& alias, std::string_view kind) {
    const std::string purpose =
        alias == name ? fmt::format("{} is an actor", name) : fmt::format("“{}” is {}", alias, name);
    const auto actor = std::ranges::find(rules.actors, name, &Actor::name);
    if (actor == rules.actors.end()) {
        std::string item = fmt::format("  - name: {}\n", yaml_scalar(name));
        if (alias != name) {
            item += fmt::format("    aliases: [{}]\n", yaml_scalar(alias));
        }
        return RuleEdit{.form = RuleEdit::Form::add_file,
                        .file = free_file_name(book, "actors"),
                        .line = 0,
                        .text = own_file("actors", fmt::format("{}    kind: {}", item, kind)),
                        .purpose = purpose};
    }
    const YamlPlaces places(book, actor->location);
    const yaml::Node* mapping = places.mapping_with_value(actor->location.span);
    const yaml::Node* aliases = mapping == nullptr ? nullptr : mapping->find("aliases");
    if (aliases != nullptr && !aliases->items.empty()) {
        return places.add_item(*aliases, aliases->items.size() - 1, yaml_scalar(alias), purpose);
    }
    return mapping == nullptr || aliases != nullptr
               ? std::nullopt
               : places.add_key(*mapping, actor->location.span,
                                fmt::format("aliases: [{}]", yaml_scalar(alias)), purpose);
}

std::optional<RuleEdit> add_subject_pattern(const RuleBook& book, const RuleSet& rules,
                                            const std::string& name, const std::string& pattern) {
    const std::string purpose = fmt::format("“{}” is the subject {}", pattern, name);
    const auto subject = std::ranges::find(rules.subjects, name, &Subject::name);
    if (subject == rules.subjects.end()) {
        return RuleEdit{.form = RuleEdit::Form::add_file,
                        .file = free_file_name(book, "subjects"),
                        .line = 0,
                        .text = own_file("subjects", fmt::format("  - subject: {}\n    match: {}",
                                                                 yaml_scalar(name), pattern)),
                        .purpose = purpose};
    }
    const YamlPlaces places(book, subject->location);
    const yaml::Node* mapping = places.mapping_with_value(subject->location.span);
    if (mapping == nullptr) {
        return std::nullopt;
    }
    if (const yaml::Node* match = mapping->find("match")) {
        return match->style != yaml::Style::plain
                   ? std::nullopt
                   : places.replace({match->span.end, match->span.end}, " | " + pattern, purpose);
    }
    std::string words = name;
    std::ranges::transform(words, words.begin(), [](char character) {
        return 'A' <= character && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
    });
    return places.add_key(*mapping, subject->location.span, fmt::format("match: {} | {}", words, pattern),
                          purpose);
}

std::optional<RuleEdit> set_priority(const RuleBook& book, const RuleSet& rules, RuleId id, int priority) {
    const Rule& rule = rules.rules[id];
    const YamlPlaces places(book, rule.location);
    const yaml::Node* mapping = places.mapping_with_value(rule.location.span);
    const std::string purpose = fmt::format("priority {} for the rule {}", priority, rule.name);
    if (mapping == nullptr) {
        return std::nullopt;
    }
    const yaml::Node* old = mapping->find("priority");
    return old != nullptr
               ? places.replace(old->span, fmt::format("{}", priority), purpose)
               : places.add_key(*mapping, rule.location.span, fmt::format("priority: {}", priority), purpose);
}

std::optional<RuleEdit> add_choice(const RuleBook& book, const RuleSet& rules, RuleId id,
                                   const std::string& slot, const std::string& choice) {
    const Rule& rule = rules.rules[id];
    const YamlPlaces places(book, rule.location);
    const yaml::Node* mapping = places.mapping_with_value(rule.location.span);
    const yaml::Node* slots = mapping == nullptr ? nullptr : mapping->find("slots");
    const yaml::Node* value = slots == nullptr ? nullptr : slots->find(slot);
    if (value == nullptr || value->style != yaml::Style::plain) {
        return std::nullopt;
    }
    return places.replace({value->span.end, value->span.end}, " | " + choice,
                          fmt::format("another way to the {} in the rule {}", slot, rule.name));
}

std::optional<RuleEdit> make_optional(const RuleBook& book, const RuleSet& rules, RuleId id,
                                      const std::string& slot) {
    const Rule& rule = rules.rules[id];
    const auto at = std::ranges::find(rule.slots, slot, &Slot::name);
    if (at == rule.slots.end()) {
        return std::nullopt;
    }
    return YamlPlaces(book, rule.location)
        .replace({at->location.span.end, at->location.span.end}, "?",
                 fmt::format("the rule {} does without {}", rule.name, slot));
}

std::optional<RuleEdit> change_pattern(const RuleBook& book, const RuleSet& rules, RuleId id, ByteSpan bytes,
                                       const std::string& text) {
    const Rule& rule = rules.rules[id];
    return YamlPlaces(book, rule.location)
        .replace(bytes, text, fmt::format("more room in the pattern of the rule {}", rule.name));
}

std::string free_rule_name(const RuleSet& rules, const std::string& base) {
    std::string name = base;
    for (int number = 2; rules.find_rule(name) != kNoId; ++number) {
        name = fmt::format("{}_{}", base, number);
    }
    return name;
}

std::string free_file_name(const RuleBook& book, const std::string& base) {
    std::string name = fmt::format("my-rules/{}.yaml", base);
    const auto is_taken = [&](const auto& file) { return file->name() == name; };
    for (int number = 2; std::ranges::any_of(book.files(), is_taken); ++number) {
        name = fmt::format("my-rules/{}-{}.yaml", base, number);
    }
    return name;
}

}  // namespace stancegraph
