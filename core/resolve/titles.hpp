#pragma once

#include <vector>

#include "resolve/offices.hpp"
#include "resolve/phrase.hpp"

/// What the words of a name, and those beside it, tell of somebody.
namespace stancegraph {

/// Words before and after a name that say what the person is: "US Treasury secretary", ", a professor at
/// Fudan".
[[nodiscard]] std::vector<OfficeWords> titles_around(const ReadView& view, TokenSpan name);

/// The titles, and all words of the noun phrase around the name: "Huang of Nvidia", "Nvidia's Huang".
[[nodiscard]] std::vector<OfficeWords> descriptions_of(const ReadView& view, TokenSpan name);

/// True if `words` mean the one with that title: it has all of them, and none that makes another office of it
/// ("the president" is no "former president").
[[nodiscard]] bool means_title(const WordLists& lists, const OfficeWords& title, const OfficeWords& words);

/// By the given name, where it is a man's or a woman's.
[[nodiscard]] PronounSet pronouns_of_name(const ReadView& view, TokenSpan name);

/// By titles such as "chairman" and "Mrs".
[[nodiscard]] PronounSet pronouns_of_title(const WordLists& lists, const std::vector<OfficeWords>& titles);

}  // namespace stancegraph
