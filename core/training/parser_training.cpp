#include "training/parser_training.hpp"

#include <algorithm>
#include <cmath>

#include "training/head_training.hpp"
#include "training/matrix_product.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kSlots = ParserView::kSlots;

/// The row of the fact table that stands for a slot without a word.
std::size_t stand_in(std::int32_t word, std::size_t slot) {
    return (word == ParserView::kRoot ? parser_fact::kRootSlot : parser_fact::kEmptySlot) + slot;
}

/// Gives the impossible moves no chance.
void forbid_impossible(const ParserState& state, std::span<float> scores) {
    constexpr float kNever = -1e9F;
    const std::size_t root_move = transition::right(Deprel::root);
    if (!state.can_shift()) {
        scores[transition::kShift] = kNever;
    }
    for (std::size_t move = transition::kFirstLeft; move < transition::kCount; ++move) {
        const bool is_left = move < transition::kFirstRight;
        const bool is_possible = is_left ? state.can_left() && move != transition::left(Deprel::root)
                                 : move == root_move ? state.can_right_to_root()
                                                     : state.can_right();
        if (!is_possible) {
            scores[move] = kNever;
        }
    }
}

/// The moves that are right: those of the least cost, with the gold label.
std::vector<std::size_t> right_moves(const ParserState& state, const GoldTree& gold, const MoveCosts& costs) {
    std::vector<std::size_t> moves;
    const int least = costs.least();
    if (costs.shift == least) {
        moves.push_back(transition::kShift);
    }
    if (state.stack().empty()) {
        return moves;
    }
    const Deprel label = gold.labels[static_cast<std::size_t>(state.stack().back())];
    const Deprel inner = label == Deprel::root ? Deprel::dep : label;
    if (costs.left == least) {
        moves.push_back(transition::left(inner));
    }
    if (costs.right == least) {
        moves.push_back(transition::right(state.can_right_to_root() ? Deprel::root : inner));
    }
    return moves;
}

}  // namespace

void move_probabilities(const ParserState& state, std::span<float> scores) {
    forbid_impossible(state, scores);
    softmax(scores);
}

/// One sentence on its way through the parser.
struct ParserPass::Course {
    const ParserExample* example = nullptr;
    ParserState state;
    std::vector<bool> on_stack;

    void apply(std::size_t move) {
        if (move == transition::kShift) {
            on_stack[state.next()] = true;
        } else {
            on_stack[static_cast<std::size_t>(state.stack().back())] = false;
        }
        state.apply(move);
    }

    /// Turns scores into the gradient of the loss, makes a move, gives the loss.
    double learn(std::span<float> scores, bool explores) {
        move_probabilities(state, scores);
        const auto best = static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin());
        const auto right = right_moves(state, *example->gold, move_costs(state, *example->gold, on_stack));
        float mass = 0.0F;
        std::size_t best_right = right.front();
        for (const std::size_t move : right) {
            mass += scores[move];
            best_right = scores[move] > scores[best_right] ? move : best_right;
        }
        mass = std::max(mass, 1e-12F);
        for (const std::size_t move : right) {
            scores[move] -= scores[move] / mass;
        }
        apply(explores ? best : best_right);
        return -static_cast<double>(std::log(mass));
    }
};

void ParserPass::add_hidden(const TrainingNetwork& network, const ParserStep& step, Random* random) {
    const auto& [view, first_row] = step;
    const std::size_t hidden = network.shape.hidden;
    const std::size_t begin = steps_.size() * hidden;
    steps_.push_back(step);
    hidden_.resize(begin + hidden);
    slopes_.resize(begin + hidden);
    const float* facts = network.dense.data() + network.at.facts;
    float* sums = hidden_.data() + begin;
    std::copy_n(facts + parser_fact::kBias * hidden, hidden, sums);
    const auto add = [&](const float* row) {
        for (std::size_t index = 0; index < hidden; ++index) {
            sums[index] += row[index];
        }
    };
    for (std::size_t slot = 0; slot < kSlots; ++slot) {
        const std::int32_t word = view.words[slot];
        if (word >= 0) {
            add(projected_.data() + ((first_row + static_cast<std::size_t>(word)) * kSlots + slot) * hidden);
        } else {
            add(facts + stand_in(word, slot) * hidden);
        }
    }
    for (const std::uint16_t fact : view.facts) {
        add(facts + fact * hidden);
    }
    fill_dropout(dropout_, hidden, random);
    for (std::size_t index = 0; index < hidden; ++index) {
        slopes_[begin + index] = sums[index] > 0.0F ? dropout_[index] : 0.0F;
        sums[index] *= slopes_[begin + index];
    }
}

void ParserPass::begin(const TrainingNetwork& network, const BatchLayout& layout,
                       const EncoderPass& encoder) {
    const std::size_t width = network.shape.width;
    const std::size_t hidden = network.shape.hidden;
    projected_.assign(layout.rows * kSlots * hidden, 0.0F);
    add_product(layout.rows, kSlots * hidden, width, {encoder.output(), width, 1},
                network.dense.data() + network.at.projection, kSlots * hidden, projected_.data(),
                kSlots * hidden);
    steps_.clear();
    hidden_.clear();
    slopes_.clear();
    scores_.clear();
}

