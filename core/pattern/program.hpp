#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pattern/ast.hpp"
#include "pattern/test_table.hpp"

/// The form in which the pattern machine (match/machine.hpp) runs a pattern.
namespace stancegraph::pattern {

/// The place of an instruction in its program.
using Address = std::uint32_t;

enum class Operation : std::uint8_t {
    token,     ///< Takes one token that passes test `argument`.
    list,      ///< Takes an entry of list `argument` (its head and the particles beside it).
    span,      ///< Takes a span of Kind `argument`.
    gap,       ///< Takes one word that a gap may pass; `argument`: the look-around that must fail, or kNone.
    position,  ///< Takes nothing; goes on where Kind `argument` holds.
    look,      ///< Takes nothing; goes on where look-around `argument` holds (with its negation).
    mark,      ///< Takes nothing; notes the position for mark `argument`.
    fork,      ///< Takes nothing; goes on at `next` and at `other`.
    accept     ///< The pattern is complete.
};

/// One step. Edges that take nothing lead to higher addresses only, so that one pass over the addresses of a
/// position settles them all.
struct Instruction {
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;

    Operation operation = Operation::accept;
    std::uint32_t argument = kNone;
    Address next = kNone;
    Address other = kNone;               ///< For a fork.
    std::int8_t next_parts = 0;          ///< Optional parts that count as present on the way to `next`.
    std::int8_t other_parts = 0;         ///< The same for `other`.
    std::uint8_t other_alternative = 0;  ///< How much later an alternative `other` is.
};

/// The direction in which a program reads the text.
enum class Reading : std::uint8_t { rightwards, leftwards };

struct Program {
    std::vector<Instruction> instructions;
    Address start = 0;
    Reading reading = Reading::rightwards;
};

/// `name:` begins or ends at a position. Marks are numbered 2 * name + (is the end).
struct Mark {
    [[nodiscard]] static constexpr std::uint32_t begin_of(std::uint32_t name) { return 2 * name; }

    [[nodiscard]] static constexpr std::uint32_t end_of(std::uint32_t name) { return 2 * name + 1; }

    [[nodiscard]] static constexpr std::uint32_t name_of(std::uint32_t mark) { return mark / 2; }

    [[nodiscard]] static constexpr bool is_end(std::uint32_t mark) { return mark % 2 != 0; }
};

/// `(not followed by …)` and what no word of a gap may begin: a program of its own.
struct LookAround {
    Program program;
    bool is_negative = false;
    /// Every match is one token, entry or span: an instruction at a time tells, no way through the program is
    /// needed.
    bool is_flat = false;
};

/// The name under which plain words of a pattern are noted; they are the cue of a rule that names none.
inline constexpr std::uint32_t kLiteralName = 0;

/// What a pattern starts from: a word, a list, a punctuation mark; and what stands to its left and right.
struct Anchor {
    enum class Form : std::uint8_t {
        none,  ///< No trigger: tried wherever `right` may start.
        test,  ///< A token that passes `argument`; it can only be one of `words`.
        list   ///< An entry of list `argument`.
    };

    Form form = Form::none;
    std::uint32_t argument = 0;
    std::vector<std::string> words;    ///< Lower case: the lemmas or forms that can pass the test.
    std::vector<std::uint32_t> names;  ///< The names given to the trigger itself, innermost first.
    Program left;
    Program right;
    std::int32_t optional_parts = 0;  ///< Counted for the alternatives that lead to the trigger.
    std::uint32_t alternative = 0;    ///< The place of those alternatives among the pattern's.
};

/// A whole pattern, ready to run.
struct CompiledPattern {
    std::vector<Anchor> anchors;
    std::vector<std::string> names;  ///< By name number; names[kLiteralName] is empty.
    std::vector<LookAround> looks;   ///< Inner ones before the ones that use them.
    bool is_too_large = false;       ///< More than kMostInstructions: nothing else is set.
    std::size_t size = 0;            ///< Instructions of all programs.
};

inline constexpr std::size_t kMostInstructions = 4000;

/// What the compiler asks about lists; the rule set answers.
class ListSource {
public:
    virtual ~ListSource() = default;
    /// The number of the list, or Instruction::kNone.
    [[nodiscard]] virtual std::uint32_t find(const std::string& list) const = 0;
    /// The heads of its entries, lower case.
    [[nodiscard]] virtual std::vector<std::string> heads(std::uint32_t list) const = 0;
};

struct CompileLimits {
    std::uint32_t max_gap = 12;
};

/// Compiles a pattern: finds its trigger, and makes of the rest a program to the left and one to the right
/// for each alternative that holds the trigger. Repeats are unrolled up to their bounds; a repeat of
/// something that can be empty takes non-empty turns only. O(size of the result).
[[nodiscard]] CompiledPattern compile_pattern(const Node& pattern, TestTable& tests, const ListSource& lists,
                                              CompileLimits limits);

/// One line an instruction, for tests.
[[nodiscard]] std::string to_string(const Program& program);

}  // namespace stancegraph::pattern
