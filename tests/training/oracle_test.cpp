#include "training/oracle.hpp"

#include <catch2/catch.hpp>

#include "training/random.hpp"

using namespace stancegraph;

namespace {

/// A random tree without crossing arcs over [begin, end): the root anywhere, its parts to both sides.
void grow(Random& random, std::int32_t begin, std::int32_t end, std::int32_t head,
          std::vector<std::int32_t>& heads) {
    while (begin < end) {
        const std::int32_t until =
            head < 0 ? end
                     : begin + 1 +
                           static_cast<std::int32_t>(random.below(static_cast<std::uint32_t>(end - begin)));
        const std::int32_t root =
            begin + static_cast<std::int32_t>(random.below(static_cast<std::uint32_t>(until - begin)));
        heads[static_cast<std::size_t>(root)] = head;
        grow(random, begin, root, root, heads);
        grow(random, root + 1, until, root, heads);
        begin = until;
    }
}

struct Walk {
    ParserState state;
    std::vector<bool> on_stack;

    explicit Walk(std::size_t count) : on_stack(count, false) { state.reset(count); }

    void apply(std::size_t move) {
        if (move == transition::kShift) {
            on_stack[state.next()] = true;
        } else {
            on_stack[static_cast<std::size_t>(state.stack().back())] = false;
        }
        state.apply(move);
    }
};

/// The possible moves of the kinds whose cost is `least`, or of all kinds.
std::vector<std::size_t> moves_of(const ParserState& state, const MoveCosts& costs, bool only_least) {
    std::vector<std::size_t> moves;
    const auto add = [&](int cost, std::size_t move) {
        if (cost < MoveCosts::kImpossible && (!only_least || cost == costs.least())) {
            moves.push_back(move);
        }
    };
    add(costs.shift, transition::kShift);
    add(costs.left, transition::left(Deprel::dep));
    add(costs.right, transition::right(state.can_right_to_root() ? Deprel::root : Deprel::dep));
    return moves;
}

int wrong_heads(const ParserState& state, const std::vector<std::int32_t>& heads) {
    int wrong = 0;
    for (std::size_t word = 0; word < heads.size(); ++word) {
        const std::int32_t head = state.head(word);
        wrong += (head < 0 ? -1 : head) != heads[word] ? 1 : 0;
    }
    return wrong;
}

std::size_t any_of(Random& random, const std::vector<std::size_t>& moves) {
    return moves[random.below(static_cast<std::uint32_t>(moves.size()))];
}

}  // namespace

TEST_CASE("moves without cost lead to the gold tree", "[training]") {
    Random random(3);
    for (int round = 0; round < 300; ++round) {
        const std::size_t count = 1 + random.below(14);
        std::vector<std::int32_t> heads(count);
        grow(random, 0, static_cast<std::int32_t>(count), -1, heads);
        const std::vector<Deprel> labels(count, Deprel::dep);
        const GoldTree gold(heads, labels);
        Walk walk(count);
        while (!walk.state.is_final()) {
            const MoveCosts costs = move_costs(walk.state, gold, walk.on_stack);
            REQUIRE(costs.least() == 0);
            walk.apply(any_of(random, moves_of(walk.state, costs, true)));
        }
        CHECK(wrong_heads(walk.state, heads) == 0);
    }
}

TEST_CASE("the costs of a walk are the arcs it loses", "[training]") {
    Random random(4);
    for (int round = 0; round < 300; ++round) {
        const std::size_t count = 2 + random.below(12);
        std::vector<std::int32_t> heads(count);
        grow(random, 0, static_cast<std::int32_t>(count), -1, heads);
        const std::vector<Deprel> labels(count, Deprel::dep);
        const GoldTree gold(heads, labels);
        Walk walk(count);
        int paid = 0;
        while (!walk.state.is_final()) {
            const MoveCosts costs = move_costs(walk.state, gold, walk.on_stack);
            REQUIRE(costs.least() == 0);  // Arc-hybrid: what is still in reach can all be had.
            const std::size_t move = any_of(random, moves_of(walk.state, costs, random.below(3) > 0));
            paid += move == transition::kShift       ? costs.shift
                    : move < transition::kFirstRight ? costs.left
                                                     : costs.right;
            walk.apply(move);
        }
        CHECK(wrong_heads(walk.state, heads) == paid);
    }
}
