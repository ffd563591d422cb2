#pragma once

#include <span>
#include <string>
#include <vector>

#include "graph/identity.hpp"

namespace stancegraph {

/// One way in which articles name an actor, and why it is taken for him.
struct ActorForm {
    std::string text;      ///< The words of the article, on one line.
    std::string name;      ///< What they stand for in their own article.
    std::string evidence;  ///< `the name itself`, `surname of one person only in all articles`, ...
    std::uint32_t claims = 0;
    std::vector<std::string> documents;  ///< Their names, ascending.
};

/// The forms of all identities of a set of claims, which must live as long as this does. O(n) to make.
class ActorForms {
public:
    ActorForms(std::span<const Claim> claims, const Identities& identities);

    /// The forms of an identity, those with most claims first, then by text and evidence. Pronouns are one
    /// form. O(n log n) in its claims.
    [[nodiscard]] std::vector<ActorForm> of(std::uint32_t identity) const;

private:
    std::span<const Claim> claims_;
    const Identities& identities_;
    std::vector<std::vector<std::uint32_t>> claims_of_;  ///< By identity.
};

/// Two actors who may be one. Nothing is merged by it.
struct LikelyMerge {
    std::uint32_t shorter = 0;  ///< Indices of identities.
    std::uint32_t fuller = 0;
    std::string reason;
    std::vector<std::string> shared_subjects;  ///< On which both have claims, ascending.
};

/// The likely merges among actors that are not anonymous, those with most shared subjects first, then by
/// name: initials of one organisation only (`SIA`), a first and last name with and without a middle name,
/// a name that one longer name only ends in (`Commerce Department`), a surname of several people of whom one
/// shares subjects, and names of eight letters or more that differ in one letter and share subjects. Names
/// that speak in one article are not taken for one by their spelling. O(n log n) in the number of names.
[[nodiscard]] std::vector<LikelyMerge> likely_merges(std::span<const Claim> claims,
                                                     const Identities& identities);

}  // namespace stancegraph
