#include "match/machine.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <random>
#include <string>

#include "match/naive_matcher.hpp"
#include "pattern/test_table.hpp"

namespace stancegraph::test {
namespace {

using pattern::Node;

class NoLists : public pattern::ListSource {
public:
    [[nodiscard]] std::uint32_t find(const std::string& /*list*/) const override {
        return pattern::Instruction::kNone;
    }

    [[nodiscard]] std::vector<std::string> heads(std::uint32_t /*list*/) const override { return {}; }
};

/// A text of one-letter words.
class LetterInput : public MachineInput {
public:
    LetterInput(std::string_view text, const pattern::TestTable& tests,
                const pattern::CompiledPattern& pattern)
        : text_(text), tests_(tests), pattern_(pattern) {}

    [[nodiscard]] bool passes(pattern::TestId test, TokenIndex token) override {
        const auto& form = tests_.all()[test].form;
        if (std::holds_alternative<pattern::IsKind>(form)) {
            return true;
        }
        const auto& any = std::get<pattern::Any>(form);
        return std::get<pattern::Comparison>(any.tests.front().form).value.front() == text_[token];
    }

    void add_entries(std::uint32_t /*list*/, TokenIndex /*position*/, pattern::Reading /*reading*/,
                     std::vector<TokenIndex>& /*positions*/) override {}

    /// QUOTE: a run of letters from `a` to the next `b`, to have spans that jump.
    void add_spans(pattern::Kind /*kind*/, TokenIndex position, pattern::Reading reading,
                   std::vector<TokenIndex>& positions) override {
        for (TokenIndex other = 0; other <= text_.size(); ++other) {
            const TokenIndex begin = std::min(position, other);
            const TokenIndex end = std::max(position, other);
            const bool is_other_side =
                reading == pattern::Reading::rightwards ? other > position : other < position;
            if (is_other_side && text_[begin] == 'a' && text_.find('b', begin) + 1 == end) {
                positions.push_back(other);
            }
        }
    }

    [[nodiscard]] bool holds(pattern::Kind /*position_kind*/, TokenIndex /*position*/) override {
        return true;
    }

    [[nodiscard]] bool is_gap_word(TokenIndex /*token*/) override { return true; }

    [[nodiscard]] bool is_boundary(TokenIndex /*position*/) override { return false; }

