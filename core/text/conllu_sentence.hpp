#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.hpp"

namespace stancegraph {

/// A word line of CoNLL-U; `head` is 1-based as in the file, 0 for the root.
struct ConlluWord {
    std::string form;
    GivenToken token;  ///< `span` and `head` are set when the sentence gets its place in the text.
    std::optional<std::uint32_t> head;
    bool space_after = true;
};

/// A contraction: words `first` to `last` (1-based, inclusive) are written as `surface`.
struct ConlluRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::string surface;
    bool space_after = true;
};

/// What is wrong with a sentence, and in which of its lines (0-based).
struct ConlluFault {
    std::string message;
    std::size_t line = 0;
};

struct ConlluSentence {
    std::vector<ConlluWord> words;
    std::vector<ConlluRange> ranges;  ///< In order, not overlapping.
};

/// Tags and relations that no table knows, with the number of times and the first line.
struct UnknownLabels {
    struct Seen {
        std::size_t count = 0;
        std::uint32_t first_line = 0;
    };

    std::map<std::string, Seen> labels;  ///< By `UPOS NAM`.
};

/// Reads the lines of one sentence, comments left out. `numbers` are their line numbers. Checks columns,
/// numbering, ranges, length (Sentence::kMostTokens), and that the heads make a tree or forest.
[[nodiscard]] std::optional<ConlluSentence> parse_conllu_sentence(const std::vector<std::string_view>& lines,
                                                                  const std::vector<std::uint32_t>& numbers,
                                                                  UnknownLabels& unknown, ConlluFault& fault);

/// Cuts the surface of a contraction into one part for each word, in order, none empty: at the words' own
/// letters where they spell the surface, else evenly. Empty if the surface has fewer letters than there are
/// words.
[[nodiscard]] std::vector<std::string> surface_parts(std::string_view surface,
                                                     const std::vector<std::string_view>& words);

}  // namespace stancegraph
