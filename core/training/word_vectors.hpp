#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace stancegraph {

/// Vectors of words that were learned from far more text than any treebank has. They stay as they are; the
/// network learns one matrix that maps them into its own space.
/// Source: Pennington, Socher, Manning 2014, "GloVe: Global Vectors for Word Representation".
struct WordVectors {
    std::size_t size = 0;              ///< Numbers of one vector.
    std::vector<std::uint32_t> keys;   ///< Sorted: FeatureTemplate::word of each word.
    std::vector<float> values;         ///< For each key `size` numbers.
    std::vector<std::uint32_t> ranks;  ///< For each key the line of its word, from 0: the commonest first.

    static constexpr std::uint32_t kNone = 0xFFFFFFFF;

    /// The place of a word feature's vector, or kNone.
    [[nodiscard]] std::uint32_t find(std::uint32_t key) const;
};

/// Reads the text form of GloVe and word2vec: a word and its numbers on each line, the commonest word first.
/// A line with another count of numbers than the first one is left out (word2vec's first line, too). Words
/// that are one feature (`1984` and `1985`) have the vector of the first of them.
[[nodiscard]] WordVectors parse_word_vectors(std::string_view text);

}  // namespace stancegraph
