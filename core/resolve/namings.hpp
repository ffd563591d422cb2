#pragma once

#include <cstddef>
#include <vector>

#include "match/mention.hpp"
#include "resolve/phrase.hpp"

namespace stancegraph {

/// A stretch of the text that names somebody.
struct Naming {
    TokenSpan tokens;
    ActorId actor = kNoId;  ///< Of the rules; kNoId for a name of the text's own.
    NameKind kind = NameKind::unknown;
    bool is_by_office = false;  ///< The actor is known by what stands beside his surname.
    std::size_t full = 0;       ///< Index of the naming that has the full name; its own where none has.
};

/// What the document names, in text order without overlap: actors of the rules and names of the text; the
/// wider one wins, of equals the actor. A surname alone gets the nearest full name before it that ends or
/// begins with it and fits its title (Mr, Mrs), else the first such name after it; where the article has
/// none, it is the person of the rules of whose title on that day, or affiliation, the words beside it tell.
/// O(n log n) in the tokens.
[[nodiscard]] std::vector<Naming> find_namings(const ReadView& view, const RuleSet& rules,
                                               const Matches& matches);

}  // namespace stancegraph
