#include "random_pattern.hpp"

#include <array>
#include <string>

#include "pattern/names.hpp"

namespace stancegraph::pattern {
namespace {

constexpr std::array<const char*, 6> kWords{"say", "u.s.", "h20", "don't", "well-known", "école"};
constexpr std::array<const char*, 3> kNames{"cue", "speaker", "x_1"};
constexpr std::array<const char*, 3> kRelations{"nsubj", "nsubj:pass", "conj"};

NodePtr share(Node node) {
    return std::make_shared<const Node>(std::move(node));
}

template <typename Form>
Node make(Form form) {
    return {.form = std::move(form), .span = {}};
}

}  // namespace

Comparison RandomPattern::comparison() {
    Comparison comparison;
    comparison.is_case_sensitive = pick(2) == 0;
    switch (pick(4)) {
        case 0:
            comparison.attribute = Attribute::pos;
            comparison.value = "VERB";
            break;
        case 1:
            comparison.attribute = Attribute::feature;
            comparison.feature = "Number";
            comparison.value = "Plur";
            break;
        case 2:
            comparison.attribute = Attribute::word;
            comparison.is_regex = true;
            comparison.value = pick(2) == 0 ? "a/b\\d+" : "un(it)?";
            break;
        default:
            comparison.attribute = Attribute::lemma;
            comparison.value = pick(2) == 0 ? "a b=c" : "say";
            break;
    }
    return comparison;
}

Test RandomPattern::test(std::uint32_t depth) {
    switch (depth == 0 ? pick(3) : pick(6)) {
        case 0:
            return {.form = comparison(), .span = {}};
        case 1:
            return {.form = InList{kNames[pick(3)]}, .span = {}};
        case 2:
            return {.form = IsKind{static_cast<Kind>(pick(16))}, .span = {}};
        case 3:
            return {.form = All{{test(depth - 1), test(depth - 1)}}, .span = {}};
        case 4:
            return {.form = Any{{test(depth - 1), test(depth - 1)}}, .span = {}};
        default: {
            Test inner = test(depth - 1);
            if (std::holds_alternative<Not>(inner.form)) {
                return inner;
            }
            return {.form = Not{std::make_shared<const Test>(std::move(inner))}, .span = {}};
        }
    }
}

Node RandomPattern::leaf() {
    switch (pick(6)) {
        case 0:
            return make(Word{.text = kWords[pick(6)], .is_exact = false});
        case 1:
            return make(Word{.text = pick(2) == 0 ? "New York" : "(", .is_exact = true});
        case 2:
            return make(ListReference{kNames[pick(3)]});
        case 3:
            return make(static_cast<Kind>(pick(kKindCount - 2)));
        case 4:
            return make(TokenTest{test(2)});
        default:
            return make(MacroReference{kNames[pick(3)]});
    }
}

/// Whatever can be repeated or named.
Node RandomPattern::repeatable(std::uint32_t depth) {
    Node found = node(depth);
    while (std::holds_alternative<Gap>(found.form) || std::holds_alternative<Look>(found.form) ||
           std::holds_alternative<Repeat>(found.form)) {
        found = node(depth);
    }
    return found;
}

Node RandomPattern::inner(std::uint32_t depth) {
    switch (pick(6)) {
        case 0:
            return make(Sequence{{node(depth), node(depth), node(depth)}});
        case 1:
            return make(Choice{{node(depth), node(depth)}});
        case 2: {
            Repeat repeat;
            repeat.least = pick(4);
            repeat.most = pick(2) == 0 ? Repeat::kUnbounded : repeat.least + 1 + pick(3);
            repeat.is_lazy = pick(3) == 0;
            repeat.inner = share(repeatable(depth));
            return make(std::move(repeat));
        }
        case 3:
            return make(Capture{.name = kNames[pick(3)], .inner = share(repeatable(depth))});
        case 4:
            return make(
                Look{.inner = share(node(depth)), .is_ahead = pick(2) == 0, .is_negative = pick(2) == 0});
        default:
            return make(Gap{.most = 1 + pick(12), .forbidden = pick(2) == 0 ? nullptr : share(node(depth))});
    }
}

Node RandomPattern::node(std::uint32_t depth) {
    return depth == 0 || pick(4) == 0 ? leaf() : inner(depth - 1);
}

Step RandomPattern::step() {
    if (pick(5) == 0) {
        return {.form = test(1), .span = {}};
    }
    Step::Move move;
    move.direction = pick(2) == 0 ? Direction::down : Direction::up;
    for (std::uint32_t count = 1 + pick(2); count > 0; --count) {
        Edge edge;
        switch (pick(3)) {
            case 0:
                edge.form = move.direction == Direction::down ? static_cast<Role>(pick(5)) : Role::clause;
                break;
            case 1:
                edge.form = Edge::Preposition{{"about", "on"}};
                break;
            default:
                edge.form = Edge::Label{kRelations[pick(3)]};
                break;
        }
        move.edges.push_back(std::move(edge));
    }
    move.is_repeated = pick(4) == 0;
    move.is_optional = !move.is_repeated && pick(4) == 0;
    return {.form = std::move(move), .span = {}};
}

Filler RandomPattern::filler() {
    Filler filler;
    for (std::uint32_t count = 1 + pick(3); count > 0; --count) {
        FillerChoice choice;
        switch (pick(5)) {
            case 0:
                choice.form = SlotReference{.result = "said", .slot = "speaker"};
                break;
            case 1:
                choice.form = Author{};
                break;
            case 2:
                choice.form = Enclosing{};
                break;
            case 3:
                choice.form = Topic{pick(2) == 0 ? "" : "said"};
                break;
            default: {
                Path path;
                path.start = "cue";
                for (std::uint32_t steps = pick(4); steps > 0; --steps) {
                    path.steps.push_back(step());
                }
                path.kind = pick(3) == 0 ? std::optional(Kind::speaker) : std::nullopt;
                choice.form = std::move(path);
                break;
            }
        }
        filler.choices.push_back(std::move(choice));
    }
    return filler;
}

}  // namespace stancegraph::pattern
