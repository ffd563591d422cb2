#pragma once

#include <map>
#include <set>

#include "graph/actor_check.hpp"

/// The parts of check_actors; each adds its findings by name.
namespace stancegraph {

/// What the claims say of a name before anything is joined.
struct SpokenName {
    std::string written;                                     ///< As the first claim writes it.
    std::map<std::string, std::set<std::string>> documents;  ///< By kind of actor.
    std::uint32_t identity = kNoIdentity;                    ///< The first one that speaks under it.
};

/// What every part reads.
class ActorView {
public:
    ActorView(std::span<const Claim> claims, const Identities& identities,
              const IdentityDecisions& decisions);

    [[nodiscard]] const std::map<std::string, SpokenName>& names() const { return names_; }

    /// The key that a name has in the end.
    [[nodiscard]] std::string known_as(const std::string& name) const;

    /// The forms of an actor, or those of them for which `is_wanted`.
    template <typename Wanted>
    [[nodiscard]] std::vector<DoubtfulForm> forms(std::uint32_t identity, Wanted is_wanted) const {
        std::vector<DoubtfulForm> wanted;
        for (ActorForm& form : forms_.of(identity)) {
            if (is_wanted(form)) {
                wanted.push_back({.actor = identities.all[identity].name, .form = std::move(form)});
            }
        }
        return wanted;
    }

    std::span<const Claim> claims;
    const Identities& identities;
    const IdentityDecisions& decisions;

private:
    ActorForms forms_;
    std::map<std::string, SpokenName> names_;      ///< By folded name; those of all documents only.
    std::map<std::string, std::string> known_as_;  ///< By key.
};

void check_contradictory_decisions(const ActorView& view, std::vector<ActorFinding>& findings);
void check_idle_decisions(const ActorView& view, std::vector<ActorFinding>& findings);
void check_kinds(const ActorView& view, std::vector<ActorFinding>& findings);
void check_given_names(const ActorView& view, std::vector<ActorFinding>& findings);
void check_forms(const ActorView& view, std::vector<ActorFinding>& findings);
void check_surnames(const ActorView& view, std::vector<ActorFinding>& findings);

}  // namespace stancegraph
