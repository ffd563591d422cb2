#include "training/network.hpp"

#include <cmath>

#include "annotate/name_finder.hpp"

namespace stancegraph {
namespace {

TrainingNetwork::Offsets offsets_of(const NetworkShape& shape) {
    TrainingNetwork::Offsets at;
    const auto take = [&](std::size_t count) {
        const std::size_t begin = at.size;
        at.size += count;
        return begin;
    };
    at.vectors = take(shape.vector_size * shape.width);
    for (std::size_t layer = 0; layer < shape.layers; ++layer) {
        at.convolutions.push_back(take(3 * shape.width * shape.width));
        at.convolution_biases.push_back(take(shape.width));
        at.recurrences.push_back(take(2 * shape.width * shape.width));
        at.recurrence_biases.push_back(take(2 * shape.width));
    }
    at.tags = take(shape.width * NetworkShape::padded(shape.tags));
    at.tag_bias = take(NetworkShape::padded(shape.tags));
    at.names = take(shape.width * NetworkShape::padded(kNameTags));
    at.name_bias = take(NetworkShape::padded(kNameTags));
    at.projection = take(shape.width * ParserView::kSlots * shape.hidden);
    at.facts = take(parser_fact::kRows * shape.hidden);
    at.moves = take(shape.hidden * NetworkShape::padded(transition::kCount));
    at.move_bias = take(NetworkShape::padded(transition::kCount));
    return at;
}

/// Evenly spread with the standard deviation `deviation`.
void fill(std::vector<float>& values, std::size_t begin, std::size_t count, float deviation, Random& random) {
    const float range = deviation * std::sqrt(3.0F);
    for (std::size_t index = begin; index < begin + count; ++index) {
        values[index] = (random.uniform() * 2.0F - 1.0F) * range;
    }
}

}  // namespace

TrainingNetwork make_network(const NetworkShape& shape, Random& random) {
    TrainingNetwork network{shape, offsets_of(shape), {}, {}};
    network.rows.resize(shape.rows * shape.width);
    network.dense.resize(network.at.size);
    const auto width = static_cast<float>(shape.width);
    fill(network.rows, 0, network.rows.size(), 0.1F, random);
    fill(network.dense, network.at.vectors, shape.vector_size * shape.width, 0.05F, random);
    for (const std::size_t begin : network.at.convolutions) {
        fill(network.dense, begin, 3 * shape.width * shape.width, std::sqrt(2.0F / (3.0F * width)) * 0.7F,
             random);
    }
    for (std::size_t layer = 0; layer < shape.layers; ++layer) {
        fill(network.dense, network.at.recurrences[layer], 2 * shape.width * shape.width,
             std::sqrt(1.0F / width) * 0.7F, random);
        // Memories of different length from the start.
        for (std::size_t index = 0; index < shape.width; ++index) {
            network.dense[network.at.recurrence_biases[layer] + shape.width + index] =
                random.uniform() * 3.0F - 1.8F;
        }
    }
    const float scale = std::sqrt(1.0F / width);
    fill(network.dense, network.at.tags, shape.width * NetworkShape::padded(shape.tags), scale, random);
    fill(network.dense, network.at.names, shape.width * NetworkShape::padded(kNameTags), scale, random);
    fill(network.dense, network.at.projection, shape.width * ParserView::kSlots * shape.hidden, scale * 0.5F,
         random);
    fill(network.dense, network.at.facts, parser_fact::kRows * shape.hidden, 0.05F, random);
    fill(network.dense, network.at.moves, shape.hidden * NetworkShape::padded(transition::kCount),
         std::sqrt(1.0F / static_cast<float>(shape.hidden)), random);
    return network;
}

}  // namespace stancegraph
