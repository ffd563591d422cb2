#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "training/treebank.hpp"
#include "training/word_list.hpp"
#include "training/word_vectors.hpp"

namespace stancegraph {

/// Networks that are trained first and annotate the raw sentences (Teachers). Only training has their cost.
struct TeacherOptions {
    std::uint32_t count = 4;
    std::uint32_t width = 160;
    std::uint32_t hidden = 256;
    std::uint32_t epochs = 16;
};

/// What a model is made from. The defaults make the shipped model.
struct TrainingOptions {
    std::uint64_t seed = 20250822;
    std::uint32_t width = 96;            ///< Of a word's vector; a multiple of 32.
    std::uint32_t layers = 4;            ///< 1 to 8.
    std::uint32_t hidden = 128;          ///< Of the parser; a multiple of 32.
    std::uint32_t most_rows = 28000;     ///< Of the table of word features: width + 6 bytes each.
    std::uint32_t kept_vectors = 29000;  ///< Of the commonest words: a row each, as above.
    TeacherOptions teachers;
    std::uint32_t epochs = 12;
    std::uint32_t batch_words = 400;
    float rate = 0.003F;         ///< Highest learning rate; falls to zero in a straight line.
    float averaged_part = 0.3F;  ///< The last part of the training whose weights are averaged.
};

struct TrainingData {
    std::vector<TreebankSentence> sentences;  ///< Annotated by people.
    std::vector<TreebankSentence> raw;        ///< Of which only the words count: teachers annotate them.
    ModelWords words;
    WordVectors vectors;  ///< Of size 0 for none.
};

/// Losses of one pass over the data, in nats for each word or move.
struct TrainingProgress {
    std::uint32_t epoch = 0;  ///< From 1.
    std::uint32_t epochs = 0;
    double tag_loss = 0.0;
    double parser_loss = 0.0;
    double name_loss = 0.0;
};

/// The image of a model trained on `data`: the same bytes for the same data and options on the same machine.
/// Takes some CPU minutes. `report` is called after each epoch.
[[nodiscard]] std::string train_model(const TrainingData& data, const TrainingOptions& options,
                                      const std::function<void(const TrainingProgress&)>& report);

}  // namespace stancegraph
