#include "match/machine.hpp"

#include <algorithm>
#include <bit>

namespace stancegraph {

using pattern::Address;
using pattern::Instruction;
using pattern::Operation;
using pattern::Reading;

bool MatchCost::is_better_than(const MatchCost& other) const {
    if (gap_words != other.gap_words) {
        return gap_words < other.gap_words;
    }
    if (optional_parts != other.optional_parts) {
        return optional_parts > other.optional_parts;
    }
    if (tokens != other.tokens) {
        return tokens > other.tokens;
    }
    return alternative < other.alternative;
}

const MachineMatch& Machine::run(const pattern::Program& program, MachineInput& input, const Attempt& attempt,
                                 FurthestPoint* furthest) {
    prepare(program, attempt);
    add(program.start, 0, Thread{});
    for (std::uint32_t row = 0; row <= furthest_row_; ++row) {
        run_row(row, input, furthest);
    }
    if (match_.is_found) {
        collect_marks();
    }
    return match_;
}

void Machine::prepare(const pattern::Program& program, const Attempt& attempt) {
    program_ = &program;
    attempt_ = attempt;
    rows_ = 1 + (program.reading == Reading::rightwards ? attempt.window.end - attempt.start
                                                        : attempt.start - attempt.window.begin);
    words_ = (program.instructions.size() + 63) / 64;
    furthest_row_ = 0;
    const std::size_t threads = program.instructions.size() * rows_;
    if (threads_.size() < threads) {
        threads_.resize(threads);
    }
    active_.assign(words_ * rows_, 0);
    marks_.assign(1, MarkNode{});
    match_.is_found = false;
    match_.marks.clear();
}

TokenIndex Machine::position_of(std::uint32_t row) const {
    return program_->reading == Reading::rightwards ? attempt_.start + row : attempt_.start - row;
}

/// Whether a token may be taken from here: the window goes on, and so does the sentence.
bool Machine::can_take(std::uint32_t row, MachineInput& input) const {
    if (row + 1 >= rows_) {
        return false;
    }
    return (row == 0 && attempt_.may_cross_start) || !input.is_boundary(position_of(row));
}

void Machine::run_row(std::uint32_t row, MachineInput& input, FurthestPoint* furthest) {
    std::uint64_t* const active = active_.data() + words_ * row;
    for (std::size_t word = 0; word < words_; ++word) {
        while (active[word] != 0) {
            const auto bit = static_cast<std::size_t>(std::countr_zero(active[word]));
            active[word] &= active[word] - 1;
            const auto at = static_cast<Address>(word * 64 + bit);
            ++steps_;
            if (furthest != nullptr && (*furthest->missing_at)[at] <= furthest->missing) {
                furthest->instruction = at;
                furthest->position = position_of(row);
                furthest->missing = (*furthest->missing_at)[at];
            }
            step(at, row, input);
        }
    }
}

void Machine::add(Address at, std::uint32_t row, const Thread& thread) {
    std::uint64_t& word = active_[words_ * row + at / 64];
    const std::uint64_t bit = std::uint64_t{1} << (at % 64);
    Thread& place = threads_[program_->instructions.size() * row + at];
    const MatchCost cost{thread.gap_words, thread.optional_parts, 0, thread.alternative};
    if ((word & bit) != 0 &&
        !cost.is_better_than({place.gap_words, place.optional_parts, 0, place.alternative})) {
        return;
    }
    word |= bit;
    place = thread;
    furthest_row_ = std::max(furthest_row_, row);
}

void Machine::step(Address at, std::uint32_t row, MachineInput& input) {
    const Instruction& instruction = program_->instructions[at];
    Thread thread = threads_[program_->instructions.size() * row + at];
    const TokenIndex position = position_of(row);
    const TokenIndex token = program_->reading == Reading::rightwards ? position : position - 1;
    switch (instruction.operation) {
        case Operation::token:
            if (can_take(row, input) && input.passes(instruction.argument, token)) {
                add(instruction.next, row + 1, thread);
            }
            break;
        case Operation::list:
        case Operation::span:
            step_span(instruction, row, thread, input);
            break;
        case Operation::gap:
            if (can_take(row, input) && input.is_gap_word(token) &&
                (instruction.argument == Instruction::kNone || !input.look(instruction.argument, token))) {
                ++thread.gap_words;
                add(instruction.next, row + 1, thread);
            }
            break;
        case Operation::position:
            if (input.holds(static_cast<pattern::Kind>(instruction.argument), position)) {
                add(instruction.next, row, thread);
            }
            break;
        case Operation::look:
            if (input.look(instruction.argument, position)) {
                add(instruction.next, row, thread);
            }
            break;
        case Operation::mark:
            marks_.push_back({{instruction.argument, position}, thread.marks});
            thread.marks = static_cast<std::uint32_t>(marks_.size() - 1);
            add(instruction.next, row, thread);
            break;
        case Operation::fork: {
            Thread other = thread;
            thread.optional_parts += instruction.next_parts;
            other.optional_parts += instruction.other_parts;
            other.alternative += instruction.other_alternative;
            add(instruction.next, row, thread);
            add(instruction.other, row, other);
            break;
        }
        case Operation::accept:
            accept(thread, row);
            break;
    }
}

void Machine::step_span(const Instruction& instruction, std::uint32_t row, const Thread& thread,
                        MachineInput& input) {
    const TokenIndex position = position_of(row);
    const auto kind = static_cast<pattern::Kind>(instruction.argument);
    const bool is_quote = instruction.operation == Operation::span && kind == pattern::Kind::quote;
    // A quotation may stand before a sentence's end, not behind it.
    const bool may_cross = is_quote && program_->reading == Reading::leftwards;
    if (row + 1 >= rows_ || (!may_cross && !can_take(row, input))) {
        return;
    }
    ends_.clear();
    if (instruction.operation == Operation::list) {
        input.add_entries(instruction.argument, position, program_->reading, ends_);
    } else {
        input.add_spans(kind, position, program_->reading, ends_);
    }
    for (const TokenIndex end : ends_) {
        const std::uint32_t length = end > position ? end - position : position - end;
        if (length > 0 && row + length < rows_) {
            add(instruction.next, row + length, thread);
        }
    }
}

void Machine::accept(const Thread& thread, std::uint32_t row) {
    const MatchCost cost{thread.gap_words, thread.optional_parts, row, thread.alternative};
    if (match_.is_found && !cost.is_better_than(match_.cost)) {
        return;
    }
    match_.is_found = true;
    match_.cost = cost;
    match_.position = position_of(row);
    best_marks_ = thread.marks;
}

void Machine::collect_marks() {
    for (std::uint32_t at = best_marks_; at != 0; at = marks_[at].before) {
        match_.marks.push_back(marks_[at].mark);
    }
    std::ranges::reverse(match_.marks);
}

}  // namespace stancegraph
