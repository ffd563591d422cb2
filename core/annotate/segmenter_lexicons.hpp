#pragma once

#include <string>
#include <vector>

namespace stancegraph {

/// The word lists that tokens and sentence ends depend on; `rules/05-text.yaml` holds them under the names
/// given here. Upper and lower case are the same, but an entry with a capital needs a word with a capital.
struct SegmenterLexicons {
    std::vector<std::string> abbreviations;  ///< `abbreviation`: with its dot; never ends a sentence (Mr.).
    std::vector<std::string>
        ending_abbreviations;  ///< `ending_abbreviation`: with its dot; may end one (Inc.).
    std::vector<std::string>
        number_abbreviations;  ///< `number_abbreviation`: one before a figure only (No. 5).
    std::vector<std::string>
        sentence_starters;                  ///< `sentence_starter`: after `Inc.` it begins a sentence (The).
    std::vector<std::string> speech_verbs;  ///< `speech_verb`: "Why?" Lee asked is one sentence.
    std::vector<std::string> hyphen_prefixes;  ///< `hyphen_prefix`: its hyphen stays inside the word (co).
    std::vector<std::string>
        joined_words;                   ///< `joined_word`: two words written as one, with a blank (can not).
    std::vector<std::string> units;     ///< `unit`: cut off a figure (5km).
    std::vector<std::string> elisions;  ///< `elision`: begins with an apostrophe that is no quote ('em).
};

}  // namespace stancegraph
