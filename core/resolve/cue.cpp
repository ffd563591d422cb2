#include "resolve/cue.hpp"

#include <algorithm>
#include <array>

#include "text/tree.hpp"

namespace stancegraph {
namespace {

constexpr std::array kCueParts{Deprel::aux, Deprel::aux_pass, Deprel::compound_prt, Deprel::fixed,
                               Deprel::cop};

bool belongs_to_cue(const ReadView& view, TokenIndex child) {
    const Deprel relation = view.annotation.deprel[child];
    if (relation == Deprel::advmod) {
        return view.lists.negators.contains(view.lower(child)) || view.annotation.xpos[child] == Xpos::rb;
    }
    return std::ranges::find(kCueParts, relation) != kCueParts.end();
}

/// True if the token is the preposition that brings in what the cue is about: "called for [an end]".
bool brings_in_content(const ReadView& view, const Mention& mention, TokenIndex token) {
    if (token >= view.annotation.head.size() || !is_preposition(view.annotation, token)) {
        return false;
    }
    const TokenIndex content = view.annotation.head[token];
    return std::ranges::any_of(mention.slots, [&](const SlotValue& slot) {
        return slot.name != "speaker" &&
               std::ranges::any_of(slot.pieces, [&](TokenSpan piece) { return piece.contains(content); }) &&
               std::ranges::none_of(slot.pieces, [&](TokenSpan piece) { return piece.contains(token); });
    });
}

}  // namespace

TokenSpan cue_extent(const ReadView& view, const Mention& mention) {
    std::vector<TokenIndex> tokens = mention.cue;
    const TokenIndex head = mention.cue.front();
    for_each_child(view.annotation, head, [&](TokenIndex child) {
        if (belongs_to_cue(view, child)) {
            tokens.push_back(child);
        }
    });
    std::ranges::sort(tokens);
    // Grown from the head in both directions while the next word belongs to it.
    TokenSpan extent{head, head + 1};
    const auto at = std::ranges::find(tokens, head);
    for (auto next = at + 1; next != tokens.end() && *next <= extent.end; ++next) {
        extent.end = std::max(extent.end, *next + 1);
    }
    for (auto before = std::make_reverse_iterator(at); before != tokens.rend() && *before + 1 == extent.begin;
         ++before) {
        extent.begin = *before;
    }
    if (brings_in_content(view, mention, extent.end)) {
        ++extent.end;
    }
    return extent;
}

}  // namespace stancegraph
