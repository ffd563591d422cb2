#include "graph/identity.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "graph/disjoint_sets.hpp"
#include "graph/identifier.hpp"
#include "graph/sightings.hpp"
#include "graph/surnames.hpp"

namespace stancegraph {
namespace {

/// `ada ek` for `ada m. ek`; empty for names without a middle initial.
std::string without_initial(const std::string& key) {
    const std::size_t first = key.find(' ');
    const std::size_t last = key.rfind(' ');
    if (first == std::string::npos || first == last) {
        return {};
    }
    const std::string_view middle = std::string_view(key).substr(first + 1, last - first - 1);
    const bool is_initial = middle.size() == 1 || (middle.size() == 2 && middle.back() == '.');
    return is_initial ? key.substr(0, first) + key.substr(last) : std::string();
}

/// Maps the key of a person with a middle initial to the same name without it, where only one initial is
/// ever given.
Renamed plainer_names(const Sighted& sighted) {
    std::map<std::string, std::vector<std::string>> with_initial;
    for (const auto& [key, sightings] : sighted) {
        const std::string plain = sightings.scope.empty() ? without_initial(key) : std::string();
        if (!plain.empty() && type_of(sightings) == "person") {
            with_initial[plain].push_back(key);
        }
    }
    Renamed plainer;
    for (const auto& [plain, keys] : with_initial) {
        const auto known = sighted.find(plain);
        if (keys.size() == 1 && known != sighted.end() && known->second.types.contains("person")) {
            plainer[keys.front()] = plain;
        }
    }
    return plainer;
}

/// For the key of every name that is the same as another one the name to keep, through chains; where several
/// names of a chain are to be kept, the first of them.
std::map<std::string, std::string> kept_names(const IdentityDecisions& decisions) {
    std::map<std::string, std::string> written;
    std::set<std::string> others;
    for (const auto& [name, other] : decisions.same) {
        written.try_emplace(folded_name(name), name);
        written.try_emplace(folded_name(other), other);
        others.insert(folded_name(other));
    }
    const std::vector<std::pair<std::string, std::string>> all(written.begin(), written.end());
    const auto index_of = [&](const std::string& name) {
        const auto found =
            std::ranges::lower_bound(all, folded_name(name), {}, [](const auto& pair) { return pair.first; });
        return static_cast<std::uint32_t>(found - all.begin());
    };
    DisjointSets sets(all.size());
    for (const auto& [name, other] : decisions.same) {
        sets.join(index_of(name), index_of(other));
    }
    std::map<std::uint32_t, std::string> kept;
    for (const bool is_other : {false, true}) {
        for (const auto& [key, name] : all) {
            if (others.contains(key) == is_other) {
                kept.try_emplace(sets.find(index_of(key)), name);
            }
        }
    }
    std::map<std::string, std::string> kept_for;
    for (const auto& [key, name] : all) {
        kept_for[key] = kept.at(sets.find(index_of(key)));
    }
    return kept_for;
}

/// Numbers what was sighted in the order of the keys, and looks the claims' keys up.
Identities numbered(const Sighted& sighted, bool has_type, const std::vector<std::string>& keys) {
    Identities identities;
    for (const auto& [key, sightings] : sighted) {
        identities.all.push_back({.key = key,
                                  .name = name_of(sightings),
                                  .type = has_type ? type_of(sightings) : std::string(),
                                  .scope = sightings.scope,
                                  .aliases = aliases_of(sightings)});
    }
    identities.of_claim.reserve(keys.size());
    for (const std::string& key : keys) {
        const auto found = std::ranges::lower_bound(identities.all, key, {}, &Identity::key);
        const bool is_known = found != identities.all.end() && found->key == key;
        identities.of_claim.push_back(is_known ? static_cast<std::uint32_t>(found - identities.all.begin())
                                               : kNoIdentity);
    }
    return identities;
}

/// Joins names to actors, one rule of evidence after the other.
class ActorMerger {
public:
    ActorMerger(Sighted sighted, const IdentityDecisions& decisions)
        : sighted_(std::move(sighted)), decisions_(decisions) {}

    [[nodiscard]] const Sighted& sighted() const { return sighted_; }

