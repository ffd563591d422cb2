#pragma once

#include <string>
#include <vector>

namespace stancegraph {

/// The word lists that tokens and sentence ends depend on; `rules/05-text.yaml` holds them under the names
/// given here. Upper and lower case are the same, but an entry with a capital needs a word with a capital.
struct SegmenterLexicons {
    /// `abbreviation`: with its dot; never ends a sentence (Mr.).
    std::vector<std::string> abbreviations;
    /// `ending_abbreviation`: with its dot; may end a sentence (Inc.).
    std::vector<std::string> ending_abbreviations;
    /// `number_abbreviation`: an abbreviation before a figure only (No. 5).
    std::vector<std::string> number_abbreviations;
    /// `sentence_starter`: after `Inc.` it begins a sentence (The).
    std::vector<std::string> sentence_starters;
    /// `speech_verb`: "Why?" Lee asked is one sentence.
    std::vector<std::string> speech_verbs;
    /// `hyphen_prefix`: its hyphen stays inside the word (co).
    std::vector<std::string> hyphen_prefixes;
    /// `joined_word`: two words written as one; the entry has a blank where they are cut (can not).
    std::vector<std::string> joined_words;
    /// `unit`: cut off a figure (5km).
    std::vector<std::string> units;
    /// `elision`: begins with an apostrophe that is no quotation mark ('em).
    std::vector<std::string> elisions;
};

/// The lists as `words_of(name)` gives them by the names above.
template <typename WordsOf>
[[nodiscard]] SegmenterLexicons make_segmenter_lexicons(WordsOf words_of) {
    return {.abbreviations = words_of("abbreviation"),
            .ending_abbreviations = words_of("ending_abbreviation"),
            .number_abbreviations = words_of("number_abbreviation"),
            .sentence_starters = words_of("sentence_starter"),
            .speech_verbs = words_of("speech_verb"),
            .hyphen_prefixes = words_of("hyphen_prefix"),
            .joined_words = words_of("joined_word"),
            .units = words_of("unit"),
            .elisions = words_of("elision")};
}

}  // namespace stancegraph
