#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ruleset/ruleset.hpp"

namespace stancegraph {

/// The words of a title or an affiliation, in lower case.
using OfficeWords = std::vector<std::string>;

/// True if the description has all of the words, and these are any.
[[nodiscard]] bool has_all(const OfficeWords& description, const OfficeWords& words);

/// Who holds which office, and who belongs where, as the rules have it. Shared by all documents.
///
/// An office is held on a day. An article without a date gets the titles that nobody has given up.
class Offices {
public:
    explicit Offices(const RuleSet& rules);

    /// The titles that the actor has on that day; all of them for an actor without dates.
    [[nodiscard]] std::vector<OfficeWords> titles_of(ActorId actor, std::string_view day) const;

    /// The one actor who has a title of these words, no more and no fewer, on that day. Nothing for none, and
    /// for several: then the title alone tells nobody.
    [[nodiscard]] std::optional<ActorId> holder(const OfficeWords& words, std::string_view day) const;

    /// True if a person of the rules has that surname.
    [[nodiscard]] bool has_surname(std::string_view surname) const { return by_surname_.contains(surname); }

    /// The one person of that surname of whom the words around a name tell: they have all words of his title
    /// on that day, or of his affiliation. `descriptions` are the titles and appositions around the name.
    [[nodiscard]] std::optional<ActorId> person_called(std::string_view surname,
                                                       const std::vector<OfficeWords>& descriptions,
                                                       std::string_view day) const;

private:
    struct HeldTitle {
        OfficeWords words;
        std::string from;  ///< As in the rules: a day, a month or a year; empty where it has no end.
        std::string to;

        [[nodiscard]] bool is_held_on(std::string_view day) const;
    };

    std::vector<std::vector<HeldTitle>> titles_;                              ///< By actor.
    std::vector<OfficeWords> affiliations_;                                   ///< By actor.
    std::map<std::string, std::vector<ActorId>, std::less<>> by_title_word_;  ///< By the last word.
    std::map<std::string, std::vector<ActorId>, std::less<>> by_surname_;     ///< Of persons, as written.
};

}  // namespace stancegraph
