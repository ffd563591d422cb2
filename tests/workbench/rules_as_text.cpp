#include "rules_as_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "pattern/printer.hpp"

namespace stancegraph {
namespace {

std::string print_or_none(const pattern::NodePtr& pattern) {
    return pattern == nullptr ? "-" : pattern::print(*pattern);
}

std::string names_as_text(const RuleSet& rules) {
    std::string text;
    for (const Stance& stance : rules.stances) {
        text +=
            fmt::format("stance {} {} {} {} {} {} {} {}\n", stance.label, stance.polarity, stance.parent,
                        stance.opposite, stance.negated, stance.turned, stance.makes_claims, stance.codes);
    }
    for (const Actor& actor : rules.actors) {
        text += fmt::format("actor {} {} {} {} {} {} {} {}\n", actor.name, actor.aliases, name_of(actor.kind),
                            static_cast<int>(actor.pronouns), actor.affiliation, actor.only_as_speaker,
                            print_or_none(actor.match), actor.wikidata);
        for (const Title& title : actor.titles) {
            text += fmt::format("  title {} {} {}\n", title.title, title.from, title.to);
        }
    }
    for (const Subject& subject : rules.subjects) {
        text += fmt::format("subject {} {} {}\n", subject.name, subject.parent, print_or_none(subject.match));
    }
    for (const Lexicon& lexicon : rules.lexicons) {
        text += fmt::format("list {} {}\n", lexicon.name, static_cast<int>(lexicon.word_class));
        for (const LexiconEntry& entry : lexicon.entries) {
            text += fmt::format("  {} | {} {} {} {} {} {} {}\n", entry.text, entry.head, entry.particles,
                                entry.has_person, entry.prepositions, entry.stance, entry.certainty,
                                entry.what.size());
        }
    }
    return text;
}

std::string slots_as_text(const std::vector<Slot>& slots) {
    std::string text;
    for (const Slot& slot : slots) {
        text += fmt::format("  slot {} {} {}\n", slot.name, slot.is_optional, pattern::print(slot.filler));
    }
    return text;
}

std::string rule_as_text(const Rule& rule) {
    std::string text =
        fmt::format("rule {} | {} | {} | {} {} {} {} {} {}\n", rule.name, rule.title, rule.notes, rule.tags,
                    static_cast<int>(rule.status), static_cast<int>(rule.stage), rule.priority, rule.also,
                    print_or_none(rule.match));
    text += slots_as_text(rule.slots);
    for (const Given& given : rule.given) {
        text += fmt::format("  given {} {} {} {}\n", given.name, pattern::name_of(given.kind),
                            given.within.value_or(999), static_cast<int>(given.unit));
    }
    for (const Predicate& predicate : rule.where) {
        text += fmt::format("  where {}", static_cast<int>(predicate.form));
        for (const pattern::SlotReference& argument : predicate.arguments) {
            text += fmt::format(" {}.{}", argument.result, argument.slot);
        }
        text += '\n';
    }
    for (const Unless& unless : rule.unless) {
        text += fmt::format("  unless {} {}\n", print_or_none(unless.match),
                            unless.inside ? pattern::name_of(*unless.inside) : "-");
    }
    text += fmt::format("  emit {} {} {} {} {} {} {}\n", rule.emit.is_nothing, rule.emit.stance,
                        rule.emit.stance_of, rule.emit.certainty, rule.emit.judged_by, rule.emit.joins,
                        rule.emit.replaces);
    text += slots_as_text(rule.emit.slots);
    for (const pattern::Path& path : rule.attach) {
        text += "  attach " + pattern::print(path) + '\n';
    }
    text += fmt::format("  effect {} {} {} {}\n", rule.attaches_in_sentence, rule.effect.negates,
                        rule.effect.modality ? name_of(*rule.effect.modality) : "-", rule.effect.certainty);
    for (const Example& example : rule.examples) {
        text += fmt::format("  example {} => {} | {} | {}\n", example.text, example.gives, example.todo,
                            example.parse);
    }
    return text;
}

}  // namespace

std::string as_text(const RuleSet& rules) {
    std::string text = names_as_text(rules);
    for (const Rule& rule : rules.rules) {
        text += rule_as_text(rule);
    }
    const Settings& settings = rules.settings;
    text += fmt::format("settings {} {} {} {} {}\n", settings.max_gap, settings.max_width,
                        settings.keep_unresolved, settings.topic_window, settings.author);
    for (const CertaintyModel* model :
         {&rules.certainty.attribution, &rules.certainty.claim, &rules.certainty.subject}) {
        text += fmt::format("certainty {} {}\n", model->odds, model->attribution);
        for (const auto& values : model->evidence) {
            for (const auto& [value, measured] : values) {
                text += fmt::format("  {} {} {} {}\n", value, measured.odds, measured.right, measured.of);
            }
        }
    }
    return text;
}

}  // namespace stancegraph
