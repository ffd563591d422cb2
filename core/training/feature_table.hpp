#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "annotate/features.hpp"
#include "training/random.hpp"
#include "training/treebank.hpp"

namespace stancegraph {

/// The feature values that get a row of their own, and how often training meets each.
struct FeatureTable {
    std::vector<std::uint32_t> keys;    ///< Sorted hashes; key i has row i + kFeatureTemplates.
    std::vector<std::uint32_t> counts;  ///< For each key.

    [[nodiscard]] std::size_t rows() const { return keys.size() + kFeatureTemplates; }

    /// The row of a value; the template's row for the unknown if it has none.
    [[nodiscard]] std::uint32_t row(std::size_t which, std::uint32_t key) const;
};

/// The values that are seen often enough in sentences with trees, the commonest first, at most `most_rows` of
/// them.
[[nodiscard]] FeatureTable make_feature_table(std::span<const TreebankSentence> sentences,
                                              const FormLexicon& lexicon, std::size_t most_rows);

/// Rows of one sentence, kFeatureTemplates for each word.
[[nodiscard]] std::vector<std::uint32_t> feature_rows(const FeatureTable& table,
                                                      const TreebankSentence& sentence,
                                                      const FormLexicon& lexicon);

/// `rows` with rare values made unknown now and then, so that the rows for the unknown learn something: a
/// value seen n times is hidden with the probability p / (p + n). Words are hidden more often than their
/// parts, so that the network comes to rely on their vectors. Source: Kiperwasser, Goldberg 2016 (word
/// dropout).
void hide_rare(const FeatureTable& table, std::span<std::uint32_t> rows, Random& random);

}  // namespace stancegraph
