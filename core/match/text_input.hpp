#pragma once

#include <cstdint>
#include <vector>

#include "match/entries.hpp"
#include "match/machine.hpp"
#include "match/span_kinds.hpp"
#include "match/text_view.hpp"

namespace stancegraph {

/// Answers the pattern machine from the text. Look-arounds are worked out a sentence at a time, from its far
/// end, one bit for each position and pattern: O(sentence * program) for each, however often it is asked.
/// Source: K. Mamouras, A. Chattopadhyay, "Efficient Matching of Regular Expressions with Lookaround
/// Assertions", POPL 2024.
class TextInput : public MachineInput {
public:
    TextInput(TextView& text, SpanKinds& kinds) : text_(&text), kinds_(&kinds) {}

    /// Turns to the next document; call it again when actors or subjects have changed.
    void open();

    /// The pattern whose programs run next: it says what a look-around's number means.
    void use(const RunnablePattern& pattern) { pattern_ = &pattern; }

    [[nodiscard]] bool passes(pattern::TestId test, TokenIndex token) override {
        return text_->passes(test, token);
    }

    void add_entries(std::uint32_t list, TokenIndex position, pattern::Reading reading,
                     std::vector<TokenIndex>& positions) override;

    void add_spans(pattern::Kind kind, TokenIndex position, pattern::Reading reading,
                   std::vector<TokenIndex>& positions) override {
        kinds_->add_ends(kind, position, reading, positions);
    }

    [[nodiscard]] bool holds(pattern::Kind position_kind, TokenIndex position) override;
    [[nodiscard]] bool is_gap_word(TokenIndex token) override;

    [[nodiscard]] bool is_boundary(TokenIndex position) override { return text_->is_boundary(position); }

    [[nodiscard]] bool look(std::uint32_t number, TokenIndex position) override;

    [[nodiscard]] std::uint64_t steps() const { return steps_; }

private:
    /// What is known of one look-around: by position, 0 unknown, 1 no, 2 yes.
    using Answers = std::vector<std::uint8_t>;

    [[nodiscard]] bool begins_flat(const pattern::Program& program, TokenIndex position);
    void work_out(const pattern::LookAround& around, TokenSpan sentence, Answers& answers);
    [[nodiscard]] bool reaches(const pattern::Program& program, pattern::Address at, TokenIndex position,
                               TokenSpan sentence);

    TextView* text_;
    SpanKinds* kinds_;
    const RunnablePattern* pattern_ = nullptr;
    std::vector<Answers> answers_;       ///< By look-around, over all patterns.
    std::vector<std::uint8_t> reached_;  ///< By position in the sentence and instruction.
    std::vector<EntryFit> fits_;
    std::vector<TokenIndex> ends_;
    std::uint64_t steps_ = 0;
};

}  // namespace stancegraph
