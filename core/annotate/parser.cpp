#include "annotate/parser.hpp"

#include <algorithm>
#include <array>

namespace stancegraph {
namespace {

static_assert(transition::label_of(transition::kFirstLeft) == Deprel::root);

/// The first of the highest scores in [begin, end), if it beats `best`.
void consider(const std::vector<std::int32_t>& scores, std::size_t begin, std::size_t end,
              std::size_t& best) {
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

}  // namespace

void Parser::project(InputRows rows) {
    const AffineLayer& layer = model_.projection();
    projected_.resize(rows.count * layer.outputs);
    hidden_.resize(model_.hidden());
    scores_.resize(model_.move_layer().outputs);
    kernels_.project(layer, rows, projected_.data(), layer.outputs);
}

void Parser::score(std::size_t first_row) {
    constexpr std::size_t kRows = ParserView::kSlots + ParserView::kFacts + 1;
    const std::size_t hidden = model_.hidden();
    const ParserView view = state_.view();
    std::array<const std::int16_t*, kRows> rows{};
    for (std::size_t slot = 0; slot < ParserView::kSlots; ++slot) {
        const std::int32_t word = view.words[slot];
        if (word >= 0) {
            rows[slot] = projected_.data() +
                         ((first_row + static_cast<std::size_t>(word)) * ParserView::kSlots + slot) * hidden;
        } else {
            const bool is_root = word == ParserView::kRoot;
            rows[slot] = model_.fact((is_root ? parser_fact::kRootSlot : parser_fact::kEmptySlot) + slot);
        }
    }
    for (std::size_t fact = 0; fact < ParserView::kFacts; ++fact) {
        rows[ParserView::kSlots + fact] = model_.fact(view.facts[fact]);
    }
    rows.back() = model_.fact(parser_fact::kBias);
    kernels_.hidden(rows.data(), rows.size(), hidden, hidden_.data());
    kernels_.score(model_.move_layer(), {hidden_.data(), hidden, 1}, scores_.data(), scores_.size());
}

std::size_t Parser::best_move(std::size_t first_row) {
    if (state_.can_right_to_root()) {
        return transition::right(Deprel::root);
    }
    if (state_.stack().empty()) {
        return transition::kShift;
    }
    score(first_row);
    std::size_t best = transition::kCount;
    if (state_.can_shift()) {
        consider(scores_, transition::kShift, transition::kShift + 1, best);
        consider(scores_, transition::kFirstLeft + 1, transition::kFirstRight, best);
    }
    if (state_.can_right()) {
        consider(scores_, transition::kFirstRight + 1, transition::kCount, best);
    }
    return best;
}

void Parser::parse(std::size_t first_row, std::size_t count) {
    state_.reset(count);
    while (!state_.is_final()) {
        state_.apply(best_move(first_row));
    }
}

}  // namespace stancegraph
