#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/tagset.hpp"

namespace stancegraph {

/// The transitions are one flat list: SHIFT, then LEFT with each label, then RIGHT with each label; the label
/// `Deprel::none` has none.
namespace transition {

inline constexpr std::size_t kLabels = kDeprelNames.size() - 1;
inline constexpr std::size_t kShift = 0;
inline constexpr std::size_t kFirstLeft = 1;
inline constexpr std::size_t kFirstRight = kFirstLeft + kLabels;
inline constexpr std::size_t kCount = kFirstRight + kLabels;

[[nodiscard]] constexpr std::size_t left(Deprel label) {
    return kFirstLeft + static_cast<std::size_t>(label) - 1;
}

[[nodiscard]] constexpr std::size_t right(Deprel label) {
    return kFirstRight + static_cast<std::size_t>(label) - 1;
}

[[nodiscard]] constexpr Deprel label_of(std::size_t move) {
    return static_cast<Deprel>((move < kFirstRight ? move - kFirstLeft : move - kFirstRight) + 1);
}

}  // namespace transition

/// What the parser looks at: ten words by their place, and small facts, each a row of one table.
struct ParserView {
    static constexpr std::size_t kSlots = 10;  ///< s0 s1 s2 b0 b1, children s0l s0r s1l s1r b0l.
    static constexpr std::size_t kFacts = 9;
    static constexpr std::int32_t kEmpty = -1;
    static constexpr std::int32_t kRoot = -2;

    std::array<std::int32_t, kSlots> words{};  ///< Index in the sentence, kEmpty or kRoot.
    std::array<std::uint16_t, kFacts> facts{};
};

/// The rows of the parser's table of facts.
namespace parser_fact {

inline constexpr std::size_t kDistances = 8;
inline constexpr std::size_t kValencies = 16;
inline constexpr std::size_t kEmptySlot = 0;
inline constexpr std::size_t kRootSlot = kEmptySlot + ParserView::kSlots;
inline constexpr std::size_t kChildLabel = kRootSlot + ParserView::kSlots;
inline constexpr std::size_t kBufferDistance = kChildLabel + 5 * kDeprelNames.size();
inline constexpr std::size_t kStackDistance = kBufferDistance + kDistances;
inline constexpr std::size_t kTopValency = kStackDistance + kDistances;
inline constexpr std::size_t kNextValency = kTopValency + kValencies;
inline constexpr std::size_t kBias = kNextValency + kValencies;
inline constexpr std::size_t kRows = kBias + 1;

}  // namespace parser_fact

/// A configuration of the arc-hybrid transition system. The artificial root lies at the bottom of the stack
/// and takes its one dependent when the buffer is empty, so every sentence gets exactly one root. Source:
/// Kuhlmann, Gómez-Rodríguez, Satta 2011, "Dynamic Programming Algorithms for Transition-Based Dependency
/// Parsers".
class ParserState {
public:
    static constexpr std::int32_t kNoHead = -3;

    /// Starts over with a sentence of `count` words.
    void reset(std::size_t count);

    [[nodiscard]] bool is_final() const { return stack_.empty() && next_ == count(); }

    [[nodiscard]] bool can_shift() const { return next_ < count(); }

    [[nodiscard]] bool can_left() const { return !stack_.empty() && next_ < count(); }

    /// Onto a word; `can_right_to_root` tells of the root.
    [[nodiscard]] bool can_right() const { return stack_.size() >= 2; }

    [[nodiscard]] bool can_right_to_root() const { return stack_.size() == 1 && next_ == count(); }

    /// Precondition: the move is one of the possible ones.
    void apply(std::size_t move);

    [[nodiscard]] ParserView view() const;

    [[nodiscard]] std::size_t count() const { return heads_.size(); }

    [[nodiscard]] std::size_t next() const { return next_; }

    /// The open words, the last one on top.
    [[nodiscard]] const std::vector<std::int32_t>& stack() const { return stack_; }

    [[nodiscard]] std::int32_t head(std::size_t word) const { return heads_[word]; }

    [[nodiscard]] Deprel label(std::size_t word) const { return labels_[word]; }

private:
    struct Children {
        std::int32_t leftmost = ParserView::kEmpty;
        std::int32_t rightmost = ParserView::kEmpty;
        std::uint8_t left_count = 0;
        std::uint8_t right_count = 0;
    };

    void attach_left(std::int32_t head, std::int32_t word, Deprel label);
    void attach_right(std::int32_t head, std::int32_t word, Deprel label);

    std::vector<std::int32_t> stack_;
    std::size_t next_ = 0;
    std::vector<std::int32_t> heads_;  ///< ParserView::kRoot for the root, kNoHead while open.
    std::vector<Deprel> labels_;
    std::vector<Children> children_;
};

}  // namespace stancegraph
