#include "match/pattern_runner.hpp"

#include <algorithm>
#include <utility>

namespace stancegraph {
namespace {

using pattern::Anchor;
using pattern::Mark;

/// A quotation inside the window does not use it up, but a window never grows beyond this many times its
/// width.
constexpr TokenIndex kMostWidths = 8;

bool is_empty(const pattern::Program& program) {
    return program.instructions.size() == 1;
}

void accept_at(TokenIndex position, MachineMatch& match) {
    match.is_found = true;
    match.position = position;
    match.cost = {};
    match.marks.clear();
}

/// The place of the other end of the mark's name, taken out of `open`; nothing if it is not there.
std::optional<TokenIndex> take_partner(const MarkAt& mark, std::vector<MarkAt>& open) {
    const auto at = std::find_if(open.rbegin(), open.rend(),
                                 [&](const MarkAt& other) { return other.first == (mark.first ^ 1U); });
    if (at == open.rend()) {
        return std::nullopt;
    }
    const TokenIndex position = at->second;
    open.erase(std::next(at).base());
    return position;
}

bool takes_part(pattern::Operation operation) {
    return operation == pattern::Operation::token || operation == pattern::Operation::list ||
           operation == pattern::Operation::span || operation == pattern::Operation::position ||
           operation == pattern::Operation::look;
}

}  // namespace

TokenSpan PatternRunner::window(TokenIndex token) const {
    const TokenSpan paragraph = text_->paragraph_at(token).tokens;
    const TokenIndex width = text_->rules().settings.max_width;
    const auto& quotations = text_->annotation().quotations;
    TokenIndex before = std::min(width, token - paragraph.begin);
    TokenIndex after = std::min(width, paragraph.end - token);
    const auto widen = [&](TokenIndex reach, TokenIndex edge) {
        const std::uint32_t quotation = edge < text_->size() ? text_->quotation_of(edge) : TextView::kNone;
        return quotation == TextView::kNone
                   ? reach
                   : std::min(reach + quotations[quotation].tokens.size(), kMostWidths * width);
    };
    before = std::min(widen(before, token - before), token - paragraph.begin);
    after = std::min(widen(after, token + after), paragraph.end - token);
    return {token - before, token + after};
}

const MachineMatch& PatternRunner::run_side(const pattern::Program& program, const Attempt& attempt,
                                            PatternStop* stop) {
    if (stop == nullptr) {
        return machine_.run(program, *input_, attempt);
    }
    const std::vector<std::uint32_t> missing = missing_parts(program);
    FurthestPoint furthest;
    furthest.missing_at = &missing;
    const MachineMatch& match = machine_.run(program, *input_, attempt, &furthest);
    if (!match.is_found) {
        stop->missing += furthest.missing;
        if (stop->program == nullptr) {
            stop->program = &program;
            stop->furthest = furthest;
        }
    }
    return match;
}

bool PatternRunner::run_left(const Anchor& anchor, TokenIndex token, TokenSpan around, PatternStop* stop) {
    if (is_empty(anchor.left)) {
        accept_at(token, left_);
    } else {
        left_ = run_side(anchor.left, {token, around, false}, stop);
    }
    return left_.is_found;
}

bool PatternRunner::run_right(const Anchor& anchor, const Occurrence& occurrence, TokenSpan around,
                              PatternStop* stop) {
    const TokenIndex end = occurrence.fit ? occurrence.fit->end : occurrence.token + 1;
    const TokenIndex end_of_phrase = occurrence.fit ? occurrence.fit->end_of_phrase : end;
    if (is_empty(anchor.right)) {
        accept_at(end_of_phrase, right_);
        return true;
    }
    const bool has_preposition = end_of_phrase != end && end_of_phrase <= around.end;
    right_ = run_side(anchor.right, {end, around, false}, has_preposition ? nullptr : stop);
    if (has_preposition) {
        const MachineMatch& longer = run_side(anchor.right, {end_of_phrase, around, false}, stop);
        if (longer.is_found && (!right_.is_found || !right_.cost.is_better_than(longer.cost))) {
            right_ = longer;
        }
    }
    return right_.is_found;
}

std::vector<std::uint32_t> missing_parts(const pattern::Program& program) {
    constexpr std::uint32_t kFar = 0xFFFF;
    std::vector<std::uint32_t> missing(program.instructions.size(), kFar);
    // Loops lead back, so that a second pass may still find a shorter way; it never takes many.
    for (bool has_changed = true; has_changed;) {
        has_changed = false;
        for (std::size_t at = missing.size(); at-- > 0;) {
            const pattern::Instruction& instruction = program.instructions[at];
            const std::uint32_t parts = takes_part(instruction.operation) ? 1 : 0;
            std::uint32_t best = instruction.operation == pattern::Operation::accept ? 0 : kFar;
            for (const pattern::Address next : {instruction.next, instruction.other}) {
                if (next != pattern::Instruction::kNone) {
                    best = std::min(best, missing[next] + parts);
                }
            }
            has_changed = has_changed || best < missing[at];
            missing[at] = std::min(missing[at], best);
        }
    }
    return missing;
}

std::optional<PatternMatch> PatternRunner::run(const RunnablePattern& pattern, const Occurrence& occurrence,
                                               PatternStop* stop) {
    const Anchor& anchor = pattern.code.anchors[occurrence.anchor.anchor];
    const TokenIndex token = occurrence.token;
    input_->use(pattern);
    TokenSpan around{};
    if (!is_empty(anchor.left) || !is_empty(anchor.right)) {
        around = window(token);
    }
    const bool is_left = run_left(anchor, token, around, stop);
    if (!is_left && stop == nullptr) {
        return std::nullopt;
    }
    if (!run_right(anchor, occurrence, around, stop) || !is_left) {
        return std::nullopt;
    }
    const TokenIndex end = occurrence.fit ? occurrence.fit->end : token + 1;
    PatternMatch match;
    match.trigger = token;
    match.fit = occurrence.fit;
    match.extent = {left_.position, right_.position};
    match.cost = {left_.cost.gap_words + right_.cost.gap_words,
                  left_.cost.optional_parts + right_.cost.optional_parts + anchor.optional_parts,
                  match.extent.size(), left_.cost.alternative + right_.cost.alternative + anchor.alternative};
    for (const std::uint32_t name : anchor.names) {
        match.parts.push_back({name, {token, end}});
    }
    if (anchor.form == Anchor::Form::test && anchor.names.empty()) {
        match.literals.push_back(token);
    }
    add_parts(left_.marks, right_.marks, match);
    return match;
}

std::optional<PatternMatch> PatternRunner::run_at(const RunnablePattern& pattern, TokenIndex position) {
    const Anchor& anchor = pattern.code.anchors.front();
    input_->use(pattern);
    right_ = machine_.run(anchor.right, *input_, {position, window(position), true}, nullptr);
    if (!right_.is_found) {
        return std::nullopt;
    }
    PatternMatch match;
    match.trigger = position;
    match.extent = {position, right_.position};
    match.cost = right_.cost;
    add_parts({}, right_.marks, match);
    return match;
}

/// Pairs begins with ends. In the left program ends come first; a name around the trigger begins there and
/// ends in the right one.
void PatternRunner::add_parts(const std::vector<MarkAt>& left, const std::vector<MarkAt>& right,
                              PatternMatch& match) const {
    const auto keep = [&](std::uint32_t name, TokenSpan tokens) {
        if (name != pattern::kLiteralName) {
            match.parts.push_back({name, tokens});
            return;
        }
        for (TokenIndex token = tokens.begin; token < tokens.end; ++token) {
            match.literals.push_back(token);
        }
    };
    std::vector<MarkAt> open;
    const auto take = [&](const MarkAt& mark, bool is_closing) {
        const auto partner = is_closing ? take_partner(mark, open) : std::nullopt;
        if (partner) {
            keep(Mark::name_of(mark.first),
                 {std::min(mark.second, *partner), std::max(mark.second, *partner)});
        } else {
            open.push_back(mark);
        }
    };
    for (const MarkAt& mark : left) {
        take(mark, !Mark::is_end(mark.first));
    }
    for (const MarkAt& mark : right) {
        take(mark, Mark::is_end(mark.first));
    }
    std::ranges::stable_sort(match.parts, {}, [](const NamedSpan& part) { return part.tokens.begin; });
}

bool PatternRunner::starts(const Anchor& anchor, TokenIndex token, std::vector<EntryFit>& fits) {
    if (anchor.form == Anchor::Form::list) {
        const std::size_t before = fits.size();
        add_fits(*text_, token, anchor.argument, fits);
        return fits.size() > before;
    }
    return anchor.form == Anchor::Form::test && text_->passes(anchor.argument, token);
}

}  // namespace stancegraph
