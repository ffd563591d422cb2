#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ruleset/ruleset.hpp"

namespace stancegraph {

/// What a line of a word list says, or why it says nothing.
struct ParsedEntry {
    std::optional<LexiconEntry> entry;  ///< Only text, head, particles, has_person and prepositions are set.
    std::string mistake;                ///< Set when there is no entry.
};

/// Reads `head [particle …] [_] [prep{/prep}]`. The last word is the preposition, or several with `/` between
/// them, unless it is the head or one of `particles`; the words between head and preposition are particles.
/// So with `particles` = {out, up}: `point out` has the particle *out*, `object to` the preposition *to*,
/// `live up to` and `put pressure on` a particle and a preposition. The loader passes the words of the list
/// `particle` that are not in the list `preposition`.
[[nodiscard]] ParsedEntry parse_entry(std::string_view text, const std::vector<std::string>& particles);

}  // namespace stancegraph
