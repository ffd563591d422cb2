#pragma once

#include <string>
#include <vector>

#include "annotate/model.hpp"
#include "training/feature_table.hpp"
#include "training/network.hpp"
#include "training/word_list.hpp"

namespace stancegraph {

/// Everything that goes into a model image.
struct ModelParts {
    const TrainingNetwork& network;
    const FeatureTable& features;
    const std::vector<TagLabel>& tag_labels;
    const LexiconColumns& lexicon;
    const LemmaColumns& lemmas;
};

/// The image (annotate/model_format.hpp) with the network's weights rounded to whole numbers: int8 with a
/// factor for each row of word features, int16 with one power of two for each layer, as fine as sums of int32
/// allow.
[[nodiscard]] std::string write_image(const ModelParts& parts);

}  // namespace stancegraph