std::span<float> ParserPass::score(const TrainingNetwork& network, std::span<const ParserStep> steps,
                                   Random* random) {
    const std::size_t hidden = network.shape.hidden;
    const std::size_t first_step = steps_.size();
    for (const ParserStep& step : steps) {
        add_hidden(network, step, random);
    }
    scores_.resize(steps_.size() * kColumns);
    float* scores = scores_.data() + first_step * kColumns;
    for (std::size_t index = 0; index < steps.size(); ++index) {
        std::copy_n(network.dense.data() + network.at.move_bias, kColumns, scores + index * kColumns);
    }
    add_product(steps.size(), kColumns, hidden, {hidden_.data() + first_step * hidden, hidden, 1},
                network.dense.data() + network.at.moves, kColumns, scores, kColumns);
    for (std::size_t index = 0; index < steps.size(); ++index) {
        std::fill_n(scores + index * kColumns + transition::kCount, kColumns - transition::kCount, 0.0F);
    }
    return {scores, steps.size() * kColumns};
}

double ParserPass::play_round(const TrainingNetwork& network, std::vector<Course>& courses, float exploration,
                              Random& random) {
    std::vector<ParserStep> steps;
    for (const Course& course : courses) {
        steps.push_back({course.state.view(), course.example->first_row});
    }
    const std::span<float> scores = score(network, steps, &random);
    double loss = 0.0;
    for (std::size_t index = 0; index < courses.size(); ++index) {
        loss += courses[index].learn(scores.subspan(index * kColumns, transition::kCount),
                                     random.uniform() < exploration);
    }
    return loss;
}

double ParserPass::train(const EncodedBatch& batch, std::span<const ParserExample> examples,
                         float exploration, Random& random) {
    begin(batch.network, batch.layout, batch.encoder);
    std::vector<Course> courses;
    for (const ParserExample& example : examples) {
        Course& course = courses.emplace_back();
        course.example = &example;
        course.state.reset(example.gold->heads.size());
        course.on_stack.assign(example.gold->heads.size(), false);
    }
    double loss = 0.0;
    while (!courses.empty()) {
        loss += play_round(batch.network, courses, exploration, random);
        std::erase_if(courses, [](const Course& course) { return course.state.is_final(); });
    }
    if (!steps_.empty()) {
        backward(batch);
    }
    return loss;
}

void ParserPass::backward(const EncodedBatch& batch) {
    const auto& [network, layout, encoder, gradients] = batch;
    const std::size_t width = network.shape.width;
    const std::size_t hidden = network.shape.hidden;
    for (std::size_t step = 0; step < steps_.size(); ++step) {
        for (std::size_t column = 0; column < kColumns; ++column) {
            gradients.dense[network.at.move_bias + column] += scores_[step * kColumns + column];
        }
    }
    add_product(hidden, kColumns, steps_.size(), {hidden_.data(), 1, hidden}, scores_.data(), kColumns,
                gradients.dense.data() + network.at.moves, kColumns);
    std::vector<float> transposed;
    transpose(network.dense.data() + network.at.moves, hidden, kColumns, transposed);
    hidden_gradients_.assign(steps_.size() * hidden, 0.0F);
    add_product(steps_.size(), hidden, kColumns, {scores_.data(), kColumns, 1}, transposed.data(), hidden,
                hidden_gradients_.data(), hidden);
    projected_gradients_.assign(projected_.size(), 0.0F);
    spread_hidden_gradients(network, gradients);
    add_product(width, kSlots * hidden, layout.rows, {encoder.output(), 1, width},
                projected_gradients_.data(), kSlots * hidden, gradients.dense.data() + network.at.projection,
                kSlots * hidden);
    transpose(network.dense.data() + network.at.projection, width, kSlots * hidden, transposed);
    add_product(layout.rows, width, kSlots * hidden, {projected_gradients_.data(), kSlots * hidden, 1},
                transposed.data(), width, encoder.output_gradient(), width);
}

void ParserPass::spread_hidden_gradients(const TrainingNetwork& network, Gradients& gradients) {
    const std::size_t hidden = network.shape.hidden;
    float* facts = gradients.dense.data() + network.at.facts;
    for (std::size_t step = 0; step < steps_.size(); ++step) {
        float* gradient = hidden_gradients_.data() + step * hidden;
        for (std::size_t index = 0; index < hidden; ++index) {
            gradient[index] *= slopes_[step * hidden + index];
        }
        const auto add_to = [&](float* row) {
            for (std::size_t index = 0; index < hidden; ++index) {
                row[index] += gradient[index];
            }
        };
        const ParserStep& taken = steps_[step];
        for (std::size_t slot = 0; slot < kSlots; ++slot) {
            const std::int32_t word = taken.view.words[slot];
            if (word >= 0) {
                const std::size_t row = taken.first_row + static_cast<std::size_t>(word);
                add_to(projected_gradients_.data() + (row * kSlots + slot) * hidden);
            } else {
                add_to(facts + stand_in(word, slot) * hidden);
            }
        }
        for (const std::uint16_t fact : taken.view.facts) {
            add_to(facts + fact * hidden);
        }
        add_to(facts + parser_fact::kBias * hidden);
    }
}

}  // namespace stancegraph
