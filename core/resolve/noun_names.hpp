#pragma once

#include <string>
#include <vector>

#include "resolve/entities.hpp"
#include "resolve/phrase.hpp"
#include "resolve/word_lists.hpp"

namespace stancegraph {

/// What may head a noun phrase.
[[nodiscard]] constexpr bool is_nominal(Upos tag) {
    return tag == Upos::noun || tag == Upos::propn || tag == Upos::pron || tag == Upos::num;
}

/// How a noun is called as the subject of a claim: by the fewest words that an analyst would write on a node.
class NounNames {
public:
    NounNames(const ReadView& view, const EntityTable& entities) : view_(&view), entities_(&entities) {}

    /// False for pronouns, figures, days, words of the list `empty_noun`, and words of `anaphor` and
    /// `general_noun` that nothing is added to: "the decision" names nothing, "the decision on tariffs" does.
    [[nodiscard]] bool names_something(TokenIndex noun) const;

    /// The words of the name in text order: the telling ones, without figures and words of `light_word`
    /// before the first that tells something ("many other countries"). Not empty.
    [[nodiscard]] std::vector<TokenIndex> tokens_of(TokenIndex noun) const;

    /// Those words as a name; a person who possesses the rest has the full name ("Mr. Pell's plan").
    [[nodiscard]] std::string name_of(const std::vector<TokenIndex>& tokens, TokenIndex noun) const;

private:
    [[nodiscard]] bool is_light(TokenIndex token) const;

    const ReadView* view_;
    const EntityTable* entities_;
};

}  // namespace stancegraph
