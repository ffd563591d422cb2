#pragma once

#include <map>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "measure/verdict_file.hpp"
#include "resolve/claim.hpp"
#include "store/verdict_table.hpp"

namespace stancegraph {

/// A verdict on this claim.
[[nodiscard]] StoredVerdict verdict_on(const Claim& claim, bool is_right, std::string wrong);

/// Verdicts by claim: by its id, or else by what it says and where, since ids change with rules.
class JudgedClaims {
public:
    explicit JudgedClaims(const std::vector<StoredVerdict>& verdicts);

    /// Null where nobody judged it. O(log n).
    [[nodiscard]] const StoredVerdict* find(const Claim& claim) const;

    [[nodiscard]] const std::map<std::string, StoredVerdict, std::less<>>& by_id() const { return by_id_; }

    /// Those on the claims, by the ids that these have now.
    [[nodiscard]] Verdicts on(std::span<const Claim> claims) const;

private:
    using Place = std::tuple<std::string, std::uint32_t, std::string>;  ///< Document, cue, words.

    std::map<std::string, StoredVerdict, std::less<>> by_id_;
    std::map<Place, const StoredVerdict*> by_place_;
};

}  // namespace stancegraph
