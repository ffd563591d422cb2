#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "resolve/claim.hpp"

/// What claims say of each name, before it is decided which names are one actor's.
namespace stancegraph {

/// What the claims say of one name.
struct Sightings {
    std::map<std::string, std::uint32_t> names;  ///< As written; how many claims write it so.
    std::map<std::string, std::uint32_t> types;  ///< Of ClaimSpeaker::kind; none for subjects.
    std::set<std::string> forms;                 ///< Words of the articles that stand for it.
    std::set<std::string_view> documents;        ///< Names; they live as long as the claims.
    std::string scope;                           ///< The document that an identity stays in; mostly empty.
};

/// By key: the folded name, and the document of who stays in it.
using Sighted = std::map<std::string, Sightings>;

/// For each claim the key of its speaker, empty where it has none.
[[nodiscard]] std::vector<std::string> actor_keys(std::span<const Claim> claims);
/// Changes keys, so that whoever has one of these stays in his document.
void keep_in_documents(const std::set<std::string>& names, std::span<const Claim> claims,
                       std::vector<std::string>& keys);
/// For each claim the key of its subject, empty where it has none.
[[nodiscard]] std::vector<std::string> subject_keys(std::span<const Claim> claims);

/// Precondition: `keys` are the actor_keys of the claims, kept in documents or not.
[[nodiscard]] Sighted sight_actors(std::span<const Claim> claims, const std::vector<std::string>& keys);
/// Precondition: `keys` are the subject_keys of the claims.
[[nodiscard]] Sighted sight_subjects(std::span<const Claim> claims, const std::vector<std::string>& keys);

/// The type that most claims give: any word for what he is tells more than "author", which tells where his
/// words stood, and that more than "unknown".
[[nodiscard]] std::string type_of(const Sightings& sightings);

/// The name that most claims use; of equals the first by bytes.
[[nodiscard]] std::string name_of(const Sightings& sightings);

/// All names and forms but the name itself, ascending.
[[nodiscard]] std::vector<std::string> aliases_of(const Sightings& sightings);

/// Makes the names and forms of `other` forms of `kept`, whose own name stays; adds the documents.
void fold_into(Sightings& kept, const Sightings& other);

}  // namespace stancegraph
