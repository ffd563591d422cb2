#pragma once

#include <set>
#include <string>
#include <utility>

namespace stancegraph {

/// Who is who by decree: the `same_as` and `different_from` of the rules' actors. Sets of pairs, so that
/// projects merge in any order.
struct IdentityDecisions {
    std::set<std::pair<std::string, std::string>> same;       ///< The name to keep, and another one.
    std::set<std::pair<std::string, std::string>> different;  ///< Two names.

    void merge(const IdentityDecisions& other) {
        same.insert(other.same.begin(), other.same.end());
        different.insert(other.different.begin(), other.different.end());
    }

    [[nodiscard]] bool is_empty() const { return same.empty() && different.empty(); }
};

}  // namespace stancegraph
