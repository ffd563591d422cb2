#include "pattern/shape.hpp"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace stancegraph::pattern {
namespace {

bool takes_nothing(const Node& node) {
    const Kind* kind = std::get_if<Kind>(&node.form);
    return std::holds_alternative<Look>(node.form) || (kind != nullptr && is_position_kind(*kind));
}

struct Emptiness {
    bool operator()(const Word& word) const { return word.text.empty(); }

    bool operator()(const ListReference&) const { return false; }

    bool operator()(Kind kind) const { return is_position_kind(kind); }

    bool operator()(const TokenTest&) const { return false; }

    bool operator()(const Gap&) const { return true; }

    bool operator()(const Capture& capture) const { return can_be_empty(*capture.inner); }

    bool operator()(const Sequence& sequence) const {
        return std::ranges::all_of(sequence.items, can_be_empty);
    }

    bool operator()(const Choice& choice) const { return std::ranges::any_of(choice.options, can_be_empty); }

    bool operator()(const Repeat& repeat) const { return repeat.least == 0 || can_be_empty(*repeat.inner); }

    bool operator()(const MacroReference&) const { return false; }

    bool operator()(const Look&) const { return true; }
};

Node choice_of(std::vector<Node> options, ByteSpan span) {
    if (options.size() == 1) {
        return std::move(options.front());
    }
    return {Choice{std::move(options)}, span};
}

/// a b c without the empty match: a' b c | b' c | c', each behind the assertions that stood before it.
std::optional<Node> sequence_without_empty(const Sequence& sequence, ByteSpan span) {
    std::vector<Node> options;
    std::vector<Node> assertions;
    for (std::size_t at = 0; at < sequence.items.size(); ++at) {
        const Node& item = sequence.items[at];
        if (takes_nothing(item)) {
            assertions.push_back(item);
            continue;
        }
        if (auto full = without_empty(item)) {
            Sequence option{assertions};
            option.items.push_back(std::move(*full));
            const auto rest = sequence.items.begin() + static_cast<std::ptrdiff_t>(at) + 1;
            option.items.insert(option.items.end(), rest, sequence.items.end());
            options.push_back({std::move(option), span});
        }
    }
    if (options.empty()) {
        return std::nullopt;
    }
    return choice_of(std::move(options), span);
}

struct Stripper {
    ByteSpan span;

    std::optional<Node> operator()(const Gap&) const { return Node{Kind::any, span}; }

    std::optional<Node> operator()(const Capture& capture) const {
        auto inner = without_empty(*capture.inner);
        if (!inner) {
            return std::nullopt;
        }
        return Node{Capture{capture.name, std::make_shared<const Node>(std::move(*inner))}, span};
    }

    std::optional<Node> operator()(const Sequence& sequence) const {
        return sequence_without_empty(sequence, span);
    }

    std::optional<Node> operator()(const Choice& choice) const {
        std::vector<Node> options;
        for (const Node& option : choice.options) {
            if (!can_be_empty(option)) {
                options.push_back(option);
            } else if (auto full = without_empty(option)) {
                options.push_back(std::move(*full));
            }
        }
        if (options.empty()) {
            return std::nullopt;
        }
        return choice_of(std::move(options), span);
    }

    std::optional<Node> operator()(const Repeat& repeat) const {
        Repeat full = repeat;
        full.least = 1;
        if (repeat.most == 0) {
            return std::nullopt;
        }
        if (can_be_empty(*repeat.inner)) {
            auto inner = without_empty(*repeat.inner);
            if (!inner) {
                return std::nullopt;
            }
            full.inner = std::make_shared<const Node>(std::move(*inner));
        }
        return Node{std::move(full), span};
    }

    template <typename Form>
    std::optional<Node> operator()(const Form&) const {
        return std::nullopt;  // assertions
    }
};

}  // namespace

bool can_be_empty(const Node& node) {
    return std::visit(Emptiness{}, node.form);
}

std::optional<Node> without_empty(const Node& node) {
    return std::visit(Stripper{node.span}, node.form);
}

}  // namespace stancegraph::pattern
