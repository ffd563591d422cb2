#include "workbench/pattern_cover.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "pattern/printer.hpp"
#include "pattern/shape.hpp"
#include "pattern/test_table.hpp"

namespace stancegraph {
namespace {

using pattern::Node;

bool is_cue(const std::string& name) {
    return name == "cue" || name == "m";
}

/// The parts one after the other, without brackets that only group.
void flatten(const Node& node, std::vector<const Node*>& parts) {
    const auto* const sequence = std::get_if<pattern::Sequence>(&node.form);
    if (sequence == nullptr) {
        parts.push_back(&node);
        return;
    }
    for (const Node& item : sequence->items) {
        flatten(item, parts);
    }
}

/// A part that only looks: a match without it is no shorter.
bool takes_nothing(const Node& node) {
    const auto* const kind = std::get_if<pattern::Kind>(&node.form);
    return std::holds_alternative<pattern::Look>(node.form) ||
           (kind != nullptr && pattern::is_position_kind(*kind));
}

bool is_one_token(const Node& node) {
    const auto* const kind = std::get_if<pattern::Kind>(&node.form);
    const auto* const word = std::get_if<pattern::Word>(&node.form);
    return std::holds_alternative<pattern::TokenTest>(node.form) ||
           (kind != nullptr && pattern::is_token_kind(*kind)) ||
           (word != nullptr && word->text.find(' ') == std::string::npos);
}

/// True if whatever passes `narrow` passes `wide`.
bool implies(const pattern::Test& narrow, const pattern::Test& wide) {
    if (pattern::key_of(narrow) == pattern::key_of(wide)) {
        return true;
    }
    const auto from_narrow = [&narrow](const pattern::Test& part) { return implies(narrow, part); };
    const auto to_wide = [&wide](const pattern::Test& part) { return implies(part, wide); };
    if (const auto* all = std::get_if<pattern::All>(&wide.form)) {
        return std::ranges::all_of(all->tests, from_narrow);
    }
    if (const auto* any = std::get_if<pattern::Any>(&narrow.form)) {
        return std::ranges::all_of(any->tests, to_wide);
    }
    const auto* const any = std::get_if<pattern::Any>(&wide.form);
    const auto* const all = std::get_if<pattern::All>(&narrow.form);
    return (any != nullptr && std::ranges::any_of(any->tests, from_narrow)) ||
           (all != nullptr && std::ranges::any_of(all->tests, to_wide));
}

/// The test that a part of one token stands for.
pattern::Test test_of(const Node& node) {
    if (const auto* test = std::get_if<pattern::TokenTest>(&node.form)) {
        return test->test;
    }
    if (const auto* word = std::get_if<pattern::Word>(&node.form)) {
        return pattern::word_test(word->is_exact ? word->text : utf8::to_lower(word->text), word->is_exact);
    }
    return {pattern::IsKind{std::get<pattern::Kind>(node.form)}, {}};
}

class Covering {
public:
    explicit Covering(const ListCover& lists) : lists_(lists) {}

    /// The whole of `wide` over a part of `narrow`.
    [[nodiscard]] bool somewhere(const Node& wide, const Node& narrow) const {
        if (const auto* choice = std::get_if<pattern::Choice>(&narrow.form)) {
            return std::ranges::all_of(choice->options,
                                       [&](const Node& option) { return somewhere(wide, option); });
        }
        if (const auto* choice = std::get_if<pattern::Choice>(&wide.form)) {
            return std::ranges::any_of(choice->options,
                                       [&](const Node& option) { return somewhere(option, narrow); });
        }
        return align(wide, narrow, true);
    }

private:
    [[nodiscard]] bool whole(const Node& wide, const Node& narrow) const {
        if (const auto* choice = std::get_if<pattern::Choice>(&narrow.form)) {
            return std::ranges::all_of(choice->options,
                                       [&](const Node& option) { return whole(wide, option); });
        }
        if (const auto* choice = std::get_if<pattern::Choice>(&wide.form)) {
            return std::ranges::any_of(choice->options,
                                       [&](const Node& option) { return whole(option, narrow); });
        }
        return align(wide, narrow, false);
    }

