#include "annotate/transitions.hpp"

#include <algorithm>

namespace stancegraph {
namespace {

constexpr std::size_t kLabelCount = kDeprelNames.size();

std::uint16_t distance_bucket(std::int32_t from, std::int32_t to) {
    return static_cast<std::uint16_t>(std::clamp<std::int32_t>(to - from, 0, parser_fact::kDistances - 1));
}

std::uint16_t valency_bucket(std::uint8_t first, std::uint8_t second) {
    return static_cast<std::uint16_t>(std::min<int>(first, 3) * 4 + std::min<int>(second, 3));
}

void count_up(std::uint8_t& counter) {
    if (counter < 3) {
        ++counter;
    }
}

}  // namespace

void ParserState::reset(std::size_t count) {
    stack_.clear();
    next_ = 0;
    heads_.assign(count, kNoHead);
    labels_.assign(count, Deprel::none);
    children_.assign(count, Children{});
}

void ParserState::attach_left(std::int32_t head, std::int32_t word, Deprel label) {
    heads_[static_cast<std::size_t>(word)] = head;
    labels_[static_cast<std::size_t>(word)] = label;
    Children& children = children_[static_cast<std::size_t>(head)];
    children.leftmost = word;  // Words are attached from the head outwards.
    count_up(children.left_count);
}

void ParserState::attach_right(std::int32_t head, std::int32_t word, Deprel label) {
    heads_[static_cast<std::size_t>(word)] = head;
    labels_[static_cast<std::size_t>(word)] = label;
    Children& children = children_[static_cast<std::size_t>(head)];
    children.rightmost = word;
    count_up(children.right_count);
}

void ParserState::apply(std::size_t move) {
    if (move == transition::kShift) {
        stack_.push_back(static_cast<std::int32_t>(next_++));
        return;
    }
    const std::int32_t top = stack_.back();
    stack_.pop_back();
    const Deprel label = transition::label_of(move);
    if (move < transition::kFirstRight) {
        attach_left(static_cast<std::int32_t>(next_), top, label);
    } else if (!stack_.empty()) {
        attach_right(stack_.back(), top, label);
    } else {
        heads_[static_cast<std::size_t>(top)] = ParserView::kRoot;
        labels_[static_cast<std::size_t>(top)] = label;
    }
}

ParserView ParserState::view() const {
    constexpr std::int32_t kEmpty = ParserView::kEmpty;
    const std::size_t depth = stack_.size();
    const auto from_top = [&](std::size_t below) {
        return below < depth ? stack_[depth - 1 - below] : below == depth ? ParserView::kRoot : kEmpty;
    };
    const auto from_next = [&](std::size_t ahead) {
        return next_ + ahead < count() ? static_cast<std::int32_t>(next_ + ahead) : kEmpty;
    };
    const auto children = [&](std::int32_t word) {
        return word >= 0 ? children_[static_cast<std::size_t>(word)] : Children{};
    };
    ParserView view;
    const std::int32_t top = from_top(0);
    const std::int32_t second = from_top(1);
    const std::int32_t front = from_next(0);
    const Children of_top = children(top);
    const Children of_second = children(second);
    const Children of_front = children(front);
    view.words = {top,
                  second,
                  from_top(2),
                  front,
                  from_next(1),
                  of_top.leftmost,
                  of_top.rightmost,
                  of_second.leftmost,
                  of_second.rightmost,
                  of_front.leftmost};
    for (std::size_t child = 0; child < 5; ++child) {
        const std::int32_t word = view.words[5 + child];
        const auto label = word >= 0 ? static_cast<std::size_t>(labels_[static_cast<std::size_t>(word)]) : 0;
        view.facts[child] =
            static_cast<std::uint16_t>(parser_fact::kChildLabel + child * kLabelCount + label);
    }
    const std::uint16_t buffer_distance = top >= 0 && front >= 0 ? distance_bucket(top, front) : 0;
    const std::uint16_t stack_distance = top >= 0 && second >= 0 ? distance_bucket(second, top) : 0;
    view.facts[5] = static_cast<std::uint16_t>(parser_fact::kBufferDistance + buffer_distance);
    view.facts[6] = static_cast<std::uint16_t>(parser_fact::kStackDistance + stack_distance);
    view.facts[7] = static_cast<std::uint16_t>(parser_fact::kTopValency +
                                               valency_bucket(of_top.left_count, of_top.right_count));
    view.facts[8] = static_cast<std::uint16_t>(parser_fact::kNextValency +
                                               valency_bucket(of_second.right_count, of_front.left_count));
    return view;
}

}  // namespace stancegraph
