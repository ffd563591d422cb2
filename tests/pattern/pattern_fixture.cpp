#include "pattern_fixture.hpp"

#include <fmt/format.h>

#include "pattern/names.hpp"
#include "pattern/overloaded.hpp"

namespace stancegraph::pattern {
namespace {

template <typename Items>
std::string dump_all(const Items& items) {
    std::string text;
    for (const auto& item : items) {
        text += " " + dump(item);
    }
    return text;
}

std::string dump(const Edge& edge) {
    return std::visit(Overloaded{[](Role role) { return fmt::format("role={}", name_of(role)); },
                                 [](const Edge::Preposition& preposition) {
                                     std::string text = "prep=";
                                     for (const std::string& word : preposition.words) {
                                         text += word + ";";
                                     }
                                     return text;
                                 },
                                 [](const Edge::Label& label) { return "label=" + label.name; }},
                      edge.form);
}

std::string dump(const Step& step) {
    if (const auto* test = std::get_if<Test>(&step.form)) {
        return "[" + stancegraph::pattern::dump(*test) + "]";
    }
    const auto& move = std::get<Step::Move>(step.form);
    std::string text = move.direction == Direction::down ? "(down" : "(up";
    for (const Edge& edge : move.edges) {
        text += " " + dump(edge);
    }
    return text + (move.is_optional ? " optional)" : move.is_repeated ? " repeated)" : ")");
}

std::string dump(const FillerChoice& choice) {
    return std::visit(Overloaded{[](const Path& path) {
                                     std::string text = "(path " + path.start;
                                     for (const Step& step : path.steps) {
                                         text += " " + dump(step);
                                     }
                                     return text +
                                            (path.kind ? fmt::format(" kind={})", name_of(*path.kind)) : ")");
                                 },
                                 [](const SlotReference& reference) {
                                     return fmt::format("(slot {} {})", reference.result, reference.slot);
                                 },
                                 [](const Author&) { return std::string("(author)"); },
                                 [](const Enclosing&) { return std::string("(enclosing)"); },
                                 [](const Topic& topic) { return fmt::format("(topic {})", topic.result); }},
                      choice.form);
}

}  // namespace

std::string dump(const Test& test) {
    return std::visit(
        Overloaded{[](const Comparison& comparison) {
                       return fmt::format("(compare {} {} '{}' {} {})",
                                          static_cast<int>(comparison.attribute), comparison.feature,
                                          comparison.value, comparison.is_regex,
                                          comparison.is_case_sensitive);
                   },
                   [](const InList& in_list) { return "(in " + in_list.list + ")"; },
                   [](const IsKind& is_kind) { return fmt::format("(is {})", name_of(is_kind.kind)); },
                   [](const All& all) { return "(all" + dump_all(all.tests) + ")"; },
                   [](const Any& any) { return "(any" + dump_all(any.tests) + ")"; },
                   [](const Not& negation) { return "(not " + dump(*negation.test) + ")"; }},
        test.form);
}

std::string dump(const Node& node) {
    return std::visit(
        Overloaded{
            [](const Word& word) { return fmt::format("'{}'{}", word.text, word.is_exact ? "!" : ""); },
            [](const ListReference& reference) { return "@" + reference.list; },
            [](Kind kind) { return std::string(name_of(kind)); },
            [](const TokenTest& test) { return dump(test.test); },
            [](const Gap& gap) {
                return fmt::format("(gap {} {})", gap.most,
                                   gap.forbidden == nullptr ? "" : dump(*gap.forbidden));
            },
            [](const Capture& capture) {
                return fmt::format("({}: {})", capture.name, dump(*capture.inner));
            },
            [](const Sequence& sequence) { return "(seq" + dump_all(sequence.items) + ")"; },
            [](const Choice& choice) { return "(or" + dump_all(choice.options) + ")"; },
            [](const Repeat& repeat) {
                return fmt::format("(repeat {} {} {} {})", repeat.least, repeat.most, repeat.is_lazy,
                                   dump(*repeat.inner));
            },
            [](const MacroReference& reference) { return "$" + reference.macro; },
            [](const Look& look) {
                return fmt::format("(look {} {} {})", look.is_ahead, look.is_negative, dump(*look.inner));
            }},
        node.form);
}

std::string dump(const Filler& filler) {
    std::string text = "(first";
    for (const FillerChoice& choice : filler.choices) {
        text += " " + dump(choice);
    }
    return text + ")";
}

}  // namespace stancegraph::pattern
