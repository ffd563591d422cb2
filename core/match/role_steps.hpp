#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "match/text_view.hpp"

/// Steps through the tree that the parts of Roles share.
namespace stancegraph {

inline constexpr DeprelSet kObjects = set_of(Deprel::obj, Deprel::iobj);
inline constexpr DeprelSet kCaseLike = set_of(Deprel::case_, Deprel::mark);

/// How far a shared subject or an antecedent is looked for.
inline constexpr std::uint32_t kMostHops = 6;

/// Adds the token where there is one and it is not there yet.
inline void add_once(std::vector<TokenIndex>& found, TokenIndex token) {
    if (token != kNoToken && std::ranges::find(found, token) == found.end()) {
        found.push_back(token);
    }
}

/// True if a preposition or conjunction of the token, in lower case, is wanted.
template <typename Wanted>
[[nodiscard]] bool has_case(const TextView& text, TokenIndex token, Wanted is_wanted) {
    return std::ranges::any_of(text.tree().children(token), [&](TokenIndex child) {
        return contains(kCaseLike, text.tree().label(child)) && is_wanted(text.lower(child));
    });
}

}  // namespace stancegraph
