#include "match/text_input.hpp"

#include <algorithm>

namespace stancegraph {

using pattern::Address;
using pattern::Instruction;
using pattern::Kind;
using pattern::Operation;
using pattern::Reading;

void TextInput::open() {
    answers_.resize(text_->compiled().look_count());
    for (Answers& answers : answers_) {
        answers.clear();
    }
}

void TextInput::add_entries(std::uint32_t list, TokenIndex position, Reading reading,
                            std::vector<TokenIndex>& positions) {
    const auto add = [&](TokenIndex end) {
        if (std::ranges::find(positions, end) == positions.end()) {
            positions.push_back(end);
        }
    };
    if (reading == Reading::rightwards) {
        if (position >= text_->size()) {
            return;
        }
        fits_.clear();
        add_fits(*text_, position, list, fits_);
        for (const EntryFit& fit : fits_) {
            add(fit.end);
            add(fit.end_of_phrase);
        }
        return;
    }
    constexpr TokenIndex kLongestEntry = 4;
    for (TokenIndex length = 1; length <= kLongestEntry && length <= position; ++length) {
        const TokenIndex begin = position - length;
        if (text_->sentence_of(begin) != text_->sentence_of(position - 1)) {
            return;
        }
        fits_.clear();
        add_fits(*text_, begin, list, fits_);
        if (std::ranges::any_of(fits_, [&](const EntryFit& fit) {
                return fit.end == position || fit.end_of_phrase == position;
            })) {
            add(begin);
        }
    }
}

bool TextInput::holds(Kind kind, TokenIndex position) {
    const bool is_begin = position == 0 || text_->is_boundary(position);
    const bool is_end = position == text_->size() || text_->is_boundary(position);
    if (kind == Kind::sentence_start) {
        return is_begin;
    }
    if (kind == Kind::sentence_end) {
        return is_end;
    }
    if (kind == Kind::paragraph_start) {
        return position == 0 ||
               (position < text_->size() && text_->paragraph_at(position).tokens.begin == position);
    }
    return position == text_->size() ||
           (position > 0 && text_->paragraph_at(position - 1).tokens.end == position);
}

bool TextInput::is_gap_word(TokenIndex token) {
    return !text_->is_quotation_mark(token) && text_->form(token) != ";";
}

bool TextInput::look(std::uint32_t number, TokenIndex position) {
    const pattern::LookAround& around = pattern_->code.looks[number];
    const std::uint32_t place = pattern_->first_look + number;
    if (answers_[place].empty()) {
        // A sentence of n tokens has n + 1 positions.
        answers_[place].assign(text_->size() + text_->annotation().sentences.size() + 1, 0);
    }
    const bool is_ahead = around.program.reading == Reading::rightwards;
    if (is_ahead ? position >= text_->size() : position == 0) {
        return around.is_negative;
    }
    const TokenIndex beside = is_ahead ? position : position - 1;
    const std::size_t at = position + std::size_t{text_->sentence_of(beside)};
    if (answers_[place][at] == 0 && around.is_flat) {
        answers_[place][at] = begins_flat(around.program, position) ? 2 : 1;
    } else if (answers_[place][at] == 0) {
        work_out(around, text_->sentence_at(beside).tokens, answers_[place]);
    }
    return (answers_[place][at] == 2) != around.is_negative;
}

/// Whether a token, entry or span of a flat program begins here.
bool TextInput::begins_flat(const pattern::Program& program, TokenIndex position) {
    const TokenIndex token = program.reading == Reading::rightwards ? position : position - 1;
    for (const Instruction& instruction : program.instructions) {
        ++steps_;
        if (instruction.operation == Operation::token && text_->passes(instruction.argument, token)) {
            return true;
        }
        ends_.clear();
        if (instruction.operation == Operation::list) {
            add_entries(instruction.argument, position, program.reading, ends_);
        } else if (instruction.operation == Operation::span) {
            add_spans(static_cast<Kind>(instruction.argument), position, program.reading, ends_);
        }
        if (!ends_.empty()) {
            return true;
        }
    }
    return false;
}

/// Whether `program` can accept from instruction `at`, given the answers for all positions further on and for
/// the higher instructions of this one.
bool TextInput::reaches(const pattern::Program& program, Address at, TokenIndex position,
                        TokenSpan sentence) {
    const Instruction& instruction = program.instructions[at];
    const std::size_t width = program.instructions.size();
    const auto from = [&](TokenIndex there, Address address) {
        return sentence.begin <= there && there <= sentence.end &&
               reached_[(there - sentence.begin) * width + address] != 0;
    };
    const bool is_ahead = program.reading == Reading::rightwards;
    const bool can_take = is_ahead ? position < sentence.end : position > sentence.begin;
    const TokenIndex token = is_ahead ? position : position - 1;
    const TokenIndex next = is_ahead ? position + 1 : position - 1;
    ++steps_;
    switch (instruction.operation) {
        case Operation::token:
            return can_take && from(next, instruction.next) && text_->passes(instruction.argument, token);
        case Operation::gap:
            return can_take && from(next, instruction.next) && is_gap_word(token) &&
                   (instruction.argument == Instruction::kNone || !look(instruction.argument, token));
        case Operation::list:
        case Operation::span: {
            if (!can_take) {
                return false;
            }
            std::vector<TokenIndex> ends;
            if (instruction.operation == Operation::list) {
                add_entries(instruction.argument, position, program.reading, ends);
            } else {
                add_spans(static_cast<Kind>(instruction.argument), position, program.reading, ends);
            }
            // A quotation may lead out of the sentence: then nothing more can be asked for.
            return std::ranges::any_of(ends, [&](TokenIndex end) {
                const bool is_inside = sentence.begin <= end && end <= sentence.end;
                return is_inside ? from(end, instruction.next)
                                 : program.instructions[instruction.next].operation == Operation::accept;
            });
        }
        case Operation::position:
            return from(position, instruction.next) &&
                   holds(static_cast<Kind>(instruction.argument), position);
        case Operation::look:
            return from(position, instruction.next) && look(instruction.argument, position);
        case Operation::mark:
            return from(position, instruction.next);
        case Operation::fork:
            return from(position, instruction.next) || from(position, instruction.other);
        case Operation::accept:
            return true;
    }
    return false;
}

void TextInput::work_out(const pattern::LookAround& around, TokenSpan sentence, Answers& answers) {
    const pattern::Program& program = around.program;
    const std::size_t width = program.instructions.size();
    const bool is_ahead = program.reading == Reading::rightwards;
    const std::uint32_t number = text_->sentence_of(sentence.begin);
    std::vector<std::uint8_t> outer = std::move(reached_);  // a look-around inside may be asked in between
    reached_.assign((sentence.size() + 1) * width, 0);
    for (TokenIndex step = 0; step <= sentence.size(); ++step) {
        const TokenIndex position = is_ahead ? sentence.end - step : sentence.begin + step;
        for (auto at = static_cast<Address>(width); at-- > 0;) {
            const bool is_reached = reaches(program, at, position, sentence);
            reached_[(position - sentence.begin) * width + at] = is_reached ? 1 : 0;
        }
        const bool holds_here = reached_[(position - sentence.begin) * width + program.start] != 0;
        answers[position + std::size_t{number}] = holds_here ? 2 : 1;
    }
    reached_ = std::move(outer);
}

}  // namespace stancegraph
