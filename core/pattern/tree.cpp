#include "pattern/tree.hpp"

#include <algorithm>
#include <utility>

#include "pattern/overloaded.hpp"

namespace stancegraph::pattern {
namespace {

/// A copy of the tree with each node changed by `change`, children first.
template <typename Change>
Node rebuild(const Node& node, const Change& change) {
    const auto child = [&change](const Node& inner) { return rebuild(inner, change); };
    const auto shared = [&child](const NodePtr& inner) {
        return inner == nullptr ? nullptr : std::make_shared<const Node>(child(*inner));
    };
    Node copy = node;
    std::visit(Overloaded{
                   [&shared](Gap& gap) { gap.forbidden = shared(gap.forbidden); },
                   [&shared](Capture& capture) { capture.inner = shared(capture.inner); },
                   [&child](Sequence& sequence) {
                       std::ranges::transform(sequence.items, sequence.items.begin(), child);
                   },
                   [&child](Choice& choice) {
                       std::ranges::transform(choice.options, choice.options.begin(), child);
                   },
                   [&shared](Repeat& repeat) { repeat.inner = shared(repeat.inner); },
                   [&shared](Look& look) { look.inner = shared(look.inner); },
                   [](auto& /*leaf*/) {},
               },
               copy.form);
    return change(std::move(copy));
}

void add_lists_of(const Test& test, std::vector<NameUse>& uses) {
    for_each_test(test, [&uses](const Test& inner) {
        if (const auto* in_list = std::get_if<InList>(&inner.form)) {
            uses.push_back({.name = in_list->list, .span = inner.span});
        }
    });
}

}  // namespace

void for_each_node(const Node& node, const std::function<void(const Node&)>& visit) {
    visit(node);
    const auto descend = [&visit](const NodePtr& inner) {
        if (inner != nullptr) {
            for_each_node(*inner, visit);
        }
    };
    const auto descend_all = [&visit](const std::vector<Node>& nodes) {
        for (const Node& inner : nodes) {
            for_each_node(inner, visit);
        }
    };
    std::visit(Overloaded{
                   [&descend](const Gap& gap) { descend(gap.forbidden); },
                   [&descend](const Capture& capture) { descend(capture.inner); },
                   [&descend_all](const Sequence& sequence) { descend_all(sequence.items); },
                   [&descend_all](const Choice& choice) { descend_all(choice.options); },
                   [&descend](const Repeat& repeat) { descend(repeat.inner); },
                   [&descend](const Look& look) { descend(look.inner); },
                   [](const auto& /*leaf*/) {},
               },
               node.form);
}

void for_each_test(const Test& test, const std::function<void(const Test&)>& visit) {
    visit(test);
    const auto descend_all = [&visit](const std::vector<Test>& tests) {
        for (const Test& inner : tests) {
            for_each_test(inner, visit);
        }
    };
    std::visit(Overloaded{
                   [&descend_all](const All& all) { descend_all(all.tests); },
                   [&descend_all](const Any& any) { descend_all(any.tests); },
                   [&visit](const Not& negation) { for_each_test(*negation.test, visit); },
                   [](const auto& /*leaf*/) {},
               },
               test.form);
}

std::vector<std::string> capture_names(const Node& node) {
    std::vector<std::string> names;
    for_each_node(node, [&names](const Node& inner) {
        const auto* capture = std::get_if<Capture>(&inner.form);
        if (capture != nullptr && std::ranges::find(names, capture->name) == names.end()) {
            names.push_back(capture->name);
        }
    });
    return names;
}

std::vector<NameUse> lists_used(const Node& node) {
    std::vector<NameUse> uses;
    for_each_node(node, [&uses](const Node& inner) {
        if (const auto* reference = std::get_if<ListReference>(&inner.form)) {
            uses.push_back({.name = reference->list, .span = inner.span});
        } else if (const auto* test = std::get_if<TokenTest>(&inner.form)) {
            add_lists_of(test->test, uses);
        }
    });
    return uses;
}

std::vector<NameUse> lists_used(const Path& path) {
    std::vector<NameUse> uses;
    for (const Step& step : path.steps) {
        if (const auto* test = std::get_if<Test>(&step.form)) {
            add_lists_of(*test, uses);
        }
    }
    return uses;
}

std::vector<NameUse> lists_in_capture(const Node& node, std::string_view capture) {
    std::vector<NameUse> uses;
    for_each_node(node, [&uses, capture](const Node& inner) {
        const auto* found = std::get_if<Capture>(&inner.form);
        if (found != nullptr && found->name == capture) {
            const auto lists = lists_used(*found->inner);
            uses.insert(uses.end(), lists.begin(), lists.end());
        }
    });
    return uses;
}

std::uint32_t count_nodes(const Node& node) {
    std::uint32_t count = 0;
    for_each_node(node, [&count](const Node&) { ++count; });
    return count;
}

Node insert_macros(const Node& node, const std::function<NodePtr(std::string_view)>& find) {
    return rebuild(node, [&find](Node inner) {
        const auto* reference = std::get_if<MacroReference>(&inner.form);
        const NodePtr content = reference == nullptr ? nullptr : find(reference->macro);
        if (content == nullptr) {
            return inner;
        }
        const ByteSpan span = inner.span;
        return rebuild(*content, [span](Node part) {
            part.span = span;
            return part;
        });
    });
}

}  // namespace stancegraph::pattern
