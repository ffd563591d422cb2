#include "pattern/anchors.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "base/utf8.hpp"

namespace stancegraph::pattern {
namespace {

using Contexts = std::optional<std::vector<Context>>;

constexpr std::size_t kMostContexts = 64;
constexpr std::uint32_t kNamedScore = 1000;
constexpr std::uint32_t kListScore = 30;

/// A pointer that does not own: the caller keeps the pattern alive.
NodePtr borrowed(const Node& node) {
    return {std::shared_ptr<const void>(), &node};
}

bool is_cue_name(const std::string& name) {
    return name == "cue" || name == "m";
}

/// The words that a test can pass, when the test says so.
struct WordCollector {
    const ListSource& lists;

    std::optional<std::vector<std::string>> operator()(const Comparison& comparison) const {
        const bool names_words =
            comparison.attribute == Attribute::word || comparison.attribute == Attribute::lemma;
        if (!names_words || comparison.is_regex) {
            return std::nullopt;
        }
        return std::vector{utf8::to_lower(comparison.value)};
    }

    std::optional<std::vector<std::string>> operator()(const InList& list) const {
        const std::uint32_t number = lists.find(list.list);
        if (number == Instruction::kNone) {
            return std::nullopt;
        }
        return lists.heads(number);
    }

    std::optional<std::vector<std::string>> operator()(const All& all) const {
        for (const Test& test : all.tests) {
            if (auto words = std::visit(*this, test.form)) {
                return words;
            }
        }
        return std::nullopt;
    }

    std::optional<std::vector<std::string>> operator()(const Any& any) const {
        std::vector<std::string> all;
        for (const Test& test : any.tests) {
            const auto words = std::visit(*this, test.form);
            if (!words) {
                return std::nullopt;
            }
            all.insert(all.end(), words->begin(), words->end());
        }
        return all;
    }

    std::optional<std::vector<std::string>> operator()(const IsKind&) const { return std::nullopt; }

    std::optional<std::vector<std::string>> operator()(const Not&) const { return std::nullopt; }
};

/// The marks that can start a pattern, with the forms they have in news text.
std::vector<std::string> marks_of(Kind kind) {
    if (kind == Kind::comma) {
        return {","};
    }
    if (kind == Kind::colon) {
        return {":"};
    }
    if (kind == Kind::qmark) {
        return {"?", "??", "?!", "!?", "???"};
    }
    if (kind == Kind::dash) {
        return {"-", "--", "\u2013", "\u2014", "---"};
    }
    return {};
}

class ContextFinder {
public:
    ContextFinder(TestTable& tests, const ListSource& lists, NameNumbers& names)
        : tests_(tests), lists_(lists), names_(names) {}

    [[nodiscard]] Contexts find(const Node& node) {
        return std::visit([this](const auto& form) { return in(form); }, node.form);
    }

private:
    static Contexts one(Anchor::Form form, std::uint32_t argument, std::vector<std::string> words) {
        Context context;
        context.form = form;
        context.argument = argument;
        context.words = std::move(words);
        return std::vector{std::move(context)};
    }

    Contexts in(const Word& word) {
        const auto blank = word.text.find(' ');
        if (!word.is_exact || blank == std::string::npos) {
            return one(Anchor::Form::test, tests_.intern(word.text, word.is_exact),
                       {utf8::to_lower(word.text)});
        }
        const std::string first = word.text.substr(0, blank);
        Contexts contexts = one(Anchor::Form::test, tests_.intern(first, true), {utf8::to_lower(first)});
        const Word rest{word.text.substr(blank + 1), true};
        contexts->front().right.push_back(
            {Piece::Form::node, std::make_shared<const Node>(Node{rest, {}}), 0});
        return contexts;
    }

    Contexts in(const ListReference& reference) {
        const std::uint32_t list = lists_.find(reference.list);
        if (list == Instruction::kNone) {
            return std::nullopt;
        }
        return one(Anchor::Form::list, list, lists_.heads(list));
    }

    Contexts in(Kind kind) {
        auto words = marks_of(kind);
        if (words.empty()) {
            return std::nullopt;
        }
        return one(Anchor::Form::test, tests_.intern(kind), std::move(words));
    }

    Contexts in(const TokenTest& test) {
        auto words = std::visit(WordCollector{lists_}, test.test.form);
        if (!words) {
            return std::nullopt;
        }
        return one(Anchor::Form::test, tests_.intern(test.test), std::move(*words));
    }

    Contexts in(const Capture& capture) {
        Contexts contexts = find(*capture.inner);
        if (!contexts) {
            return std::nullopt;
        }
        const std::uint32_t name = names_.number(capture.name);
        for (Context& context : *contexts) {
            if (context.left.empty() && context.right.empty()) {
                context.names.push_back(name);
                continue;
            }
            context.left.insert(context.left.begin(), {Piece::Form::begin, nullptr, name});
            context.right.push_back({Piece::Form::end, nullptr, name});
        }
        return contexts;
    }

