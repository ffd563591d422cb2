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

std::optional<PatternMatch> PatternRunner::run(const RunnablePattern& pattern, const Occurrence& occurrence,
                                               PatternStop* stop) {
    const Anchor& anchor = pattern.code.anchors[occurrence.anchor.anchor];
    const TokenIndex token = occurrence.token;
    const TokenIndex end = occurrence.fit ? occurrence.fit->end : token + 1;
    const TokenIndex end_of_phrase = occurrence.fit ? occurrence.fit->end_of_phrase : end;
    FurthestPoint* const furthest = stop == nullptr ? nullptr : &stop->furthest;
    input_->use(pattern);
    TokenSpan around{};
    if (!is_empty(anchor.left) || !is_empty(anchor.right)) {
        around = window(token);
    }
    if (is_empty(anchor.left)) {
        accept_at(token, left_);
    } else {
        left_ = machine_.run(anchor.left, *input_, {token, around, false}, furthest);
    }
    if (!left_.is_found) {
        if (stop != nullptr) {
            stop->program = &anchor.left;
        }
        return std::nullopt;
    }
    if (is_empty(anchor.right)) {
        accept_at(end_of_phrase, right_);
    } else {
        right_ = machine_.run(anchor.right, *input_, {end, around, false}, furthest);
        if (end_of_phrase != end && end_of_phrase <= around.end) {
            const MachineMatch& longer =
                machine_.run(anchor.right, *input_, {end_of_phrase, around, false}, furthest);
            if (longer.is_found && (!right_.is_found || !right_.cost.is_better_than(longer.cost))) {
                right_ = longer;
            }
        }
    }
    if (!right_.is_found) {
        if (stop != nullptr) {
            stop->program = &anchor.right;
        }
        return std::nullopt;
    }
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
    const auto close = [&](const MarkAt& mark) -> std::optional<TokenIndex> {
        const std::uint32_t partner = mark.first ^ 1U;
        for (auto at = open.rbegin(); at != open.rend(); ++at) {
            if (at->first == partner) {
                const TokenIndex position = at->second;
                open.erase(std::next(at).base());
                return position;
            }
        }
        return std::nullopt;
    };
    for (const MarkAt& mark : left) {
        const auto partner = Mark::is_end(mark.first) ? std::nullopt : close(mark);
        if (partner) {
            keep(Mark::name_of(mark.first), {mark.second, *partner});
        } else {
            open.push_back(mark);
        }
    }
    for (const MarkAt& mark : right) {
        const auto partner = Mark::is_end(mark.first) ? close(mark) : std::nullopt;
        if (partner) {
            keep(Mark::name_of(mark.first), {*partner, mark.second});
        } else {
            open.push_back(mark);
        }
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
