#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "ruleset/context.hpp"
#include "ruleset/keys.hpp"

namespace stancegraph {
namespace {

constexpr std::array<std::string_view, 4> kPronouns{"he", "she", "they", "it"};
constexpr std::array<std::string_view, 1> kOnlyAs{"speaker"};

/// 2025, 2025-01 or 2025-01-28.
bool is_date(std::string_view text) {
    constexpr std::string_view kShape = "dddd-dd-dd";
    const bool has_good_size = text.size() == 4 || text.size() == 7 || text.size() == 10;
    return has_good_size &&
           std::ranges::equal(text, kShape.substr(0, text.size()), [](char byte, char shape) {
               return shape == 'd' ? byte >= '0' && byte <= '9' : byte == shape;
           });
}

std::string read_date(const NodeReader& reader, const yaml::Node& title, std::string_view key) {
    const auto text = reader.text_at(title, key);
    if (text && !is_date(*text)) {
        reader.error("SG1023", fmt::format("'{}' is not a date", *text), title.find(key)->span,
                     "write for example 2025-01-28");
        return {};
    }
    return text.value_or("");
}

void read_titles(const NodeReader& reader, const yaml::Node& titles, Actor& actor) {
    if (!reader.is_sequence(titles, "'titles'", "title")) {
        return;
    }
    for (const yaml::Node& item : titles.items) {
        if (item.is_scalar()) {
            actor.titles.push_back({.title = item.text, .from = {}, .to = {}});
        } else if (reader.is_mapping(item, "a title")) {
            reader.check_keys(item, keys::kTitle, "a title");
            const auto title = reader.text_at(item, "title");
            if (!title) {
                reader.error("SG1030", "this title has no 'title:'", item.span);
                continue;
            }
            actor.titles.push_back({.title = *title,
                                    .from = read_date(reader, item, "from"),
                                    .to = read_date(reader, item, "to")});
        }
    }
}

/// The names of a list, or of one scalar in its place, each with where it stands.
std::vector<NamedActor> read_names(const NodeReader& reader, const yaml::Node& actor, std::string_view key) {
    std::vector<NamedActor> names;
    const yaml::Node* node = actor.find(key);
    const std::string what = fmt::format("'{}'", key);
    const auto add = [&](const yaml::Node& item) {
        if (auto name = reader.text(item, what)) {
            names.push_back({.name = std::move(*name), .location = reader.location(item)});
        }
    };
    if (node != nullptr && node->is_scalar()) {
        add(*node);
    } else if (node != nullptr && reader.is_sequence(*node, what, {})) {
        std::ranges::for_each(node->items, add);
    }
    return names;
}

void read_actor(Context& context, const NodeReader& reader, const yaml::Node& node) {
    const yaml::Node* name = reader.is_mapping(node, "an actor") ? node.find("name") : nullptr;
    const auto text = name == nullptr ? std::nullopt : reader.text(*name, "'name'");
    if (!text) {
        if (name == nullptr && node.kind == yaml::Kind::mapping) {
            reader.error("SG1030", "this actor has no name", {node.span.begin, node.span.begin},
                         "add 'name:'");
        }
        return;
    }
    const auto before = std::ranges::find(context.rules.actors, *text, &Actor::name);
    if (before != context.rules.actors.end()) {
        context.report_duplicate(reader, "actor", *text, name->span, before->location);
        return;
    }
    Actor actor;
    actor.name = *text;
    actor.location = reader.location(*name);
    reader.check_keys(node, keys::kActor, fmt::format("actor {}", actor.name));
    actor.aliases = reader.texts_at(node, "aliases");
    actor.same_as = read_names(reader, node, "same_as");
    actor.different_from = read_names(reader, node, "different_from");
    if (const yaml::Node* kind = node.find("kind")) {
        const auto found = reader.one_of(*kind, "'kind'", kActorKindNames);
        actor.kind = found ? static_cast<ActorKind>(*found) : actor.kind;
    }
    if (const yaml::Node* pronouns = node.find("pronouns")) {
        const auto found = reader.one_of(*pronouns, "'pronouns'", kPronouns);
        actor.pronouns = found ? static_cast<PronounSet>(*found + 1) : PronounSet::unknown;
    }
    if (const yaml::Node* titles = node.find("titles")) {
        read_titles(reader, *titles, actor);
    }
    actor.affiliation = reader.text_at(node, "affiliation").value_or("");
    actor.wikidata = reader.text_at(node, "wikidata").value_or("");
    if (const yaml::Node* only_as = node.find("only_as")) {
        actor.only_as_speaker = reader.one_of(*only_as, "'only_as'", kOnlyAs).has_value();
    }
    if (const yaml::Node* match = node.find("match")) {
        actor.match = context.pattern(reader, *match, "'match'");
    }
    context.rules.actors.push_back(std::move(actor));
}

void read_subject(Context& context, const NodeReader& reader, const yaml::Node& node, SubjectId parent) {
    if (!reader.is_mapping(node, "a subject")) {
        return;
    }
    const yaml::Node* name = node.find("subject");
    const auto text = name == nullptr ? std::nullopt : reader.text(*name, "'subject'");
    if (!text) {
        if (name == nullptr) {
            reader.error("SG1030", "this subject has no name", {node.span.begin, node.span.begin},
                         "add 'subject:' with its name");
        }
        return;
    }
    auto& subjects = context.rules.subjects;
    const auto before = std::ranges::find(subjects, *text, &Subject::name);
    if (before != subjects.end()) {
        context.report_duplicate(reader, "subject", *text, name->span, before->location);
        return;
    }
    Subject subject;
    subject.name = *text;
    subject.parent = parent;
    subject.depth = parent == kNoId ? 0 : subjects[parent].depth + 1;
    subject.location = reader.location(*name);
    reader.check_keys(node, keys::kSubject, fmt::format("subject {}", subject.name));
    if (const yaml::Node* match = node.find("match")) {
        subject.match = context.pattern(reader, *match, "'match'");
    }
    const auto id = static_cast<SubjectId>(subjects.size());
    subjects.push_back(std::move(subject));
    const yaml::Node* children = node.find("children");
    if (children != nullptr && reader.is_sequence(*children, "'children'", "subject")) {
        for (const yaml::Node& child : children->items) {
            read_subject(context, reader, child, id);
        }
    }
}

}  // namespace

void read_actors(Context& context) {
    context.for_each_section("actors", [&context](const NodeReader& reader, const yaml::Node& section) {
        if (reader.is_sequence(section, "'actors'", "name")) {
            for (const yaml::Node& item : section.items) {
                read_actor(context, reader, item);
            }
        }
    });
}

void read_subjects(Context& context) {
    context.for_each_section("subjects", [&context](const NodeReader& reader, const yaml::Node& section) {
        if (reader.is_sequence(section, "'subjects'", "subject")) {
            for (const yaml::Node& item : section.items) {
                read_subject(context, reader, item, kNoId);
            }
        }
    });
}

}  // namespace stancegraph
