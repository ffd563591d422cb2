#include "annotate/parser.hpp"

#include <algorithm>
#include <array>

namespace stancegraph {
namespace {

static_assert(transition::label_of(transition::kFirstLeft) == Deprel::root);

/// As many sentences as the kernels take rows at once.
constexpr std::size_t kLanes = 6;

/// The first of the highest scores in [begin, end), if it beats `best`.
void consider(std::span<const std::int32_t> scores, std::size_t begin, std::size_t end, std::size_t& best) {
    std::int32_t highest = scores[begin];
    for (std::size_t move = begin + 1; move < end; ++move) {
        highest = std::max(highest, scores[move]);
    }
    if (best == transition::kCount || highest > scores[best]) {
        best = static_cast<std::size_t>(
            std::find(scores.begin() + static_cast<std::ptrdiff_t>(begin), scores.end(), highest) -
            scores.begin());
    }
}

/// Makes the moves that have no alternative.
void make_forced_moves(ParserState& state) {
    while (!state.is_final() && (state.can_right_to_root() || state.stack().empty())) {
        state.apply(state.can_right_to_root() ? transition::right(Deprel::root) : transition::kShift);
    }
}

}  // namespace

void Parser::project(InputRows rows) {
    const AffineLayer& layer = model_.projection();
    projected_.resize(rows.count * layer.outputs);
    kernels_.project(layer, rows, projected_.data(), layer.outputs);
}

void Parser::fill_hidden(const ParserState& state, std::size_t first_row, std::int16_t* hidden) const {
    constexpr std::size_t kRows = ParserView::kSlots + ParserView::kFacts + 1;
    const std::size_t width = model_.hidden();
    const ParserView view = state.view();
    std::array<const std::int16_t*, kRows> rows{};
    for (std::size_t slot = 0; slot < ParserView::kSlots; ++slot) {
        const std::int32_t word = view.words[slot];
        if (word >= 0) {
            rows[slot] = projected_.data() +
                         ((first_row + static_cast<std::size_t>(word)) * ParserView::kSlots + slot) * width;
        } else {
            const bool is_root = word == ParserView::kRoot;
            rows[slot] = model_.fact((is_root ? parser_fact::kRootSlot : parser_fact::kEmptySlot) + slot);
        }
    }
    for (std::size_t fact = 0; fact < ParserView::kFacts; ++fact) {
        rows[ParserView::kSlots + fact] = model_.fact(view.facts[fact]);
    }
    rows.back() = model_.fact(parser_fact::kBias);
    kernels_.hidden(rows.data(), rows.size(), width, hidden);
}

void Parser::score(std::span<const SentenceRows> sentences, std::size_t lanes) {
    const std::size_t width = model_.hidden();
    const std::size_t moves = model_.move_layer().outputs;
    hidden_.resize(lanes * width);
    scores_.resize(lanes * moves);
    for (std::size_t index = 0; index < lanes; ++index) {
        const std::size_t sentence = open_[index];
        fill_hidden(states_[sentence], sentences[sentence].first, hidden_.data() + index * width);
    }
    kernels_.score(model_.move_layer(), {hidden_.data(), width, lanes}, scores_.data(), moves);
}

std::size_t Parser::best_move(const ParserState& state, std::span<const std::int32_t> scores) {
    std::size_t best = transition::kCount;
    if (state.can_shift()) {
        consider(scores, transition::kShift, transition::kShift + 1, best);
        consider(scores, transition::kFirstLeft + 1, transition::kFirstRight, best);
    }
    if (state.can_right()) {
        consider(scores, transition::kFirstRight + 1, transition::kCount, best);
    }
    return best;
}

void Parser::parse(std::span<const SentenceRows> sentences) {
    states_.resize(std::max(states_.size(), sentences.size()));
    open_.clear();
    const auto is_final = [&](std::size_t sentence) { return states_[sentence].is_final(); };
    for (std::size_t sentence = 0; sentence < sentences.size(); ++sentence) {
        states_[sentence].reset(sentences[sentence].count);
        make_forced_moves(states_[sentence]);
        open_.push_back(sentence);
    }
    std::erase_if(open_, is_final);
    const std::size_t moves = model_.move_layer().outputs;
    while (!open_.empty()) {
        const std::size_t lanes = std::min(open_.size(), kLanes);
        score(sentences, lanes);
        for (std::size_t index = 0; index < lanes; ++index) {
            ParserState& state = states_[open_[index]];
            state.apply(best_move(state, std::span(scores_).subspan(index * moves, moves)));
            make_forced_moves(state);
        }
        std::erase_if(open_, is_final);
    }
}

}  // namespace stancegraph
