#pragma once

#include "resolve/entities.hpp"
#include "resolve/phrase.hpp"

namespace stancegraph {

/// The person whom the words around `noun` only describe: "Ida Rohde, head of trade, supply and harbours at
/// the chamber, said". The nearest person before, in the same clause and not behind a preposition, whose name
/// a comma follows; kNoId for none. O(sentence).
[[nodiscard]] EntityId described_before(const ReadView& view, const EntityTable& entities, TokenIndex noun);

}  // namespace stancegraph
