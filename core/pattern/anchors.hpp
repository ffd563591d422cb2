#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "pattern/ast.hpp"
#include "pattern/program.hpp"

namespace stancegraph::pattern {

/// A part of a pattern beside its trigger: a pattern, or the begin or end of a name.
struct Piece {
    enum class Form : std::uint8_t { node, begin, end };

    Form form = Form::node;
    NodePtr node;
    std::uint32_t name = 0;
};

/// One way to hold the trigger: what stands left of it and right of it, in text order.
struct Context {
    Anchor::Form form = Anchor::Form::none;
    std::uint32_t argument = 0;
    std::vector<std::string> words;
    std::vector<std::uint32_t> names;
    std::vector<Piece> left;
    std::vector<Piece> right;
    std::int32_t optional_parts = 0;
    std::uint32_t alternative = 0;
};

/// Numbers names by their first appearance; number kLiteralName is the empty name.
class NameNumbers {
public:
    [[nodiscard]] std::uint32_t number(const std::string& name);

    [[nodiscard]] const std::string& name(std::uint32_t number) const { return names_[number]; }

    [[nodiscard]] std::vector<std::string> take() { return std::move(names_); }

private:
    std::vector<std::string> names_{""};
};

/// True if a part of the pattern is called `name`.
[[nodiscard]] bool has_capture(const Node& node, const std::string& name);

/// The ways to hold the pattern's trigger: its part `cue` (or `m` of a modifier) where it has one, else its
/// longest word; several where alternatives have triggers of their own. Empty when a match needs no certain
/// word.
[[nodiscard]] std::vector<Context> find_contexts(const Node& pattern, TestTable& tests,
                                                 const ListSource& lists, NameNumbers& names);

}  // namespace stancegraph::pattern
