#include "workbench/pattern_cost.hpp"

#include <algorithm>

#include "pattern/overloaded.hpp"
#include "pattern/tree.hpp"

namespace stancegraph {
namespace {

/// Words of a noun phrase, a name: those of news texts have hardly more.
constexpr std::uint64_t kWordsOfPhrase = 12;

std::uint64_t words_of(pattern::Kind kind, PatternReach reach) {
    if (pattern::is_token_kind(kind)) {
        return 1;
    }
    if (pattern::is_position_kind(kind)) {
        return 0;
    }
    const bool is_long =
        kind == pattern::Kind::quote || kind == pattern::Kind::clause || kind == pattern::Kind::rest;
    return is_long ? reach.max_width : kWordsOfPhrase;
}

class CostCounter {
public:
    explicit CostCounter(PatternReach reach) : reach_(reach) {}

    [[nodiscard]] PatternCost of(const pattern::Node& node) const {
        PatternCost cost = std::visit([this](const auto& form) { return count(form); }, node.form);
        cost.words = std::min<std::uint64_t>(cost.words, reach_.max_width);
        return cost;
    }

private:
    [[nodiscard]] PatternCost count(const pattern::Word& word) const {
        const auto words = static_cast<std::uint64_t>(std::ranges::count(word.text, ' ')) + 1;
        return {words, words};
    }

    [[nodiscard]] PatternCost count(const pattern::ListReference&) const { return {1, 3}; }

    [[nodiscard]] PatternCost count(pattern::Kind kind) const { return {1, words_of(kind, reach_)}; }

    [[nodiscard]] PatternCost count(const pattern::TokenTest&) const { return {1, 1}; }

    [[nodiscard]] PatternCost count(const pattern::Gap& gap) const {
        const std::uint64_t most = std::min(gap.most, reach_.max_gap);
        const std::uint64_t forbidden = gap.forbidden == nullptr ? 0 : of(*gap.forbidden).instructions;
        return {most * (2 + forbidden), most};
    }

    [[nodiscard]] PatternCost count(const pattern::Capture& capture) const {
        const PatternCost inner = of(*capture.inner);
        return {inner.instructions + 2, inner.words};
    }

    [[nodiscard]] PatternCost count(const pattern::Sequence& sequence) const {
        PatternCost sum;
        for (const pattern::Node& item : sequence.items) {
            const PatternCost cost = of(item);
            sum.instructions += cost.instructions;
            sum.words += cost.words;
        }
        return sum;
    }

    [[nodiscard]] PatternCost count(const pattern::Choice& choice) const {
        PatternCost sum;
        for (const pattern::Node& option : choice.options) {
            const PatternCost cost = of(option);
            sum.instructions += cost.instructions + 1;
            sum.words = std::max(sum.words, cost.words);
        }
        return sum;
    }

    [[nodiscard]] PatternCost count(const pattern::Repeat& repeat) const {
        const PatternCost turn = of(*repeat.inner);
        if (repeat.most == pattern::Repeat::kUnbounded) {
            return {(repeat.least + 1) * turn.instructions + 1, reach_.max_width};
        }
        return {repeat.most * (turn.instructions + 1), repeat.most * turn.words};
    }

    [[nodiscard]] PatternCost count(const pattern::MacroReference&) const { return {}; }

    [[nodiscard]] PatternCost count(const pattern::Look& look) const {
        return {of(*look.inner).instructions + 1, 0};
    }

    PatternReach reach_;
};

bool can_be_costly(const pattern::Node& node) {
    return std::holds_alternative<pattern::Repeat>(node.form) ||
           std::holds_alternative<pattern::Gap>(node.form) ||
           std::holds_alternative<pattern::Choice>(node.form);
}

}  // namespace

PatternCost cost_of(const pattern::Node& node, PatternReach reach) {
    return CostCounter(reach).of(node);
}

const pattern::Node& costliest_part(const pattern::Node& node, PatternReach reach) {
    const CostCounter counter(reach);
    const pattern::Node* costliest = &node;
    std::uint64_t most = 0;
    pattern::for_each_node(node, [&](const pattern::Node& part) {
        const std::uint64_t steps = can_be_costly(part) ? counter.of(part).steps() : 0;
        if (steps > most) {
            most = steps;
            costliest = &part;
        }
    });
    return *costliest;
}

}  // namespace stancegraph
