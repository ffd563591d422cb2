#pragma once

#include <string_view>

#include "resolve/appearances.hpp"

namespace stancegraph {

/// The pronouns of whose set the lower-case word is one; unknown for other words.
[[nodiscard]] PronounSet pronoun_set(const WordLists& lists, std::string_view word);

/// "docker", "cyclist": nobody lists all that people do.
[[nodiscard]] bool ends_like_person(const WordLists& lists, std::string_view lemma);

/// The noun is one that the reader knows: "the economist", not "economists" or "an economist".
[[nodiscard]] bool is_known_one(const ReadView& view, TokenIndex noun);

/// Whom a pronoun at `token` stands for, but not for whoever is called `other_than` (empty: for anybody);
/// kNoId for nobody.
[[nodiscard]] EntityId antecedent_of_pronoun(const ReadView& view, const Appearances& appearances,
                                             TokenIndex token, std::string_view other_than);

/// The nearest before whose title has all the telling words of the noun phrase: "the Treasury secretary".
[[nodiscard]] EntityId antecedent_by_title(const ReadView& view, const Appearances& appearances,
                                           TokenIndex noun);

/// The nearest company, state or outlet before, for a noun that means one: "the chipmaker".
[[nodiscard]] EntityId antecedent_by_kind(const ReadView& view, const Appearances& appearances,
                                          TokenIndex noun);

/// A surname that nobody recognised as a name: the nearest person before whose name ends, else begins with
/// it.
[[nodiscard]] EntityId antecedent_by_part_of_name(const ReadView& view, const Appearances& appearances,
                                                  TokenIndex noun);

}  // namespace stancegraph
