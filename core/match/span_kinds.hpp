#pragma once

#include <array>
#include <vector>

#include "match/mention.hpp"
#include "match/text_view.hpp"
#include "pattern/program.hpp"

namespace stancegraph {

/// Finds the spans of the kinds in capitals, a sentence at a time and only when asked.
class SpanKinds {
public:
    explicit SpanKinds(const TextView& text) : text_(&text) {}

    /// Turns to the next document. The mentions must outlive the work on it, sorted by begin; call it again
    /// when they have changed.
    void open(const std::vector<ActorMention>& actors, const std::vector<SubjectMention>& subjects);

    /// Adds the other end of each span of the kind at the position, without repetition.
    void add_ends(pattern::Kind kind, TokenIndex position, pattern::Reading reading,
                  std::vector<TokenIndex>& ends);

    /// True if the word can head a speaker: a known actor, a person's or organisation's name, a personal
    /// pronoun, a role noun.
    [[nodiscard]] bool is_speaker(TokenIndex head) const;
    /// True if a phrase with that head is of the kind.
    [[nodiscard]] bool is_of_kind(pattern::Kind kind, TokenIndex head);

    /// The actor that a token belongs to, as an index into the mentions, or TextView::kNone.
    [[nodiscard]] std::uint32_t actor_of(TokenIndex token) const { return actor_of_[token]; }

    /// The spans of a kind in one sentence.
    [[nodiscard]] const std::vector<TokenSpan>& spans(pattern::Kind kind, std::uint32_t sentence);

private:
    struct Table {
        bool is_ready = false;
        std::vector<TokenSpan> spans;   ///< By begin, longest first.
        std::vector<TokenSpan> by_end;  ///< By end, longest first.
    };

    [[nodiscard]] const Table& table(pattern::Kind kind, std::uint32_t sentence);

    void add_quotations(TokenIndex position, pattern::Reading reading, std::vector<TokenIndex>& ends) const;
    void add_rest(TokenIndex position, pattern::Reading reading, std::vector<TokenIndex>& ends) const;
    void fill(pattern::Kind kind, const Sentence& sentence, std::vector<TokenSpan>& spans) const;
    void fill_noun_phrases(const Sentence& sentence, std::vector<TokenSpan>& spans) const;
    void fill_subjects(const Sentence& sentence, std::vector<TokenSpan>& spans) const;
    void fill_speakers(const Sentence& sentence, std::vector<TokenSpan>& spans) const;
    [[nodiscard]] TokenIndex title_begin(TokenIndex name, TokenIndex first) const;
    void fill_clauses(const Sentence& sentence, std::vector<TokenSpan>& spans) const;
    void fill_names(NameKind kind, const Sentence& sentence, std::vector<TokenSpan>& spans) const;
    void fill_dates(const Sentence& sentence, std::vector<TokenSpan>& spans) const;
    void fill_actors(const Sentence& sentence, std::vector<TokenSpan>& spans) const;

    const TextView* text_;
    const std::vector<ActorMention>* actors_ = nullptr;
    const std::vector<SubjectMention>* subjects_ = nullptr;
    std::vector<std::uint32_t> actor_of_;
    std::array<std::vector<Table>, pattern::kKindCount> tables_;
};

}  // namespace stancegraph
