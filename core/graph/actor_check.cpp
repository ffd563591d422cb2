#include "graph/actor_check.hpp"

#include <array>

#include "graph/actor_check_parts.hpp"
#include "graph/identifier.hpp"

namespace stancegraph {

std::string_view name_of(ActorDoubt doubt) {
    constexpr std::array<std::string_view, 6> kNames{
        "contradictory decisions", "idle decision",        "two kinds",
        "two given names",         "one form for several", "surname of several"};
    return kNames[static_cast<std::size_t>(doubt)];
}

ActorView::ActorView(std::span<const Claim> all_claims, const Identities& all_identities,
                     const IdentityDecisions& all_decisions)
    : claims(all_claims),
      identities(all_identities),
      decisions(all_decisions),
      forms_(all_claims, all_identities) {
    for (std::size_t index = 0; index < claims.size(); ++index) {
        const std::uint32_t identity = identities.of_claim[index];
        const ClaimSpeaker& speaker = claims[index].speaker;
        if (identity == kNoIdentity || speaker.kind == "anonymous" || !speaker.scope.empty()) {
            continue;
        }
        SpokenName& name = names_[folded_name(speaker.name)];
        if (name.documents.empty()) {
            name.written = speaker.name;
            name.identity = identity;
        }
        name.documents[speaker.kind].insert(claims[index].doc);
    }
    for (const Joined& joined : identities.joined) {
        known_as_[joined.key] = joined.into;
    }
}

std::string ActorView::known_as(const std::string& name) const {
    std::string key = folded_name(name);
    for (auto into = known_as_.find(key); into != known_as_.end(); into = known_as_.find(key)) {
        key = into->second;
    }
    return key;
}

std::vector<ActorFinding> check_actors(std::span<const Claim> claims, const Identities& identities,
                                       const IdentityDecisions& decisions) {
    const ActorView view(claims, identities, decisions);
    std::vector<ActorFinding> findings;
    for (const auto check : {check_contradictory_decisions, check_idle_decisions, check_kinds,
                             check_given_names, check_forms, check_surnames}) {
        check(view, findings);
    }
    return findings;
}

}  // namespace stancegraph
