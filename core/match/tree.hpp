#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/span.hpp"
#include "text/annotation.hpp"

namespace stancegraph {

/// A set of relations, one bit for each label.
using DeprelSet = std::uint64_t;

[[nodiscard]] constexpr DeprelSet set_of(Deprel label) {
    return DeprelSet{1} << static_cast<unsigned>(label);
}

template <typename... Labels>
[[nodiscard]] constexpr DeprelSet set_of(Deprel first, Labels... more) {
    return (set_of(first) | ... | set_of(more));
}

[[nodiscard]] constexpr bool contains(DeprelSet set, Deprel label) {
    return (set & set_of(label)) != 0;
}

inline constexpr DeprelSet kNominalSubjects = set_of(Deprel::nsubj, Deprel::nsubj_outer);
inline constexpr DeprelSet kObliques = set_of(Deprel::obl, Deprel::obl_agent, Deprel::obl_unmarked);
inline constexpr DeprelSet kNominalModifiers = set_of(Deprel::nmod, Deprel::nmod_unmarked);

/// The dependency trees of a document, with the children of each token in text order. Cycles, which a foreign
/// CoNLL-U file may hold, end every walk.
class Tree {
public:
    /// O(tokens). `annotation` must outlive the result or the next call.
    void build(const Annotation& annotation);

    [[nodiscard]] std::span<const TokenIndex> children(TokenIndex token) const {
        return {children_.data() + first_[token], first_[token + 1] - first_[token]};
    }

    [[nodiscard]] TokenIndex head(TokenIndex token) const { return annotation_->head[token]; }

    [[nodiscard]] Deprel label(TokenIndex token) const { return annotation_->deprel[token]; }

    /// The first child with one of the labels, or kNoToken.
    [[nodiscard]] TokenIndex child(TokenIndex token, DeprelSet labels) const;

    [[nodiscard]] bool has_child(TokenIndex token, DeprelSet labels) const {
        return child(token, labels) != kNoToken;
    }

    /// True if `above` is `token` or one of the tokens that it hangs under.
    [[nodiscard]] bool is_under(TokenIndex token, TokenIndex above) const;

    /// Adds `token` and all below it, without what hangs by a label of `without`, in no certain order.
    void add_subtree(TokenIndex token, DeprelSet without, std::vector<TokenIndex>& tokens) const;

    /// The first and the last word below the token or the token itself, in a tree whose branches do not
    /// cross. O(depth).
    [[nodiscard]] TokenIndex leftmost(TokenIndex token) const;
    [[nodiscard]] TokenIndex rightmost(TokenIndex token) const;

    /// How many steps a walk upwards may take before it must be in a circle.
    static constexpr std::uint32_t kDeepest = 400;

private:
    const Annotation* annotation_ = nullptr;
    std::vector<std::uint32_t> first_;  ///< Place of each token's first child in children_.
    std::vector<TokenIndex> children_;
};

}  // namespace stancegraph
