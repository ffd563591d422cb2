#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "match/paths.hpp"
#include "match/roles.hpp"
#include "match/span_kinds.hpp"

namespace stancegraph {

/// Where a path stopped, for near misses.
struct PathStop {
    TokenIndex token = kNoToken;  ///< The last token reached.
    std::size_t step = 0;         ///< The step that led nowhere.
};

/// Follows paths through the tree by breadth-first search over (token, step), each pair once, so that circles
/// and nested stars end.
class PathFinder {
public:
    PathFinder(TextView& text, SpanKinds& kinds, const Roles& roles)
        : text_(&text), kinds_(&kinds), roles_(&roles) {}

    /// Adds the tokens at the end of the path, nearest first in the order of steps. `cue` is the entry at
    /// `from`. O(tokens of the sentence * steps).
    void find(const CompiledPath& path, TokenIndex from, const CueEntry& cue, std::vector<TokenIndex>& found,
              PathStop* stop = nullptr);

    /// Steps taken since construction.
    [[nodiscard]] std::uint64_t steps() const { return steps_; }

private:
    struct State {
        TokenIndex token = kNoToken;
        std::uint32_t step = 0;
    };

    void begin(std::size_t steps);
    void push(TokenIndex token, std::uint32_t step);
    void move(const PathStep& step, const State& state, const CueEntry& cue);
    void add_below(const PathEdge& edge, TokenIndex from, const CueEntry& cue);
    void add_above(const PathEdge& edge, TokenIndex from);

    TextView* text_;
    SpanKinds* kinds_;
    const Roles* roles_;
    std::vector<State> queue_;
    std::vector<std::uint32_t> seen_;  ///< By token and step: the search that came here last.
    std::uint64_t steps_ = 0;
    std::uint32_t search_ = 0;
    std::uint32_t states_ = 1;  ///< Steps of the path and its end.
    std::vector<TokenIndex> reached_;
};

}  // namespace stancegraph