    Contexts in(const Sequence& sequence) {
        Contexts best;
        std::size_t best_at = 0;
        for (std::size_t at = 0; at < sequence.items.size(); ++at) {
            Contexts contexts = find(sequence.items[at]);
            if (contexts && (!best || score(*contexts) > score(*best))) {
                best = std::move(contexts);
                best_at = at;
            }
        }
        if (!best) {
            return std::nullopt;
        }
        for (Context& context : *best) {
            std::vector<Piece> left;
            for (std::size_t at = 0; at < best_at; ++at) {
                left.push_back({Piece::Form::node, borrowed(sequence.items[at]), 0});
            }
            context.left.insert(context.left.begin(), std::make_move_iterator(left.begin()),
                                std::make_move_iterator(left.end()));
            for (std::size_t at = best_at + 1; at < sequence.items.size(); ++at) {
                context.right.push_back({Piece::Form::node, borrowed(sequence.items[at]), 0});
            }
        }
        return best;
    }

    Contexts in(const Choice& choice) {
        std::vector<Context> all;
        for (std::size_t at = 0; at < choice.options.size(); ++at) {
            Contexts contexts = find(choice.options[at]);
            if (!contexts || all.size() + contexts->size() > kMostContexts) {
                return std::nullopt;
            }
            for (Context& context : *contexts) {
                context.alternative += static_cast<std::uint32_t>(at);
                all.push_back(std::move(context));
            }
        }
        return all;
    }

    Contexts in(const Repeat& repeat) {
        if (repeat.least == 0) {
            return std::nullopt;
        }
        Contexts contexts = find(*repeat.inner);
        if (!contexts || repeat.most == 1) {
            return contexts;
        }
        Repeat rest = repeat;
        rest.least -= 1;
        rest.most = repeat.most == Repeat::kUnbounded ? Repeat::kUnbounded : repeat.most - 1;
        const auto again = std::make_shared<const Node>(Node{rest, {}});
        for (Context& context : *contexts) {
            context.right.push_back({Piece::Form::node, again, 0});
        }
        return contexts;
    }

    template <typename Form>
    Contexts in(const Form&) {
        return std::nullopt;  // gaps, look-around: no word that a match must hold
    }

    [[nodiscard]] bool is_cue(const Context& context) {
        const auto is_named = [this](std::uint32_t name) { return is_cue_name(names_.name(name)); };
        return std::ranges::any_of(context.names, is_named) ||
               std::ranges::any_of(context.left, [&](const Piece& piece) {
                   return piece.form == Piece::Form::begin && is_named(piece.name);
               });
    }

    /// How good a trigger is: the cue first, then lists, then the longest word, as long words are rare.
    [[nodiscard]] std::uint32_t score(const std::vector<Context>& contexts) {
        std::uint32_t lowest = 2 * kNamedScore;
        for (const Context& context : contexts) {
            std::uint32_t own = context.form == Anchor::Form::list ? kListScore : 0;
            if (context.form == Anchor::Form::test) {
                own = kListScore - 1;
                for (const std::string& word : context.words) {
                    own = std::min(own, static_cast<std::uint32_t>(word.size()));
                }
            }
            lowest = std::min(lowest, own + (is_cue(context) ? kNamedScore : 0));
        }
        return lowest;
    }

    TestTable& tests_;
    const ListSource& lists_;
    NameNumbers& names_;
};

struct CaptureSearch {
    const std::string& name;

    bool operator()(const Capture& capture) const {
        return capture.name == name || has_capture(*capture.inner, name);
    }

    bool operator()(const Sequence& sequence) const {
        return std::ranges::any_of(sequence.items, [&](const Node& item) { return has_capture(item, name); });
    }

    bool operator()(const Choice& choice) const {
        return std::ranges::any_of(choice.options, [&](const Node& item) { return has_capture(item, name); });
    }

    bool operator()(const Repeat& repeat) const { return has_capture(*repeat.inner, name); }

    template <typename Form>
    bool operator()(const Form&) const {
        return false;
    }
};

}  // namespace

std::uint32_t NameNumbers::number(const std::string& name) {
    const auto at = std::ranges::find(names_, name);
    if (at != names_.end()) {
        return static_cast<std::uint32_t>(at - names_.begin());
    }
    names_.push_back(name);
    return static_cast<std::uint32_t>(names_.size() - 1);
}

bool has_capture(const Node& node, const std::string& name) {
    return std::visit(CaptureSearch{name}, node.form);
}

std::vector<Context> find_contexts(const Node& pattern, TestTable& tests, const ListSource& lists,
                                   NameNumbers& names) {
    return ContextFinder(tests, lists, names).find(pattern).value_or(std::vector<Context>());
}

}  // namespace stancegraph::pattern
