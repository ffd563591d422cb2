#include "training/training_example.hpp"

#include <algorithm>

#include "training/head_training.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kLongestSentence = 120;

std::int32_t number_of(const std::vector<TagLabel>& labels, Xpos xpos, Upos upos) {
    const auto found = std::ranges::find_if(
        labels, [&](const TagLabel& label) { return label.xpos == xpos && label.upos == upos; });
    return found == labels.end() ? kNoTarget : static_cast<std::int32_t>(found - labels.begin());
}

TrainingExample make_example(const TreebankSentence& sentence, const ExampleTables& tables) {
    TrainingExample example;
    example.sentence = &sentence;
    example.features = feature_rows(tables.features, sentence, tables.lexicon);
    for (const std::string& form : sentence.forms) {
        const auto which = static_cast<std::size_t>(FeatureTemplate::word);
        example.vectors.push_back(tables.vectors.find(feature_keys(form, false, tables.lexicon)[which]));
    }
    example.gold = GoldTree(sentence.heads, sentence.deprels);
    for (std::size_t word = 0; word < sentence.forms.size(); ++word) {
        example.tags.push_back(sentence.xpos.empty()
                                   ? kNoTarget
                                   : number_of(tables.labels, sentence.xpos[word], sentence.upos[word]));
        example.names.push_back(sentence.names.empty() ? kNoTarget
                                                       : static_cast<std::int32_t>(sentence.names[word]));
    }
    return example;
}

}  // namespace

std::vector<TrainingExample> make_examples(const std::vector<TreebankSentence>& sentences,
                                           const ExampleTables& tables) {
    std::vector<TrainingExample> examples;
    for (const TreebankSentence& sentence : sentences) {
        if (sentence.forms.size() <= kLongestSentence) {
            examples.push_back(make_example(sentence, tables));
        }
    }
    return examples;
}

BatchLayout lay_out(std::span<const TrainingExample* const> batch) {
    std::vector<std::size_t> lengths;
    lengths.reserve(batch.size());
    for (const TrainingExample* example : batch) {
        lengths.push_back(example->sentence->forms.size());
    }
    return lay_out(lengths);
}

BatchWords empty_words(const BatchLayout& layout, const WordVectors& vectors) {
    return {std::vector<std::uint32_t>(layout.rows * kFeatureTemplates),
            std::vector<float>(layout.rows * vectors.size)};
}

void put_words(const TrainingExample& example, std::size_t first_row, const WordVectors& vectors,
               BatchWords& words) {
    std::ranges::copy(example.features,
                      words.features.begin() + static_cast<std::ptrdiff_t>(first_row * kFeatureTemplates));
    for (std::size_t word = 0; word < example.vectors.size(); ++word) {
        if (example.vectors[word] != WordVectors::kNone) {
            std::copy_n(vectors.values.data() + example.vectors[word] * vectors.size, vectors.size,
                        words.vectors.data() + (first_row + word) * vectors.size);
        }
    }
}

}  // namespace stancegraph