    /// Parts of `wide` against parts of `narrow`, in order. Optional parts of `wide` need no partner, nor do
    /// those of `narrow` that take nothing; with `may_be_within` also what stands around.
    [[nodiscard]] bool align(const Node& wide, const Node& narrow, bool may_be_within) const {
        std::vector<const Node*> left;
        std::vector<const Node*> right;
        flatten(wide, left);
        flatten(narrow, right);
        if (left.size() == 1 && right.size() == 1) {
            return part(*left.front(), *right.front());
        }
        // reached[b]: the parts of `wide` so far have partners up to part b of `narrow`.
        std::vector<std::uint8_t> reached(right.size() + 1, 0);
        reached[0] = 1;
        for (std::size_t at = 0; at < right.size(); ++at) {
            reached[at + 1] = reached[at] != 0 && (may_be_within || takes_nothing(*right[at])) ? 1 : 0;
        }
        for (const Node* const wanted : left) {
            std::vector<std::uint8_t> next(right.size() + 1, 0);
            for (std::size_t at = 0; at <= right.size(); ++at) {
                const bool is_skipped = reached[at] != 0 && !takes_nothing(*wanted) &&
                                        pattern::can_be_empty(*wanted) && !names_cue(*wanted);
                const bool is_partner = at > 0 && reached[at - 1] != 0 && part(*wanted, *right[at - 1]);
                const bool is_passed = at > 0 && next[at - 1] != 0 && takes_nothing(*right[at - 1]);
                next[at] = is_skipped || is_partner || is_passed ? 1 : 0;
            }
            reached = std::move(next);
        }
        return may_be_within ? std::ranges::find(reached, 1) != reached.end() : reached.back() != 0;
    }

    [[nodiscard]] static bool names_cue(const Node& node) {
        const auto* const capture = std::get_if<pattern::Capture>(&node.form);
        return capture != nullptr && is_cue(capture->name);
    }

    [[nodiscard]] bool part(const Node& wide, const Node& narrow) const {
        const auto* const kept = std::get_if<pattern::Capture>(&wide.form);
        const auto* const given = std::get_if<pattern::Capture>(&narrow.form);
        if (kept != nullptr || given != nullptr) {
            const bool is_same_cue =
                (kept != nullptr && is_cue(kept->name)) == (given != nullptr && is_cue(given->name));
            const bool has_name = kept == nullptr || (given != nullptr && given->name == kept->name);
            return is_same_cue && has_name &&
                   whole(kept == nullptr ? wide : *kept->inner, given == nullptr ? narrow : *given->inner);
        }
        if (is_one_token(wide) && is_one_token(narrow)) {
            const auto* const kind = std::get_if<pattern::Kind>(&wide.form);
            return (kind != nullptr && *kind == pattern::Kind::any) ||
                   implies(test_of(narrow), test_of(wide));
        }
        const auto* const all = std::get_if<pattern::ListReference>(&wide.form);
        const auto* const some = std::get_if<pattern::ListReference>(&narrow.form);
        if (all != nullptr && some != nullptr) {
            return lists_(all->list, some->list);
        }
        return gap_or_repeat(wide, narrow) || pattern::print(wide) == pattern::print(narrow);
    }

    [[nodiscard]] bool gap_or_repeat(const Node& wide, const Node& narrow) const {
        const auto* const wide_gap = std::get_if<pattern::Gap>(&wide.form);
        const auto* const narrow_gap = std::get_if<pattern::Gap>(&narrow.form);
        if (wide_gap != nullptr && narrow_gap != nullptr) {
            const bool may_hold_all =
                wide_gap->forbidden == nullptr ||
                (narrow_gap->forbidden != nullptr &&
                 pattern::print(*wide_gap->forbidden) == pattern::print(*narrow_gap->forbidden));
            return wide_gap->most >= narrow_gap->most && may_hold_all;
        }
        const auto* const turns = std::get_if<pattern::Repeat>(&wide.form);
        if (turns == nullptr) {
            return false;
        }
        if (const auto* other = std::get_if<pattern::Repeat>(&narrow.form)) {
            return turns->least <= other->least && turns->most >= other->most &&
                   whole(*turns->inner, *other->inner);
        }
        return turns->least <= 1 && turns->most >= 1 && whole(*turns->inner, narrow);
    }

    const ListCover& lists_;
};

}  // namespace

bool covers(const Node& wide, const Node& narrow, const ListCover& lists) {
    return Covering(lists).somewhere(wide, narrow);
}

}  // namespace stancegraph
