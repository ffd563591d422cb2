#include "training/oracle.hpp"

#include <algorithm>

namespace stancegraph {
namespace {

std::size_t index_of(std::int32_t word) {
    return static_cast<std::size_t>(word);
}

int dependents_from(const GoldTree& gold, std::int32_t word, std::int32_t from) {
    const auto& dependents = gold.dependents[index_of(word)];
    return static_cast<int>(dependents.end() - std::ranges::lower_bound(dependents, from));
}

int shift_cost(const GoldTree& gold, const ParserState& state, const std::vector<bool>& on_stack) {
    const auto next = static_cast<std::int32_t>(state.next());
    int cost = 0;
    for (const std::int32_t dependent : gold.dependents[state.next()]) {
        cost += dependent < next && on_stack[index_of(dependent)] ? 1 : 0;
    }
    const std::int32_t head = gold.heads[state.next()];
    if (state.stack().empty() || head == state.stack().back() || head >= next) {
        return cost;
    }
    // A head that lies deeper in the stack, the artificial root included, cannot be reached over the words
    // between.
    return head < 0 || on_stack[index_of(head)] ? cost + 1 : cost;
}

}  // namespace

GoldTree::GoldTree(std::span<const std::int32_t> gold_heads, std::span<const Deprel> gold_labels)
    : heads(gold_heads), labels(gold_labels), dependents(gold_heads.size()) {
    for (std::size_t word = 0; word < heads.size(); ++word) {
        if (heads[word] >= 0) {
            dependents[index_of(heads[word])].push_back(static_cast<std::int32_t>(word));
        }
    }
}

int MoveCosts::least() const {
    return std::min({shift, left, right});
}

MoveCosts move_costs(const ParserState& state, const GoldTree& gold, const std::vector<bool>& on_stack) {
    MoveCosts costs;
    const auto next = static_cast<std::int32_t>(state.next());
    if (state.can_shift()) {
        costs.shift = shift_cost(gold, state, on_stack);
    }
    if (state.stack().empty()) {
        return costs;
    }
    const std::int32_t top = state.stack().back();
    const std::int32_t head = gold.heads[index_of(top)];
    const int waiting = dependents_from(gold, top, next);
    if (state.can_left()) {
        const bool head_is_below = state.can_right() && head == state.stack()[state.stack().size() - 2];
        const bool head_is_root_below = head < 0 && !state.can_right();
        costs.left = waiting + (head_is_below || head_is_root_below || head > next ? 1 : 0);
    }
    if (state.can_right() || state.can_right_to_root()) {
        costs.right = waiting + (head >= next ? 1 : 0);
    }
    return costs;
}

}  // namespace stancegraph
