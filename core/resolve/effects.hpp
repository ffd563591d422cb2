#pragma once

#include "resolve/phrase.hpp"
#include "resolve/word_lists.hpp"

namespace stancegraph {

/// True if one of the token's own adverbs, adjectives or determiners denies it: not, never,
/// no, few.
[[nodiscard]] bool has_negator(const ReadView& view, TokenIndex token);

/// What the verb or noun does to what it acts on: -1 where it ends or lessens it (lift, scrap, an end to,
/// stop), +1 where it furthers it (allow, expansion of), 0 where the lists `effect_verb`, `effect_noun` and
/// `fail_verb` do not know it.
[[nodiscard]] int effect_of(const ReadView& view, TokenIndex token);

/// A word that is acted on (a patient, in the terms of semantic roles), and what is done to it.
struct Patient {
    TokenIndex token = kNoToken;
    int effect = 1;  ///< -1: it is ended or denied, twice cancels.
};

/// What the verb or noun acts on in the end: "to [stop lifting] the controls", "an end to the controls". The
/// token itself where it acts on nothing.
[[nodiscard]] Patient acted_on(const ReadView& view, TokenIndex token);

/// The product of the effects and negations from `top` down to `part`: -1 where who is for `top` is against
/// `part` ("to lift the controls": controls). 1 if `part` is not below `top`. O(depth of the tree).
[[nodiscard]] int effect_between(const ReadView& view, TokenIndex top, TokenIndex part);

}  // namespace stancegraph
