#include "ruleset/rule_parts.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "pattern/names.hpp"
#include "pattern/parser.hpp"
#include "ruleset/clause_parser.hpp"
#include "ruleset/keys.hpp"

namespace stancegraph {
namespace {

constexpr std::string_view kSecondHalf = ".stance";

std::optional<Slot> read_slot(const NodeReader& reader, const yaml::Entry& entry) {
    Slot slot;
    slot.name = entry.key.text;
    slot.location = reader.location(entry.key);
    yaml::Node key = entry.key;
    if (slot.name.ends_with('?')) {
        slot.is_optional = true;
        slot.name.pop_back();
        key.text.pop_back();
    }
    if (!reader.is_name(key, "a slot")) {
        return std::nullopt;
    }
    const auto source = reader.source(entry.value, fmt::format("slot {}", slot.name));
    auto filler = source ? pattern::parse_filler(*source, reader.diagnostics()) : std::nullopt;
    if (!filler) {
        return std::nullopt;
    }
    slot.filler = std::move(*filler);
    return slot;
}

/// The items of a list, or the one scalar or mapping that stands in its place.
std::vector<const yaml::Node*> items_of(const yaml::Node& node) {
    std::vector<const yaml::Node*> items;
    if (node.kind == yaml::Kind::sequence) {
        for (const yaml::Node& item : node.items) {
            items.push_back(&item);
        }
    } else {
        items.push_back(&node);
    }
    return items;
}

void read_emitted_stance(Context& context, const NodeReader& reader, const yaml::Node& node, Emit& emit) {
    const auto text = reader.text(node, "'stance'");
    if (!text) {
        return;
    }
    if (text->ends_with(kSecondHalf) && context.rules.find_stance(*text) == kNoId) {
        emit.stance_of = text->substr(0, text->size() - kSecondHalf.size());
    } else {
        emit.stance = context.stance(reader, node, *text);
    }
}

void read_emit_entry(Context& context, const NodeReader& reader, const yaml::Entry& entry, Emit& emit) {
    const std::string& key = entry.key.text;
    if (key == "stance") {
        read_emitted_stance(context, reader, entry.value, emit);
    } else if (key == "certainty") {
        emit.certainty = reader.factor(entry.value).value_or(1.0);
    } else if (key == "judged_by") {
        constexpr std::array<std::string_view, 1> kAuthor{"AUTHOR"};
        if (reader.one_of(entry.value, "'judged_by'", kAuthor)) {
            emit.judged_by = "AUTHOR";
        }
    } else if (key == "joins") {
        emit.joins = reader.text(entry.value, "'joins'").value_or("");
    } else if (key == "replaces") {
        emit.replaces = reader.text(entry.value, "'replaces'").value_or("");
    } else if (std::ranges::find(keys::kEmit, key) != keys::kEmit.end()) {
        if (auto slot = read_slot(reader, entry)) {
            emit.slots.push_back(std::move(*slot));
        }
    }
}

Example read_example(const NodeReader& reader, const yaml::Node& node) {
    Example example;
    example.location = reader.location(node);
    reader.check_keys(node, keys::kExample, "an example");
    if (const yaml::Node* text = node.find("text")) {
        example.text = reader.text(*text, "'text'").value_or("");
        example.text.erase(example.text.find_last_not_of(" \n") + 1);
        example.location = reader.location(*text);
        reader.warn_of_comment(*text);
    } else {
        reader.error("SG1030", "this example has no text", {node.span.begin, node.span.begin}, "add 'text:'");
    }
    if (node.find("gives") == nullptr) {
        reader.error("SG1030", "this example does not say what it gives", {node.span.begin, node.span.begin},
                     "add 'gives: SPEAKER -> stance -> SUBJECT', or 'gives: nothing'");
    }
    example.gives = reader.texts_at(node, "gives");
    if (example.gives.size() == 1 && example.gives.front() == "nothing") {
        example.gives.clear();
    }
    for (const std::string& result : example.gives) {
        const std::size_t first = result.find(" -> ");
        if (first == std::string::npos || result.find(" -> ", first + 4) == std::string::npos) {
            reader.error("SG1121", fmt::format("'{}' is not a result", result), node.find("gives")->span,
                         "a result is written SPEAKER -> stance -> SUBJECT; none is written nothing");
        }
    }
    example.todo = reader.text_at(node, "todo").value_or("");
    example.parse = reader.text_at(node, "parse").value_or("");
    return example;
}

}  // namespace

std::vector<Slot> read_slots(const NodeReader& reader, const yaml::Node& node) {
    std::vector<Slot> slots;
    if (reader.is_mapping(node, "'slots'")) {
        for (const yaml::Entry& entry : node.entries) {
            if (auto slot = read_slot(reader, entry)) {
                slots.push_back(std::move(*slot));
            }
        }
    }
    return slots;
}

std::vector<Given> read_given(const NodeReader& reader, const yaml::Node& node) {
    std::vector<Given> all;
    for (const yaml::Node* item : items_of(node)) {
        const auto source = reader.source(*item, "'given'");
        auto given = source ? parse_given(*source, reader.diagnostics()) : std::nullopt;
        if (given) {
            all.push_back(std::move(*given));
        }
    }
    return all;
}

std::vector<Predicate> read_where(const NodeReader& reader, const yaml::Node& node) {
    std::vector<Predicate> all;
    for (const yaml::Node* item : items_of(node)) {
        const auto source = reader.source(*item, "'where'");
        auto predicate = source ? parse_predicate(*source, reader.diagnostics()) : std::nullopt;
        if (predicate) {
            all.push_back(std::move(*predicate));
        }
    }
    return all;
}

std::vector<Unless> read_unless(Context& context, const NodeReader& reader, const yaml::Node& node) {
    std::vector<Unless> all;
    for (const yaml::Node* item : items_of(node)) {
        Unless unless;
        unless.location = reader.location(*item);
        const yaml::Node* match = item->is_scalar() ? item : item->find("match");
        if (item->kind == yaml::Kind::mapping) {
            reader.check_keys(*item, keys::kUnless, "'unless'");
        }
        if (const yaml::Node* inside = item->find("inside")) {
            unless.inside = pattern::find_kind(inside->text);
            if (!unless.inside) {
                reader.error("SG1101", fmt::format("{} is not a known kind", inside->text), inside->span,
                             did_you_mean(inside->text, pattern::kind_names()));
            }
        } else if (match != nullptr) {
            unless.match = context.pattern(reader, *match, "'unless'");
        } else if (item->kind != yaml::Kind::null || item->span.is_empty()) {
            reader.error("SG1022", "'unless' takes patterns, or 'inside: KIND'", item->span);
        }
        if (unless.match != nullptr || unless.inside) {
            all.push_back(std::move(unless));
        }
    }
    return all;
}

Emit read_emit(Context& context, const NodeReader& reader, const yaml::Node& node) {
    Emit emit;
    if (node.is_scalar() && node.text == "nothing") {
        emit.is_nothing = true;
        return emit;
    }
    if (!reader.is_mapping(node, "'emit' (where it is not 'nothing')")) {
        return emit;
    }
    reader.check_keys(node, keys::kEmit, "'emit'");
    for (const yaml::Entry& entry : node.entries) {
        read_emit_entry(context, reader, entry, emit);
    }
    return emit;
}

Effect read_effect(const NodeReader& reader, const yaml::Node& node) {
    Effect effect;
    if (!reader.is_mapping(node, "'effect'")) {
        return effect;
    }
    reader.check_keys(node, keys::kEffect, "'effect'");
    if (const yaml::Node* negate = node.find("negate")) {
        effect.negates = reader.truth(*negate, "'negate'").value_or(false);
    }
    if (const yaml::Node* modality = node.find("modality")) {
        const auto found = reader.one_of(*modality, "'modality'", kModalityNames);
        effect.modality = found ? std::optional(static_cast<Modality>(*found)) : std::nullopt;
    }
    if (const yaml::Node* certainty = node.find("certainty")) {
        effect.certainty = reader.factor(*certainty).value_or(1.0);
    }
    return effect;
}

std::vector<Example> read_examples(const NodeReader& reader, const yaml::Node& node) {
    std::vector<Example> examples;
    if (reader.is_sequence(node, "'examples'", "text")) {
        for (const yaml::Node& item : node.items) {
            if (reader.is_mapping(item, "an example")) {
                examples.push_back(read_example(reader, item));
            }
        }
    }
    return examples;
}

}  // namespace stancegraph
