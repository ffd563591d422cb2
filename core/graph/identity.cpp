#include "graph/identity.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "graph/disjoint_sets.hpp"
#include "graph/identifier.hpp"

namespace stancegraph {
namespace {

constexpr char kScopeSeparator = '\x1f';
constexpr std::size_t kLongestAlias = 80;
constexpr std::string_view kUnknown = "unknown";

/// What the claims say of one identity.
struct Sightings {
    std::map<std::string, std::uint32_t> names;
    std::map<std::string, std::uint32_t> types;
    std::set<std::string> forms;
    std::string scope;
};

using Sighted = std::map<std::string, Sightings>;

/// The key with the highest count; the first of equals.
std::string most_frequent(const std::map<std::string, std::uint32_t>& counts) {
    const auto most = std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
    return most == counts.end() ? std::string() : most->first;
}

/// How sure a resolver was of an actor's type: any word for what he is tells more than where his words stood.
int rank_of_type(std::string_view type) {
    if (type.empty() || type == kUnknown) {
        return 0;
    }
    return type == "author" ? 1 : 2;
}

std::string type_of(const Sightings& sightings) {
    std::map<std::string, std::uint32_t> best;
    int best_rank = 0;
    for (const auto& [type, count] : sightings.types) {
        const int rank = rank_of_type(type);
        if (rank > best_rank) {
            best.clear();
            best_rank = rank;
        }
        if (rank == best_rank && rank > 0) {
            best[type] = count;
        }
    }
    return best.empty() ? std::string(kUnknown) : most_frequent(best);
}

/// A surface form on one line, as an alias shows it; empty for those that are too long to be a name.
std::string tidied(std::string_view form) {
    std::string line;
    for (const char byte : form) {
        const bool is_blank = byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
        if (!is_blank) {
            line.push_back(byte);
        } else if (!line.empty() && line.back() != ' ') {
            line.push_back(' ');
        }
    }
    if (line.ends_with(' ')) {
        line.pop_back();
    }
    return line.size() <= kLongestAlias ? line : std::string();
}

/// True if the words at the speaker's place are a form of his name; `he` is none, an office is one for a
/// while only.
bool is_name_form(const ClaimSpeaker& speaker) {
    return speaker.resolved_by == "name" || speaker.resolved_by == "alias" ||
           speaker.resolved_by == "surname" || speaker.resolved_by == "apposition";
}

std::string scope_of(const Claim& claim) {
    const bool is_anonymous = claim.speaker.kind == "anonymous";
    return claim.speaker.scope.empty() && is_anonymous ? claim.doc : claim.speaker.scope;
}

std::string actor_key(const Claim& claim) {
    std::string key = folded_name(claim.speaker.name);
    const std::string scope = scope_of(claim);
    return key.empty() || scope.empty() ? key : key + kScopeSeparator + scope;
}

void add_sighting(Sightings& sightings, const std::string& name, const std::string& form) {
    const std::string tidy_name = tidied(name);
    ++sightings.names[tidy_name.empty() ? name : tidy_name];
    if (const std::string line = tidied(form); !line.empty()) {
        sightings.forms.insert(line);
    }
}

Sighted sight_actors(std::span<const Claim> claims, const std::vector<std::string>& keys) {
    Sighted sighted;
    for (std::size_t index = 0; index < claims.size(); ++index) {
        if (const Claim& claim = claims[index]; !keys[index].empty()) {
            Sightings& sightings = sighted[keys[index]];
            const bool has_form = is_name_form(claim.speaker);
            add_sighting(sightings, claim.speaker.name, has_form ? claim.speaker.text : std::string());
            ++sightings.types[claim.speaker.kind];
            sightings.scope = scope_of(claim);
        }
    }
    return sighted;
}

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
std::map<std::string, std::string> plainer_names(const Sighted& sighted) {
    std::map<std::string, std::vector<std::string>> with_initial;
    for (const auto& [key, sightings] : sighted) {
        const std::string plain = sightings.scope.empty() ? without_initial(key) : std::string();
        if (!plain.empty() && type_of(sightings) == "person") {
            with_initial[plain].push_back(key);
        }
    }
    std::map<std::string, std::string> plainer;
    for (const auto& [plain, keys] : with_initial) {
        const auto known = sighted.find(plain);
        if (keys.size() == 1 && known != sighted.end() && known->second.types.contains("person")) {
            plainer[keys.front()] = plain;
        }
    }
    return plainer;
}

/// For every last word of a person's full name the key of that person, or nothing where several share it.
std::map<std::string, std::string> surnames_of(const Sighted& sighted) {
    std::map<std::string, std::string> surnames;
    for (const auto& [key, sightings] : sighted) {
        const std::size_t blank = key.rfind(' ');
        if (blank == std::string::npos || !sightings.scope.empty() || type_of(sightings) != "person") {
            continue;
        }
        const auto [entry, is_new] = surnames.try_emplace(key.substr(blank + 1), key);
        if (!is_new) {
            entry->second.clear();
        }
    }
    return surnames;
}

/// Maps the key of a person known by surname alone to that of the full name.
std::map<std::string, std::string> fuller_names(const Sighted& sighted) {
    const auto surnames = surnames_of(sighted);
    std::map<std::string, std::string> fuller;
    for (const auto& [key, sightings] : sighted) {
        // One document that takes it for a person is enough: guesses at a bare name differ from one to the
        // other.
        const bool is_seen_as_person = sightings.types.contains("person") || type_of(sightings) == kUnknown;
        const bool may_be_surname = sightings.scope.empty() && is_seen_as_person;
        const auto found = surnames.find(key);
        if (may_be_surname && found != surnames.end() && !found->second.empty()) {
            fuller[key] = found->second;
        }
    }
    return fuller;
}

/// Names of a surname-only identity are forms of the fuller one, whose own name stays.
void fold_into(Sightings& fuller, const Sightings& shorter) {
    for (const auto& [name, count] : shorter.names) {
        fuller.forms.insert(name);
    }
    fuller.forms.insert(shorter.forms.begin(), shorter.forms.end());
}

Identity identity_of(const std::string& key, const Sightings& sightings, bool has_type) {
    Identity identity{.key = key,
                      .name = most_frequent(sightings.names),
                      .type = has_type ? type_of(sightings) : std::string(),
                      .scope = sightings.scope,
                      .aliases = {}};
    std::set<std::string> forms = sightings.forms;
    for (const auto& [name, count] : sightings.names) {
        forms.insert(name);
    }
    forms.erase(identity.name);
    identity.aliases.assign(forms.begin(), forms.end());
    return identity;
}

/// Numbers what was sighted in the order of the keys, and looks the claims' keys up.
Identities numbered(const Sighted& sighted, bool has_type, const std::vector<std::string>& keys) {
    Identities identities;
    for (const auto& [key, sightings] : sighted) {
        identities.all.push_back(identity_of(key, sightings, has_type));
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

using Renamed = std::map<std::string, std::string>;

void rename(const Renamed& known_as, Sighted& sighted, std::vector<std::string>& keys) {
    for (const auto& [other, name] : known_as) {
        fold_into(sighted[name], sighted[other]);
        sighted.erase(other);
    }
    for (std::string& key : keys) {
        if (const auto found = known_as.find(key); found != known_as.end()) {
            key = found->second;
        }
    }
}

bool differ(const std::string& key, const std::string& other, const IdentityDecisions& decisions) {
    return std::ranges::any_of(decisions.different, [&](const auto& pair) {
        const std::string first = folded_name(pair.first);
        const std::string second = folded_name(pair.second);
        return (first == key && second == other) || (first == other && second == key);
    });
}

/// For every name that is the same as another one the one to keep, through chains; where several names of a
/// chain are to be kept, the first of them.
std::map<std::string, std::string> kept_names(const IdentityDecisions& decisions) {
    std::set<std::string> names;
    std::set<std::string> others;
    for (const auto& [name, other] : decisions.same) {
        names.insert({name, other});
        others.insert(other);
    }
    const std::vector<std::string> all(names.begin(), names.end());
    const auto index_of = [&](const std::string& name) {
        return static_cast<std::uint32_t>(std::ranges::lower_bound(all, name) - all.begin());
    };
    DisjointSets sets(all.size());
    for (const auto& [name, other] : decisions.same) {
        sets.join(index_of(name), index_of(other));
    }
    std::map<std::uint32_t, std::string> kept;
    for (const bool is_other : {false, true}) {
        for (const std::string& name : all) {
            if (others.contains(name) == is_other) {
                kept.try_emplace(sets.find(index_of(name)), name);
            }
        }
    }
    std::map<std::string, std::string> name_of;
    for (const std::string& name : all) {
        name_of[name] = kept.at(sets.find(index_of(name)));
    }
    return name_of;
}

void join_decided(Sighted& sighted, std::vector<std::string>& keys, const IdentityDecisions& decisions) {
    Renamed known_as;
    for (const auto& [name, kept] : kept_names(decisions)) {
        const std::string key = folded_name(name);
        const std::string kept_key = folded_name(kept);
        if (key == kept_key || !sighted.contains(key)) {
            continue;
        }
        known_as[key] = kept_key;
        Sightings& sightings = sighted[kept_key];
        sightings.names.try_emplace(kept, 0U);
        for (const auto& [type, count] : sighted[key].types) {
            sightings.types[type] += count;
        }
    }
    rename(known_as, sighted, keys);
}

}  // namespace

Identities identify_actors(std::span<const Claim> claims, const IdentityDecisions& decisions) {
    std::vector<std::string> keys(claims.size());
    std::ranges::transform(claims, keys.begin(), actor_key);
    Sighted sighted = sight_actors(claims, keys);
    join_decided(sighted, keys, decisions);
    for (const auto find :
         {plainer_names, fuller_names}) {  // a surname is one person's with and without an initial
        auto known_as = find(sighted);
        std::erase_if(known_as, [&](const auto& pair) { return differ(pair.first, pair.second, decisions); });
        rename(known_as, sighted, keys);
    }
    return numbered(sighted, true, keys);
}

Identities identify_subjects(std::span<const Claim> claims) {
    std::vector<std::string> keys;
    keys.reserve(claims.size());
    Sighted sighted;
    for (const Claim& claim : claims) {
        keys.push_back(folded_name(claim.subject.name));
        if (!keys.back().empty()) {
            const bool is_name_form = claim.subject.from == "taxonomy";
            add_sighting(sighted[keys.back()], claim.subject.name,
                         is_name_form ? claim.subject.text : std::string());
        }
    }
    return numbered(sighted, false, keys);
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
