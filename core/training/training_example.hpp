#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "annotate/model.hpp"
#include "training/encoder_training.hpp"
#include "training/feature_table.hpp"
#include "training/oracle.hpp"
#include "training/treebank.hpp"
#include "training/word_vectors.hpp"

namespace stancegraph {

/// A sentence with all that the passes over the data ask for again and again.
struct TrainingExample {
    const TreebankSentence* sentence = nullptr;
    std::vector<std::uint32_t> features;  ///< kFeatureTemplates rows for each word.
    std::vector<std::uint32_t> vectors;   ///< For each word its place in WordVectors, or kNone.
    std::vector<std::int32_t> tags;       ///< For each word a joint label, or kNoTarget.
    std::vector<std::int32_t> names;
    GoldTree gold{{}, {}};
};

/// By what sentences become examples.
struct ExampleTables {
    const std::vector<TagLabel>& labels;
    const FeatureTable& features;
    const WordVectors& vectors;
    const FormLexicon& lexicon;
};

/// An example for each of the sentences, in order, without the rare ones of more than 120 words, which are
/// slow and mostly lists. The examples refer to the sentences.
[[nodiscard]] std::vector<TrainingExample> make_examples(const std::vector<TreebankSentence>& sentences,
                                                         const ExampleTables& tables);

/// The layout of a batch with these sentences.
[[nodiscard]] BatchLayout lay_out(std::span<const TrainingExample* const> batch);

/// Room for the words of a batch, all of them unknown.
[[nodiscard]] BatchWords empty_words(const BatchLayout& layout, const WordVectors& vectors);

/// Puts an example's words into the rows of a batch from `first_row` on.
void put_words(const TrainingExample& example, std::size_t first_row, const WordVectors& vectors,
               BatchWords& words);

}  // namespace stancegraph
