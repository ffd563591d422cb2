#include <array>

#include <fmt/format.h>

#include "ruleset/context.hpp"
#include "ruleset/keys.hpp"

namespace stancegraph {
namespace {

void read_codes(const NodeReader& reader, const yaml::Node& mapping, Stance& stance) {
    const yaml::Node* codes = mapping.find("codes");
    if (codes == nullptr || !reader.is_mapping(*codes, "'codes'")) {
        return;
    }
    for (const yaml::Entry& entry : codes->entries) {
        if (auto code = reader.text(entry.value, fmt::format("code {}", entry.key.text))) {
            stance.codes.emplace(entry.key.text, std::move(*code));
        }
    }
}

void read_stance(Context& context, const NodeReader& reader, const yaml::Entry& entry) {
    const StanceId before = context.rules.find_stance(entry.key.text);
    if (before != kNoId) {
        context.report_duplicate(reader, "stance", entry.key.text, entry.key.span,
                                 context.rules.stances[before].location);
        return;
    }
    Stance stance;
    stance.label = entry.key.text;
    stance.location = reader.location(entry.key);
    const std::string what = fmt::format("stance {}", stance.label);
    if (reader.is_mapping(entry.value, what)) {
        reader.check_keys(entry.value, keys::kStance, what);
        if (const yaml::Node* polarity = entry.value.find("polarity")) {
            stance.polarity = reader.number(*polarity, "polarity", -1, 1).value_or(0.0);
        } else {
            reader.error("SG1030", fmt::format("{} has no polarity", what), entry.key.span,
                         "add 'polarity:' with a number from -1 (against) to 1 (for)");
        }
        if (const yaml::Node* claims = entry.value.find("claims")) {
            stance.makes_claims = reader.truth(*claims, "claims").value_or(true);
        }
        read_codes(reader, entry.value, stance);
    }
    context.rules.stances.push_back(std::move(stance));
}

/// The stance that a key names, once all are known.
void link(Context& context, const NodeReader& reader, const yaml::Node& mapping, std::string_view key,
          StanceId& id) {
    if (const auto label = reader.text_at(mapping, key)) {
        id = context.stance(reader, *mapping.find(key), *label);
    }
}

void check_parents(Context& context) {
    for (Stance& stance : context.rules.stances) {
        StanceId ancestor = stance.parent;
        for (std::size_t steps = 0; ancestor != kNoId; ++steps) {
            if (steps > context.rules.stances.size()) {
                NodeReader(stance.location.file, context.diagnostics)
                    .error("SG1031", fmt::format("stance '{}' is its own ancestor", stance.label),
                           stance.location.span, "remove the 'parent:' of one of them");
                stance.parent = kNoId;
                break;
            }
            ancestor = context.rules.stances[ancestor].parent;
        }
    }
}

}  // namespace

void read_stances(Context& context) {
    context.for_each_section("stances", [&context](const NodeReader& reader, const yaml::Node& section) {
        if (reader.is_mapping(section, "'stances'")) {
            for (const yaml::Entry& entry : section.entries) {
                read_stance(context, reader, entry);
            }
        }
    });
    context.for_each_section("stances", [&context](const NodeReader& reader, const yaml::Node& section) {
        for (const yaml::Entry& entry : section.entries) {
            Stance& stance = context.rules.stances[context.rules.find_stance(entry.key.text)];
            if (stance.location.span != entry.key.span || entry.value.kind != yaml::Kind::mapping) {
                continue;
            }
            link(context, reader, entry.value, "parent", stance.parent);
            link(context, reader, entry.value, "opposite", stance.opposite);
            link(context, reader, entry.value, "negated", stance.negated);
            link(context, reader, entry.value, "turned", stance.turned);
        }
    });
    check_parents(context);
}

void read_settings(Context& context) {
    Settings& settings = context.rules.settings;
    context.for_each_section("settings", [&settings](const NodeReader& reader, const yaml::Node& section) {
        if (!reader.is_mapping(section, "'settings'")) {
            return;
        }
        reader.check_keys(section, keys::kSettings, "settings");
        const auto count = [&reader, &section](std::string_view key, double most, std::uint32_t& value) {
            if (const yaml::Node* node = section.find(key)) {
                value = static_cast<std::uint32_t>(reader.number(*node, key, 1, most).value_or(value));
            }
        };
        count("max_gap", 64, settings.max_gap);
        count("max_width", 512, settings.max_width);
        count("topic_window", 20, settings.topic_window);
        if (const yaml::Node* keep = section.find("keep_unresolved")) {
            settings.keep_unresolved = reader.truth(*keep, "keep_unresolved").value_or(true);
        }
        settings.author = reader.text_at(section, "author").value_or(settings.author);
    });
}

}  // namespace stancegraph
