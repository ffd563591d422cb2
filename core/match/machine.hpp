#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "base/span.hpp"
#include "pattern/program.hpp"

namespace stancegraph {

/// What the pattern machine asks about the text. Positions lie between tokens: position p is before token p.
class MachineInput {
public:
    virtual ~MachineInput() = default;
    [[nodiscard]] virtual bool passes(pattern::TestId test, TokenIndex token) = 0;
    /// Adds the positions after the entries of the list that begin at `position`; or, read leftwards, the
    /// positions before those that end there. No position twice.
    virtual void add_entries(std::uint32_t list, TokenIndex position, pattern::Reading reading,
                             std::vector<TokenIndex>& positions) = 0;
    /// The same for the spans of a kind.
    virtual void add_spans(pattern::Kind kind, TokenIndex position, pattern::Reading reading,
                           std::vector<TokenIndex>& positions) = 0;
    [[nodiscard]] virtual bool holds(pattern::Kind position_kind, TokenIndex position) = 0;
    /// Whether a gap may pass the token: no `;`, no quotation mark, no end of a sentence.
    [[nodiscard]] virtual bool is_gap_word(TokenIndex token) = 0;
    /// Whether a sentence ends at the position: only QUOTE goes across.
    [[nodiscard]] virtual bool is_boundary(TokenIndex position) = 0;
    /// Whether the inner pattern of a look-around matches from here.
    [[nodiscard]] virtual bool look(std::uint32_t number, TokenIndex position) = 0;
};

/// How good a match is: fewest gap words, then most optional parts, then most tokens, then the earliest
/// alternative.
struct MatchCost {
    std::uint32_t gap_words = 0;
    std::int32_t optional_parts = 0;
    std::uint32_t tokens = 0;
    std::uint32_t alternative = 0;

    [[nodiscard]] bool is_better_than(const MatchCost& other) const;
    friend bool operator==(const MatchCost&, const MatchCost&) = default;
};

/// A mark and the position at which it was passed.
using MarkAt = std::pair<std::uint32_t, TokenIndex>;

/// The best match of one program from one position.
struct MachineMatch {
    bool is_found = false;
    TokenIndex position = 0;  ///< Where it ends, in reading order.
    MatchCost cost;
    std::vector<MarkAt> marks;  ///< In reading order.
};

/// How far an attempt came that found nothing: the point from which the fewest parts are missing.
struct FurthestPoint {
    pattern::Address instruction = 0;
    TokenIndex position = 0;
    std::uint32_t missing = 0xFFFFFFFF;
    const std::vector<std::uint32_t>* missing_at = nullptr;  ///< By instruction: parts from there to the end.
};

/// Where an attempt runs.
struct Attempt {
    TokenIndex start = 0;
    TokenSpan window;              ///< Positions from begin to end, both included.
    bool may_cross_start = false;  ///< Without a trigger: a sentence boundary at `start` is no obstacle.
};

/// Runs programs over a text: Pike's simulation, with at most one thread for each instruction and position,
/// the better one; threads wait at the position where the span that they took ends. An attempt costs at most
/// (positions + 1) * instructions steps. Source: R. Cox, "Regular Expression Matching: the Virtual Machine
/// Approach", 2009; the order of preference is by cost, not by priority.
class Machine {
public:
    /// The best match, or none. The result stays valid until the next call.
    [[nodiscard]] const MachineMatch& run(const pattern::Program& program, MachineInput& input,
                                          const Attempt& attempt, FurthestPoint* furthest = nullptr);

    [[nodiscard]] std::uint64_t steps() const { return steps_; }

private:
    struct Thread {
        std::uint32_t gap_words = 0;
        std::int32_t optional_parts = 0;
        std::uint32_t alternative = 0;
        std::uint32_t marks = 0;  ///< Place of the last mark in marks_; 0 for none.
    };

    /// Marks that threads share: each knows the one passed before it.
    struct MarkNode {
        MarkAt mark;
        std::uint32_t before = 0;
    };

    void prepare(const pattern::Program& program, const Attempt& attempt);
    void run_row(std::uint32_t row, MachineInput& input, FurthestPoint* furthest);
    void step(pattern::Address at, std::uint32_t row, MachineInput& input);
    void step_span(const pattern::Instruction& instruction, std::uint32_t row, const Thread& thread,
                   MachineInput& input);
    void add(pattern::Address at, std::uint32_t row, const Thread& thread);
    void accept(const Thread& thread, std::uint32_t row);
    void collect_marks();
    [[nodiscard]] TokenIndex position_of(std::uint32_t row) const;
    [[nodiscard]] bool can_take(std::uint32_t row, MachineInput& input) const;

    const pattern::Program* program_ = nullptr;
    Attempt attempt_;
    std::uint32_t rows_ = 0;  ///< Positions that the attempt may reach.
    std::uint32_t furthest_row_ = 0;
    std::size_t words_ = 0;  ///< 64-bit words of one row of active_.
    std::vector<Thread> threads_;
    std::vector<std::uint64_t> active_;
    std::vector<MarkNode> marks_;
    std::vector<TokenIndex> ends_;
    std::uint32_t best_marks_ = 0;
    MachineMatch match_;
    std::uint64_t steps_ = 0;
};

}  // namespace stancegraph
