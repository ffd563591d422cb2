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
    std::string key;                   ///< The folded name, and the scope of an anonymous speaker.
    std::string name;                  ///< The form that most claims use; of equals the first by bytes.
    std::string type;                  ///< Of kActorKindNames, "author" or "unknown"; empty for subjects.
    std::string scope;                 ///< The document of an anonymous speaker.
    std::vector<std::string> aliases;  ///< Other forms seen, ascending; without the name.
};

struct Identities {
    std::vector<Identity> all;            ///< Ascending by key.
    std::vector<std::uint32_t> of_claim;  ///< For each claim an index of `all`, or kNoIdentity.
};

/// Who is who across documents: equal folded names are one actor; a speaker with a scope stays in its
/// document; a person with a middle initial is the one without it, where only one initial is ever given; a
/// person known by one word only is the one person with a fuller name that ends in it, if there is just one.
/// What was decided comes first: names that are
/// the same are one, under the name to keep, and names that differ are not joined by these rules. What comes
/// back depends on the claims alone, not on their order.
[[nodiscard]] Identities identify_actors(std::span<const Claim> claims,
                                         const IdentityDecisions& decisions = {});

/// Equal folded names are one subject. Words that the rules' taxonomy recognised become aliases.
[[nodiscard]] Identities identify_subjects(std::span<const Claim> claims);

/// Leaves out the identities that no claim refers to any more.
void keep_used(Identities& identities);

}  // namespace stancegraph
