#include "pattern/printer.hpp"

#include <fmt/format.h>

#include "pattern/names.hpp"
#include "pattern/overloaded.hpp"

namespace stancegraph::pattern {
namespace {

template <typename Items, typename Print>
std::string join(const Items& items, std::string_view separator, Print print_item) {
    std::string text;
    for (const auto& item : items) {
        text += text.empty() ? "" : separator;
        text += print_item(item);
    }
    return text;
}

std::string print_value(const Comparison& comparison) {
    if (!comparison.is_regex) {
        const bool is_plain = comparison.value.find_first_of(" \t\r\n&|()[]!=/") == std::string::npos;
        return is_plain ? comparison.value : fmt::format("\"{}\"", comparison.value);
    }
    std::string text = "/";
    for (std::size_t at = 0; at < comparison.value.size(); ++at) {
        const char byte = comparison.value[at];
        if (byte == '/') {
            text += '\\';
        }
        text += byte;
        if (byte == '\\' && at + 1 < comparison.value.size()) {
            text += comparison.value[++at];
        }
    }
    return text + "/";
}

std::string print_comparison(const Comparison& comparison) {
    std::string name(kAttributeNames[static_cast<std::size_t>(comparison.attribute)]);
    if (comparison.attribute == Attribute::feature) {
        name += "." + comparison.feature;
    }
    return name + (comparison.is_case_sensitive ? "==" : "=") + print_value(comparison);
}

/// In brackets where a test inside another one would be read differently.
std::string print_inside(const Test& test) {
    const bool is_list = std::holds_alternative<All>(test.form) || std::holds_alternative<Any>(test.form);
    return is_list ? "(" + print(test) + ")" : print(test);
}

std::string print_quantifier(const Repeat& repeat) {
    std::string text;
    if (repeat.least == 0 && repeat.most == 1) {
        text = "?";
    } else if (repeat.most == Repeat::kUnbounded && repeat.least <= 1) {
        text = repeat.least == 0 ? "*" : "+";
    } else if (repeat.most == Repeat::kUnbounded) {
        text = fmt::format("{{{},}}", repeat.least);
    } else if (repeat.most == repeat.least) {
        text = fmt::format("{{{}}}", repeat.least);
    } else {
        text = fmt::format("{{{},{}}}", repeat.least, repeat.most);
    }
    return text + (repeat.is_lazy ? "?" : "");
}

/// An atom: in brackets where it has several parts, and where a quantifier would be read as another's.
std::string print_atom(const Node& node) {
    const bool is_compound = std::holds_alternative<Sequence>(node.form) ||
                             std::holds_alternative<Choice>(node.form) ||
                             std::holds_alternative<Repeat>(node.form);
    return is_compound ? "(" + print(node) + ")" : print(node);
}

/// An item of a sequence: a quantifier needs no brackets there.
std::string print_item(const Node& node) {
    return std::holds_alternative<Repeat>(node.form) ? print(node) : print_atom(node);
}

std::string print_gap(const Gap& gap) {
    std::string text = gap.most == 6 ? "..." : fmt::format("...{}", gap.most);
    return gap.forbidden == nullptr ? text : text + "(no " + print(*gap.forbidden) + ")";
}

std::string print_edge(const Edge& edge) {
    return std::visit(
        Overloaded{
            [](Role role) { return std::string(name_of(role)); },
            [](const Edge::Preposition& preposition) {
                return "prep(" + join(preposition.words, ", ", [](const std::string& word) { return word; }) +
                       ")";
            },
            [](const Edge::Label& label) { return label.name; },
        },
        edge.form);
}

std::string print_step(const Step& step) {
    if (const auto* test = std::get_if<Test>(&step.form)) {
        return "[" + print(*test) + "]";
    }
    const auto& move = std::get<Step::Move>(step.form);
    const std::string edges = join(move.edges, " | ", print_edge);
    return fmt::format("{}{}{}", move.direction == Direction::down ? ">" : "<",
                       move.edges.size() == 1 ? edges : "(" + edges + ")",
                       move.is_repeated ? "*" : (move.is_optional ? "?" : ""));
}

}  // namespace

std::string print(const Test& test) {
    return std::visit(Overloaded{
                          [](const Comparison& comparison) { return print_comparison(comparison); },
                          [](const InList& in_list) { return "@" + in_list.list; },
                          [](const IsKind& is_kind) { return std::string(name_of(is_kind.kind)); },
                          [](const All& all) { return join(all.tests, " & ", print_inside); },
                          [](const Any& any) {
                              return join(any.tests, " | ", [](const Test& option) {
                                  return std::holds_alternative<Any>(option.form) ? print_inside(option)
                                                                                  : print(option);
                              });
                          },
                          [](const Not& negation) { return "!" + print_inside(*negation.test); },
                      },
                      test.form);
}

std::string print(const Node& node) {
    return std::visit(
        Overloaded{
            [](const Word& word) { return word.is_exact ? "\"" + word.text + "\"" : word.text; },
            [](const ListReference& reference) { return "@" + reference.list; },
            [](Kind kind) { return std::string(name_of(kind)); },
            [](const TokenTest& test) { return "[" + print(test.test) + "]"; },
            [](const Gap& gap) { return print_gap(gap); },
            [](const Capture& capture) { return capture.name + ":" + print_atom(*capture.inner); },
            [](const Sequence& sequence) { return join(sequence.items, " ", print_item); },
            [](const Choice& choice) {
                return join(choice.options, " | ", [](const Node& option) {
                    return std::holds_alternative<Choice>(option.form) ? print_atom(option) : print(option);
                });
            },
            [](const Repeat& repeat) { return print_atom(*repeat.inner) + print_quantifier(repeat); },
            [](const MacroReference& reference) { return "$" + reference.macro; },
            [](const Look& look) {
                return fmt::format("({}{} by {})", look.is_negative ? "not " : "",
                                   look.is_ahead ? "followed" : "preceded", print(*look.inner));
            },
        },
        node.form);
}

std::string print(const Path& path) {
    std::string text = path.start;
    for (const Step& step : path.steps) {
        text += " " + print_step(step);
    }
    if (path.kind) {
        text += fmt::format(" {}", name_of(*path.kind));
    }
    return path.end.empty() ? text : text + " " + path.end;
}

std::string print(const Filler& filler) {
    return join(filler.choices, " | ", [](const FillerChoice& choice) {
        return std::visit(
            Overloaded{
                [](const Path& path) { return print(path); },
                [](const SlotReference& reference) { return reference.result + "." + reference.slot; },
                [](const Author&) { return std::string("AUTHOR"); },
                [](const Enclosing&) { return std::string("enclosing"); },
                [](const Topic& topic) {
                    return topic.result.empty() ? std::string("topic") : "topic(" + topic.result + ")";
                },
            },
            choice.form);
    });
}

}  // namespace stancegraph::pattern
