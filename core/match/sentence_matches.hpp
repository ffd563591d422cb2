#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "match/mention.hpp"
#include "match/pattern_runner.hpp"

namespace stancegraph {

/// Which words of a sentence the matches of a pattern cover, worked out once for each pattern and sentence.
class SentenceMatches {
public:
    SentenceMatches(TextView& text, PatternRunner& runner) : text_(&text), runner_(&runner) {}

    /// Forgets everything: for the next document, and when its actors and subjects have changed.
    void open() { places_.clear(); }

    /// True if the pattern, by its number in CompiledRules::patterns, matches in the sentence of the
    /// mention's cue: with the same cue where it names one; else so that it overlaps the cue or the words of
    /// a slot. The first question about a sentence runs the pattern once at each of its tokens; further ones
    /// cost O(pieces of the slots * log of the matches).
    [[nodiscard]] bool concern(std::uint32_t pattern, const Mention& mention);

private:
    /// What the matches cover: spans without overlap, in the order of the text.
    struct Places {
        std::vector<TokenSpan> cues;     ///< Of matches that name a cue.
        std::vector<TokenSpan> extents;  ///< Of those that name none.
    };

    [[nodiscard]] const Places& places(std::uint32_t pattern, std::uint32_t sentence);
    void fill(const RunnablePattern& pattern, TokenSpan sentence, Places& places);
    void run(const RunnablePattern& pattern, std::uint32_t anchor, TokenIndex token, Places& places);

    TextView* text_;
    PatternRunner* runner_;
    std::unordered_map<std::uint64_t, Places> places_;  ///< By pattern and sentence.
};

}  // namespace stancegraph
