#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "resolve/claim.hpp"

namespace stancegraph {

/// Evidence and nothing else: the claims by id. Adding and merging are associative, commutative and
/// idempotent, so the same claims in any order, split and number of repeats make the same set. Of claims that
/// share an id but not the content, the one with the smaller JSON text stays and the id is remembered.
class ClaimSet {
public:
    ClaimSet() = default;
    explicit ClaimSet(std::vector<Claim> claims);

    void add(Claim claim);
    void merge(ClaimSet other);

    [[nodiscard]] std::size_t size() const { return claims_.size(); }

    [[nodiscard]] bool is_empty() const { return claims_.empty(); }

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
};

}  // namespace stancegraph
