#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "match/mention.hpp"
#include "resolve/phrase.hpp"
#include "resolve/word_lists.hpp"

namespace stancegraph {

using EntityId = std::uint32_t;

/// Somebody or something that a document names: an actor of the rule files, or a name of the text's own.
struct Entity {
    std::string name;  ///< The actor's, or the fullest form in the text.
    std::string kind;  ///< Of kActorKindNames, or "unknown".
    ActorId actor = kNoId;
    PronounSet pronouns = PronounSet::unknown;
    bool is_anonymous = false;        ///< analysts, officials: another one in every document.
    std::vector<OfficeWords> titles;  ///< Those of the day, and what stands beside the name.
};

struct EntityMention {
    TokenSpan tokens;
    EntityId entity = kNoId;
    std::string resolved_by;  ///< name, alias, surname, office, anonymous.
};

/// The entities of one document and where they are named, in text order: those of find_namings, each under
/// its full name ("Zhao" is "Zhao Minghao"). O(n log n) in the tokens.
class EntityTable {
public:
    EntityTable(const ReadView& view, const RuleSet& rules, const Matches& matches);

    [[nodiscard]] const std::vector<Entity>& entities() const { return entities_; }

    [[nodiscard]] const std::vector<EntityMention>& mentions() const { return mentions_; }

    /// The mention that holds `token`, or null. O(log n).
    [[nodiscard]] const EntityMention* at(TokenIndex token) const;

    /// What a pronoun told of an entity: kept for the rest of the document.
    void learn_pronouns(EntityId entity, PronounSet pronouns) { entities_[entity].pronouns = pronouns; }

    /// The first entity of that name, or kNoId. O(log n).
    [[nodiscard]] EntityId find(std::string_view name) const;

    /// The entity of that name that no name in the text told of, such as "several US lawmakers"; entered when
    /// it is new. O(log n).
    [[nodiscard]] EntityId find_or_add(Entity entity);
    /// The same for an actor of the rules.
    [[nodiscard]] EntityId find_or_add(const ReadView& view, const RuleSet& rules, ActorId actor);

private:
    EntityId add(Entity entity);

    std::vector<Entity> entities_;
    std::vector<EntityMention> mentions_;
    std::map<std::string, EntityId, std::less<>> by_name_;  ///< The first of each name.
    /// Those of no list, by name and whether they are anonymous.
    std::map<std::pair<std::string, bool>, EntityId> unlisted_;
};

}  // namespace stancegraph
