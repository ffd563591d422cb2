#include "resolve/entities.hpp"

#include <algorithm>

#include "resolve/namings.hpp"
#include "resolve/titles.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kMostTitles = 16;  ///< Nobody is told of by more.

std::string_view kind_name(NameKind kind) {
    switch (kind) {
        case NameKind::person:
            return "person";
        case NameKind::organisation:
            return "organisation";
        case NameKind::place:
            return "state";
        case NameKind::unknown:
            break;
    }
    return "unknown";
}

Entity listed_entity(const ReadView& view, const RuleSet& rules, ActorId id) {
    const Actor& actor = rules.actors[id];
    return {.name = actor.name,
            .kind = std::string(name_of(actor.kind)),
            .actor = id,
            .pronouns = actor.pronouns,
            .is_anonymous = actor.kind == ActorKind::anonymous,
            .titles = view.offices.titles_of(id, view.document.source.date)};
}

Entity entity_of(const ReadView& view, const RuleSet& rules, const Naming& naming) {
    if (naming.actor != kNoId) {
        return listed_entity(view, rules, naming.actor);
    }
    Entity entity;
    entity.name = text_of(view, naming.tokens);
    entity.kind = kind_name(naming.kind);
    return entity;
}

void add_titles(Entity& entity, std::vector<OfficeWords> titles) {
    for (OfficeWords& title : titles) {
        const bool is_known = std::ranges::find(entity.titles, title) != entity.titles.end();
        if (!is_known && entity.titles.size() < kMostTitles) {
            entity.titles.push_back(std::move(title));
        }
    }
}

}  // namespace

EntityTable::EntityTable(const ReadView& view, const RuleSet& rules, const Matches& matches) {
    const std::vector<Naming> found = find_namings(view, rules, matches);
    const auto enter = [&](std::size_t index) {
        Entity entity = entity_of(view, rules, found[index]);
        const EntityId known = find(entity.name);
        return known == kNoId ? add(std::move(entity)) : known;
    };
    for (std::size_t index = 0; index < found.size(); ++index) {
        const Naming& naming = found[index];
        const EntityId id = enter(naming.full);
        Entity& entity = entities_[id];
        if (naming.kind == NameKind::person && entity.kind == kind_name(NameKind::unknown)) {
            entity.kind = kind_name(NameKind::person);
        }
        auto titles = titles_around(view, naming.tokens);
        if (entity.kind == kind_name(NameKind::person)) {
            if (entity.pronouns == PronounSet::unknown) {
                entity.pronouns = pronouns_of_title(view.lists, titles);
            }
            if (entity.pronouns == PronounSet::unknown && naming.tokens.size() > 1) {
                entity.pronouns = pronouns_of_name(view, naming.tokens);
            }
            add_titles(entity, std::move(titles));
        }
        const bool is_full = text_of(view, naming.tokens) == entity.name;
        const std::string how = entity.is_anonymous    ? "anonymous"
                                : is_full              ? "name"
                                : naming.is_by_office  ? "office"
                                : naming.full != index ? "surname"
                                                       : "alias";
        mentions_.push_back({.tokens = naming.tokens, .entity = id, .resolved_by = how});
    }
}

const EntityMention* EntityTable::at(TokenIndex token) const {
    const auto next = std::ranges::upper_bound(
        mentions_, token, {}, [](const EntityMention& mention) { return mention.tokens.begin; });
    if (next == mentions_.begin() || !std::prev(next)->tokens.contains(token)) {
        return nullptr;
    }
    return &*std::prev(next);
}

EntityId EntityTable::find(std::string_view name) const {
    const auto known = by_name_.find(name);
    return known == by_name_.end() ? kNoId : known->second;
}

EntityId EntityTable::find_or_add(const ReadView& view, const RuleSet& rules, ActorId actor) {
    const EntityId known = find(rules.actors[actor].name);
    return known == kNoId ? add(listed_entity(view, rules, actor)) : known;
}

EntityId EntityTable::find_or_add(Entity entity) {
    const auto known = unlisted_.find({entity.name, entity.is_anonymous});
    return known == unlisted_.end() ? add(std::move(entity)) : known->second;
}

EntityId EntityTable::add(Entity entity) {
    const auto id = static_cast<EntityId>(entities_.size());
    by_name_.try_emplace(entity.name, id);
    if (entity.actor == kNoId) {
        unlisted_.try_emplace({entity.name, entity.is_anonymous}, id);
    }
    entities_.push_back(std::move(entity));
    return id;
}

}  // namespace stancegraph