    [[nodiscard]] bool look(std::uint32_t number, TokenIndex position) override {
        Machine machine;
        const pattern::LookAround& around = pattern_.looks[number];
        const Attempt attempt{position, {0, static_cast<TokenIndex>(text_.size())}, true};
        return machine.run(around.program, *this, attempt).is_found != around.is_negative;
    }

private:
    std::string_view text_;
    const pattern::TestTable& tests_;
    const pattern::CompiledPattern& pattern_;
};

std::shared_ptr<const Node> keep(Node node) {
    return std::make_shared<const Node>(std::move(node));
}

Node letter(char name) {
    return {pattern::Word{std::string(1, name), false}, {}};
}

/// A random pattern of at most `size` parts over the letters a and b.
Node random_node(std::mt19937& random, int size) {
    const auto pick = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
    if (size <= 1) {
        return letter(pick(2) == 0 ? 'a' : 'b');
    }
    const int left = 1 + pick(size - 1);
    switch (pick(8)) {
        case 0:
        case 1:
            return {
                pattern::Sequence{{random_node(random, left), random_node(random, std::max(1, size - left))}},
                {}};
        case 2:
            return {
                pattern::Choice{{random_node(random, left), random_node(random, std::max(1, size - left))}},
                {}};
        case 3:
            return {pattern::Repeat{keep(random_node(random, size - 1)), 0, pattern::Repeat::kUnbounded,
                                    pick(2) == 0},
                    {}};
        case 4:
            return {pattern::Repeat{keep(random_node(random, size - 1)), static_cast<std::uint32_t>(pick(2)),
                                    static_cast<std::uint32_t>(1 + pick(2)), pick(2) == 0},
                    {}};
        case 5:
            return {pattern::Capture{"x", keep(random_node(random, size - 1))}, {}};
        case 6:
            return {pattern::Sequence{
                        {random_node(random, left),
                         {pattern::Gap{static_cast<std::uint32_t>(1 + pick(3)),
                                       pick(2) == 0 ? nullptr : keep(letter(pick(2) == 0 ? 'a' : 'b'))},
                          {}},
                         random_node(random, std::max(1, size - left))}},
                    {}};
        default:
            return {
                pattern::Sequence{{{pattern::Look{keep(random_node(random, left)), true, pick(2) == 0}, {}},
                                   random_node(random, std::max(1, size - left))}},
                {}};
    }
}

/// A pattern without a trigger, so that all of it is one program that reads rightwards.
pattern::CompiledPattern compiled(const Node& node, pattern::TestTable& tests) {
    const Node optional{pattern::Repeat{keep(node), 0, 1, false}, {}};
    return pattern::compile_pattern(optional, tests, NoLists(), {.max_gap = 12});
}

std::string letters_of(unsigned bits, unsigned length) {
    std::string text;
    for (unsigned at = 0; at < length; ++at) {
        text += (bits >> at & 1U) == 0 ? 'a' : 'b';
    }
    return text;
}

}  // namespace

TEST_CASE("the machine finds what a naive enumerator finds on small patterns", "[match]") {
    std::mt19937 random(20261122);
    for (int round = 0; round < 1500; ++round) {
        const Node node = random_node(random, 1 + round % 5);
        const Node optional{pattern::Repeat{keep(node), 0, 1, false}, {}};
        pattern::TestTable tests;
        const pattern::CompiledPattern pattern = compiled(node, tests);
        REQUIRE(pattern.anchors.size() == 1);
        REQUIRE(pattern.anchors.front().form == pattern::Anchor::Form::none);
        const std::string text = letters_of(random(), 6);
        LetterInput input(text, tests, pattern);
        Machine machine;
        const MachineMatch match = machine.run(pattern.anchors.front().right, input,
                                               {0, {0, static_cast<TokenIndex>(text.size())}, true});
        const auto expected = best_match(optional, text, 0);
        INFO(to_string(pattern.anchors.front().right) << "on " << text);
        REQUIRE(match.is_found == expected.has_value());
        REQUIRE(match.cost == expected->cost);
        std::vector<MarkAt> marks = match.marks;
        std::erase_if(marks, [](const MarkAt& mark) {
            return pattern::Mark::name_of(mark.first) == pattern::kLiteralName;
        });
        // Several matches may be equally good; the machine's is one of them.
        const auto all = all_matches(optional, text, 0);
        REQUIRE(std::ranges::any_of(all, [&](const NaiveMatch& other) {
            return other.cost == match.cost && other.end == match.position && other.marks == marks;
        }));
    }
}

TEST_CASE("an attempt takes no more steps than positions times instructions", "[match]") {
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        const Node node = random_node(random, 12);
        pattern::TestTable tests;
        const pattern::CompiledPattern pattern = compiled(node, tests);
        const std::string text = letters_of(random(), 30);
        LetterInput input(text, tests, pattern);
        Machine machine;
        const pattern::Program& program = pattern.anchors.front().right;
        static_cast<void>(machine.run(program, input, {0, {0, static_cast<TokenIndex>(text.size())}, true}));
        CHECK(machine.steps() <= (text.size() + 1) * program.instructions.size());
    }
}

TEST_CASE("many optional wildcards stay linear", "[match]") {
    pattern::Sequence wildcards;
    for (int at = 0; at < 48; ++at) {
        wildcards.items.push_back({pattern::Repeat{keep(letter('a')), 0, 1, false}, {}});
    }
    pattern::TestTable tests;
    const pattern::CompiledPattern pattern =
        pattern::compile_pattern({wildcards, {}}, tests, NoLists(), {.max_gap = 12});
    REQUIRE_FALSE(pattern.is_too_large);
    const std::string text(48, 'a');
    LetterInput input(text, tests, pattern);
    Machine machine;
    const MachineMatch& match = machine.run(pattern.anchors.front().right, input, {0, {0, 48}, true});
    CHECK(match.position == 48);
    CHECK(machine.steps() < 10000);
}

TEST_CASE("a pattern of too many steps is refused", "[match]") {
    Node node = letter('a');
    for (int depth = 0; depth < 4; ++depth) {
        node = {pattern::Repeat{keep(node), 64, 64, false}, {}};
    }
    pattern::TestTable tests;
    const pattern::CompiledPattern pattern =
        pattern::compile_pattern(node, tests, NoLists(), {.max_gap = 12});
    CHECK(pattern.is_too_large);
    CHECK(pattern.anchors.empty());
}

}  // namespace stancegraph::test
