#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "graph/identity_decisions.hpp"
#include "graph/story_table.hpp"
#include "resolve/claim.hpp"

namespace stancegraph {

/// Evidence and nothing else: the claims by id, and which documents were found to tell one story. Adding and
/// merging are associative, commutative and idempotent, so the same claims in any order, split and number of
/// repeats make the same set. Of claims that share an id but not the content, the one with the smaller JSON
/// text stays and the id is remembered.
class ClaimSet {
public:
    ClaimSet() = default;
    explicit ClaimSet(std::vector<Claim> claims);

    void add(Claim claim);
    /// Says that a document tells the story of another one, or its own: their texts were compared.
    void link(const std::string& document, const std::string& story);
    /// Adds what the rules say of who is who.
    void decide(const IdentityDecisions& decisions);
    void merge(ClaimSet other);

    [[nodiscard]] std::size_t size() const { return claims_.size(); }

    [[nodiscard]] bool is_empty() const { return claims_.empty(); }

    [[nodiscard]] const IdentityDecisions& decisions() const { return decisions_; }

    [[nodiscard]] const StoryLinks& story_links() const { return story_links_; }

    /// Ids under which different claims were added, ascending.
    [[nodiscard]] const std::set<std::string>& disputed_ids() const { return disputed_ids_; }

    /// Reports every disputed id as a warning (SG3101): two versions of a document or rule set were mixed.
    void check_disputes(Diagnostics& diagnostics) const;

    /// The claims in the order of `claim_order`. Leaves the set empty when called on an rvalue.
    [[nodiscard]] std::vector<Claim> sorted() const&;
    [[nodiscard]] std::vector<Claim> sorted() &&;

private:
    std::map<std::string, Claim> claims_;
    std::set<std::string> disputed_ids_;
    StoryLinks story_links_;
    IdentityDecisions decisions_;
};

}  // namespace stancegraph