    void join_full_names() {
        join_decided();
        join_found(plainer_names, JoinReason::middle_initial);
    }

    /// Joins what `find` finds, but not what differs.
    void join_found(Renamed (*find)(const Sighted&), JoinReason reason) {
        Renamed known_as = find(sighted_);
        const auto apart = names_apart();
        std::erase_if(known_as, [&](const auto& pair) {
            return apart.contains({pair.first, pair.second}) || apart.contains({pair.second, pair.first});
        });
        rename(known_as, reason);
    }

    /// The identities, and which of them each key has become.
    [[nodiscard]] Identities take(const std::vector<std::string>& keys) {
        std::vector<std::string> kept;
        std::ranges::transform(keys, std::back_inserter(kept),
                               [this](const std::string& key) { return kept_key(key); });
        Identities identities = numbered(sighted_, true, kept);
        identities.joined = std::move(joined_);
        return identities;
    }

private:
    /// What was decided comes first; it may name an actor as no article does.
    void join_decided() {
        Renamed known_as;
        for (const auto& [key, kept] : kept_names(decisions_)) {
            const std::string into = folded_name(kept);
            if (key == into || !sighted_.contains(key)) {
                continue;
            }
            known_as[key] = into;
            Sightings& sightings = sighted_[into];
            sightings.names.try_emplace(kept, 0U);
            for (const auto& [type, count] : sighted_[key].types) {
                sightings.types[type] += count;
            }
        }
        rename(known_as, JoinReason::decision);
    }

    [[nodiscard]] std::string kept_key(std::string key) const {
        for (auto into = into_.find(key); into != into_.end(); into = into_.find(key)) {
            key = into->second;
        }
        return key;
    }

    /// The keys that are not to be joined: what differs stays apart under whatever name it is known by now.
    [[nodiscard]] std::set<std::pair<std::string, std::string>> names_apart() const {
        std::set<std::pair<std::string, std::string>> apart;
        for (const auto& [name, other] : decisions_.different) {
            apart.emplace(kept_key(folded_name(name)), kept_key(folded_name(other)));
        }
        return apart;
    }

    void rename(const Renamed& known_as, JoinReason reason) {
        for (const auto& [other, name] : known_as) {
            fold_into(sighted_[name], sighted_[other]);
            sighted_.erase(other);
            into_[other] = name;
            joined_.push_back({.key = other, .into = name, .reason = reason});
        }
    }

    Sighted sighted_;
    const IdentityDecisions& decisions_;
    Renamed into_;
    std::vector<Joined> joined_;
};

}  // namespace

Identities identify_actors(std::span<const Claim> claims, const IdentityDecisions& decisions) {
    std::vector<std::string> keys = actor_keys(claims);
    // Whose surname a word is shows when full names are joined; then the words that tell nobody are kept
    // apart.
    ActorMerger full_names(sight_actors(claims, keys), decisions);
    full_names.join_full_names();
    keep_in_documents(ambiguous_names(full_names.sighted(), decisions), claims, keys);
    ActorMerger merger(sight_actors(claims, keys), decisions);
    merger.join_full_names();
    merger.join_found(fuller_names, JoinReason::surname);  // one person's, with and without an initial
    return merger.take(keys);
}

Identities identify_subjects(std::span<const Claim> claims) {
    const std::vector<std::string> keys = subject_keys(claims);
    return numbered(sight_subjects(claims, keys), false, keys);
}

void keep_used(Identities& identities) {
    std::vector<bool> is_used(identities.all.size(), false);
    for (const std::uint32_t identity : identities.of_claim) {
        if (identity != kNoIdentity) {
            is_used[identity] = true;
        }
    }
    std::vector<std::uint32_t> new_index(identities.all.size(), kNoIdentity);
    std::vector<Identity> kept;
    for (std::size_t index = 0; index < identities.all.size(); ++index) {
        if (is_used[index]) {
            new_index[index] = static_cast<std::uint32_t>(kept.size());
            kept.push_back(std::move(identities.all[index]));
        }
    }
    identities.all = std::move(kept);
    for (std::uint32_t& identity : identities.of_claim) {
        identity = identity == kNoIdentity ? kNoIdentity : new_index[identity];
    }
}

}  // namespace stancegraph
