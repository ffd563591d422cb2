#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/actor_forms.hpp"
#include "graph/identity.hpp"
#include "graph/identity_decisions.hpp"

namespace stancegraph {

/// What may be wrong with how names were joined and parted.
enum class ActorDoubt : std::uint8_t {
    contradictory_decisions,  ///< `different_from` parts what `same_as` joins, or what is one name.
    idle_decision,            ///< A name of a decision under which nobody speaks.
    two_kinds,                ///< One actor is a person here and a body there.
    two_given_names,          ///< `same_as` joins two people whom one article tells apart.
    one_form_for_several,     ///< In one article the same words stand for several actors.
    surname_of_several,       ///< A surname alone, of which nothing tells whose it is.
};

/// `contradictory decisions`
[[nodiscard]] std::string_view name_of(ActorDoubt doubt);

/// A form of an actor that a finding is about.
struct DoubtfulForm {
    std::string actor;
    ActorForm form;
};

/// Something that speaks against a merge or a decision, with its proof and a way out.
struct ActorFinding {
    ActorDoubt doubt = ActorDoubt::contradictory_decisions;
    std::string text;                 ///< What is the matter, in one sentence.
    std::vector<DoubtfulForm> forms;  ///< What shows it; by actor, those with most claims first.
    std::string advice;               ///< What the entry is for; empty where no entry of a rule file helps.
    std::string actor;                ///< The name of that entry,
    std::string key;                  ///< its key: same_as, different_from, aliases or kind,
    std::string value;                ///< and the value.
};

/// All findings, by doubt in the order of the enumeration, then by name. Nothing is changed by it.
/// Precondition: `identities` are those of `claims` and `decisions`. O(n log n) in the claims, and as much as
/// the claims of the actors found.
[[nodiscard]] std::vector<ActorFinding> check_actors(std::span<const Claim> claims,
                                                     const Identities& identities,
                                                     const IdentityDecisions& decisions);

}  // namespace stancegraph
