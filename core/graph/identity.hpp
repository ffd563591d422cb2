#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "graph/identity_decisions.hpp"
#include "resolve/claim.hpp"

namespace stancegraph {

inline constexpr std::uint32_t kNoIdentity = std::numeric_limits<std::uint32_t>::max();

/// One actor or subject of a set of claims.
struct Identity {
    std::string key;                   ///< The folded name, and the scope.
    std::string name;                  ///< The form that most claims use; of equals the first by bytes.
    std::string type;                  ///< Of kActorKindNames, "author" or "unknown"; empty for subjects.
    std::string scope;                 ///< The document that it stays in; empty for those of all documents.
    std::vector<std::string> aliases;  ///< Other forms seen, ascending; without the name.
};

/// Why two names are one actor's.
enum class JoinReason : std::uint8_t {
    decision,        ///< `same_as` in the rules.
    middle_initial,  ///< The same full name, with the only middle initial that is ever given.
    surname,         ///< A surname that one person has in all documents.
};

/// A name that became another one's.
struct Joined {
    std::string key;   ///< Of the name that was given up,
    std::string into;  ///< and of the one it is known by; which may be given up in its turn, further on.
    JoinReason reason = JoinReason::decision;
};

struct Identities {
    std::vector<Identity> all;            ///< Ascending by key.
    std::vector<std::uint32_t> of_claim;  ///< For each claim an index of `all`, or kNoIdentity.
    std::vector<Joined> joined;           ///< One rule after the other, each by key; empty for subjects.
};

/// Who is who across documents, by evidence. Equal folded names are one actor; a full name with a middle
/// initial is the one without it, where only one initial is ever given; a person known by one word only is
/// the one person with a full name that ends in it, if there is just one, if the word is nobody's given name,
/// and if it does not speak in more than twice as many documents. A word that is the surname of several
/// people or somebody's given name stays in its document, as anonymous speakers do.
/// What was decided comes first: names that are the same are one, under the name to keep, and names that
/// differ are not joined by these rules, whatever they are known by. What comes back depends on the claims
/// alone, not on their order. O(n log n).
[[nodiscard]] Identities identify_actors(std::span<const Claim> claims,
                                         const IdentityDecisions& decisions = {});

/// Equal folded names are one subject. Words that the rules' taxonomy recognised become aliases.
[[nodiscard]] Identities identify_subjects(std::span<const Claim> claims);

/// Leaves out the identities that no claim refers to any more.
void keep_used(Identities& identities);

}  // namespace stancegraph
