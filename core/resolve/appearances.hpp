#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "resolve/entities.hpp"

namespace stancegraph {

/// Where the entities of a document appear: named, and spoken for by other words (he, the mayor). Grows while
/// the text is worked through in its order.
class Appearances {
public:
    Appearances(const ReadView& view, const EntityTable& entities);

    /// The entity of the last `window` sentences before `token` that most likely is meant, of those that
    /// `is_wanted`; kNoId for none. Asks for a bounded number of entities, so a list of thousands costs no
    /// more than a page.
    [[nodiscard]] EntityId nearest_before(TokenIndex token, std::uint32_t window,
                                          const std::function<bool(const Entity&)>& is_wanted) const;

    enum class Part : std::uint8_t { speaker, other };

    /// The words at `token` stand for `entity`.
    void add(TokenIndex token, EntityId entity, Part part);

private:
    struct Appearance {
        TokenIndex token = kNoToken;
        EntityId entity = kNoId;
        bool is_subject = false;
        bool is_speaker = false;
        bool is_quoted = false;
    };

    [[nodiscard]] int cost_of(const Appearance& appearance, TokenIndex token, std::uint32_t distance) const;

    const ReadView* view_;
    const EntityTable* entities_;
    std::vector<bool> is_quoted_;  ///< For each token: it stands in a quotation.
    /// Each by token. Two lists because the second grows.
    std::vector<Appearance> named_;
    std::vector<Appearance> referred_;
};

}  // namespace stancegraph
