#include "training/image_writer.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include "annotate/model_format.hpp"
#include "base/hash.hpp"

namespace stancegraph {
namespace {

namespace format = model_format;

/// Puts sections one behind the other.
class ImageBuilder {
public:
    template <typename T>
    void add(format::Section section, const std::vector<T>& values) {
        add_bytes(section, values.data(), values.size() * sizeof(T));
    }

    void add(format::Section section, const std::string& text) {
        add_bytes(section, text.data(), text.size());
    }

    [[nodiscard]] std::string finish() {
        align();
        header_.image_size = image_.size();
        header_.checksum = hash_of(std::string_view(image_).substr(sizeof(format::Header)));
        std::memcpy(image_.data(), &header_, sizeof header_);
        return std::move(image_);
    }

private:
    void align() {
        const std::size_t size = std::max(image_.size(), sizeof(format::Header));
        image_.resize((size + format::kAlignment - 1) / format::kAlignment * format::kAlignment);
    }

    void add_bytes(format::Section section, const void* bytes, std::size_t size) {
        align();
        header_.table[static_cast<std::size_t>(section)] = {image_.size(), size};
        image_.append(static_cast<const char*>(bytes), size);
    }

    format::Header header_;
    std::string image_;
};

template <typename Integer>
Integer rounded(float value) {
    constexpr auto kLeast = static_cast<float>(std::numeric_limits<Integer>::min() + 1);
    constexpr auto kGreatest = static_cast<float>(std::numeric_limits<Integer>::max());
    return static_cast<Integer>(std::lrint(std::clamp(value, kLeast, kGreatest)));
}

/// Whole-number weights of a layer: weight * 2^shift.
struct RoundedLayer {
    std::vector<std::int16_t> weights;  ///< In affine layout.
    std::vector<std::int32_t> bias;
    std::uint32_t shift = 0;
};

/// The finest power of two for which no sum of |weight| * 32768 can overflow, with an eighth left for the
/// bias.
std::uint32_t finest_shift(const float* weights, std::size_t inputs, std::size_t outputs) {
    float greatest_sum = 0.0F;
    float greatest = 0.0F;
    for (std::size_t output = 0; output < outputs; ++output) {
        float sum = 0.0F;
        for (std::size_t input = 0; input < inputs; ++input) {
            sum += std::abs(weights[input * outputs + output]);
            greatest = std::max(greatest, std::abs(weights[input * outputs + output]));
        }
        greatest_sum = std::max(greatest_sum, sum);
    }
    constexpr float kSumLimit = 57000.0F;
    std::uint32_t shift = 1;
    while (shift < 14 && greatest_sum * std::ldexp(1.0F, static_cast<int>(shift) + 1) < kSumLimit &&
           greatest * std::ldexp(1.0F, static_cast<int>(shift) + 1) < 32767.0F) {
        ++shift;
    }
    return shift;
}

RoundedLayer round_layer(const float* weights, const float* bias, std::size_t inputs, std::size_t outputs) {
    RoundedLayer layer;
    layer.shift = finest_shift(weights, inputs, outputs);
    const float scale = std::ldexp(1.0F, static_cast<int>(layer.shift));
    layer.weights.resize(inputs * outputs);
    for (std::size_t input = 0; input < inputs; ++input) {
        for (std::size_t output = 0; output < outputs; ++output) {
            const std::size_t block = output / AffineLayer::kBlock * inputs + input / 2 * 2;
            layer.weights[block * AffineLayer::kBlock + output % AffineLayer::kBlock * 2 + input % 2] =
                rounded<std::int16_t>(weights[input * outputs + output] * scale);
        }
    }
    const float stream = std::ldexp(1.0F, format::kStreamBits);
    for (std::size_t output = 0; bias != nullptr && output < outputs; ++output) {
        layer.bias.push_back(static_cast<std::int32_t>(std::lrint(bias[output] * scale * stream)));
    }
    return layer;
}

void add_rows(const TrainingNetwork& network, ImageBuilder& builder) {
    const std::size_t width = network.shape.width;
    const float unit = std::ldexp(1.0F, format::kStreamBits + format::kRowShift);
    std::vector<std::uint16_t> factors;
    std::vector<std::int8_t> rows;
    for (std::size_t row = 0; row < network.shape.rows; ++row) {
        const float* values = network.rows.data() + row * width;
        float greatest = 0.0F;
        for (std::size_t index = 0; index < width; ++index) {
            greatest = std::max(greatest, std::abs(values[index]));
        }
        const float factor = std::clamp(std::ceil(greatest * unit / 127.0F), 1.0F, 65535.0F);
        factors.push_back(static_cast<std::uint16_t>(factor));
        for (std::size_t index = 0; index < width; ++index) {
            rows.push_back(rounded<std::int8_t>(values[index] * unit / factor));
        }
    }
    builder.add(format::Section::row_factors, factors);
    builder.add(format::Section::rows, rows);
}

void append(std::vector<std::int32_t>& all, const RoundedLayer& layer) {
    all.insert(all.end(), layer.bias.begin(), layer.bias.end());
}

void add_layers(const TrainingNetwork& network, format::Sizes& sizes, ImageBuilder& builder) {
    const NetworkShape& shape = network.shape;
    const float* dense = network.dense.data();
    std::vector<std::int16_t> layers;
    std::vector<std::int32_t> biases;
    const auto add_layer = [&](std::size_t weights, const float* bias, std::size_t inputs,
                               std::size_t outputs) {
        const RoundedLayer layer = round_layer(dense + weights, bias, inputs, outputs);
        layers.insert(layers.end(), layer.weights.begin(), layer.weights.end());
        append(biases, layer);
        return layer.shift;
    };
    for (std::size_t part = 0; part < sizes.first_shifts.size(); ++part) {
        const float* bias = part == 1 ? dense + network.at.convolution_biases[0] : nullptr;
        sizes.first_shifts[part] = add_layer(network.at.convolutions[0] + part * shape.width * shape.width,
                                             bias, shape.width, shape.width);
    }
    for (std::size_t index = 0; index < shape.layers; ++index) {
        if (index != 0) {
            sizes.convolution_shifts[index - 1] =
                add_layer(network.at.convolutions[index], dense + network.at.convolution_biases[index],
                          3 * shape.width, shape.width);
        }
        sizes.recurrence_shifts[index] =
            add_layer(network.at.recurrences[index], dense + network.at.recurrence_biases[index], shape.width,
                      2 * shape.width);
    }
    const RoundedLayer tags = round_layer(dense + network.at.tags, dense + network.at.tag_bias, shape.width,
                                          format::padded(shape.tags));
    const RoundedLayer names = round_layer(dense + network.at.names, dense + network.at.name_bias,
                                           shape.width, format::padded(kNameTags));
    const RoundedLayer projection =
        round_layer(dense + network.at.projection, nullptr, shape.width, ParserView::kSlots * shape.hidden);
    const RoundedLayer moves = round_layer(dense + network.at.moves, dense + network.at.move_bias,
                                           shape.hidden, format::padded(transition::kCount));
    sizes.projection_shift = projection.shift;
    append(biases, tags);
    append(biases, names);
    append(biases, moves);
    std::vector<std::int16_t> facts;
    const float stream = std::ldexp(1.0F, format::kStreamBits);
    for (std::size_t at = 0; at < parser_fact::kRows * shape.hidden; ++at) {
        facts.push_back(rounded<std::int16_t>(dense[network.at.facts + at] * stream));
    }
    builder.add(format::Section::layers, layers);
    builder.add(format::Section::biases, biases);
    builder.add(format::Section::tags, tags.weights);
    builder.add(format::Section::names, names.weights);
    builder.add(format::Section::projection, projection.weights);
    builder.add(format::Section::facts, facts);
    builder.add(format::Section::moves, moves.weights);
}

}  // namespace

std::string write_image(const ModelParts& parts) {
    static_assert(NetworkShape::kPadding == format::kOutputPadding);
    const NetworkShape& shape = parts.network.shape;
    format::Sizes sizes;
    sizes.width = static_cast<std::uint32_t>(shape.width);
    sizes.layers = static_cast<std::uint32_t>(shape.layers);
    sizes.hidden = static_cast<std::uint32_t>(shape.hidden);
    sizes.tags = static_cast<std::uint32_t>(shape.tags);
    sizes.name_tags = kNameTags;
    sizes.moves = transition::kCount;
    ImageBuilder builder;
    builder.add(format::Section::row_keys, parts.features.keys);
    add_rows(parts.network, builder);
    add_layers(parts.network, sizes, builder);
    std::string tag_labels;
    for (const TagLabel& label : parts.tag_labels) {
        tag_labels.append(name_of(label.xpos)).append("|").append(name_of(label.upos)).push_back('\n');
    }
    std::string relation_labels;
    for (std::size_t label = 1; label < kDeprelNames.size(); ++label) {
        relation_labels.append(kDeprelNames[label]).push_back('\n');
    }
    builder.add(format::Section::tag_labels, tag_labels);
    builder.add(format::Section::relation_labels, relation_labels);
    builder.add(format::Section::lexicon_hashes, parts.lexicon.hashes);
    builder.add(format::Section::lexicon_flags, parts.lexicon.flags);
    builder.add(format::Section::lemma_hashes, parts.lemmas.hashes);
    builder.add(format::Section::lemma_edits, parts.lemmas.edits);
    builder.add(format::Section::edit_texts, parts.lemmas.texts);
    builder.add(format::Section::sizes, std::vector<format::Sizes>{sizes});
    return builder.finish();
}

}  // namespace stancegraph
